"""How each question is answered from an open store; imported on the store thread only."""

from collections.abc import Callable, Mapping
from typing import Any

from praxidesk.engine.spans import Span
from praxidesk.models import queries
from praxidesk.models.entry_queries import entries_without_room
from praxidesk.models.presence_queries import presence
from praxidesk.models.settled_requests import Asked
from praxidesk.models.store_facts import store_facts
from praxidesk.models.waiting_queries import waiting
from praxidesk.services import history, journal, printing, seals_seen, table_imports
from praxidesk.services.desk import Desk
from praxidesk.services.free_times import next_free_times, sheet_load
from praxidesk.services.practice_drafts import save_draft
from praxidesk.services.practice_preview import preview_in_pieces
from praxidesk.worker.errand import Reached
from praxidesk.worker.questions.diagnostics import Diagnose
from praxidesk.worker.questions.editing import PresentState
from praxidesk.worker.questions.free_times import NextFree, SheetLoad
from praxidesk.worker.questions.held import ParkedEntries, WaitingList
from praxidesk.worker.questions.history import (
    AskHistory,
    EntryDeeds,
    EntryHistory,
    HistoryDoers,
    LastChange,
    LookAtSeal,
    MoreHistory,
    ProveJournal,
)
from praxidesk.worker.questions.practice_settings import PreviewPractice, SavePractice
from praxidesk.worker.questions.printing import (
    MOST_RECALLED,
    CallsToPrint,
    DaysToPrint,
    PatientsToCall,
    PrintedDays,
    PrintedSlip,
    SlipToPrint,
)
from praxidesk.worker.questions.question import Question
from praxidesk.worker.questions.table_import import ImportTable, PreviewTable
from praxidesk.worker.questions.theatre import RoomlessOperations
from praxidesk.worker.questions.waiting_room import PresenceOfDay
from praxidesk.worker.search_answers import SEARCH_ANSWERS

# What an answer is made from: the store with its practice, the question, and now.
_Answering = Callable[[Desk, Any, int], object]


def _history(desk: Desk, asked: EntryHistory, now: int) -> object:  # noqa: ARG001  as all answers
    with desk.store.read() as connection:
        return queries.history(connection, asked.entry)


def _entry_deeds(desk: Desk, asked: EntryDeeds, now: int) -> object:  # noqa: ARG001  as all answers
    return history.entry_history(desk, asked.entry)


def _history_page(desk: Desk, asked: AskHistory, now: int) -> object:  # noqa: ARG001  as all answers
    return history.history_page(desk, asked.wanted)


def _more_history(desk: Desk, asked: MoreHistory, now: int) -> object:  # noqa: ARG001  as all answers
    return history.history_page(desk, asked.wanted, asked.newest, asked.offset)


def _history_doers(desk: Desk, asked: HistoryDoers, now: int) -> object:  # noqa: ARG001  as all answers
    return history.doers(desk)


def _last_change(desk: Desk, asked: LastChange, now: int) -> object:  # noqa: ARG001  as all answers
    return history.last_change(desk)


def _prove(desk: Desk, asked: ProveJournal, now: int) -> object:  # noqa: ARG001  as all answers
    def follow(done: int) -> bool:
        asked.errand.reach(Reached(done))
        return asked.errand.is_wanted

    return journal.prove_in_pieces(desk.store, follow, [seals_seen.noted_seal(desk.store, _kept_seals())])


def _look_at_seal(desk: Desk, asked: LookAtSeal, now: int) -> object:  # noqa: ARG001  as all answers
    return seals_seen.look_and_keep(desk.store, _kept_seals(), accept=asked.accept)


_kept_seals = seals_seen.default_file


def _preview(desk: Desk, asked: PreviewPractice, now: int) -> object:
    return preview_in_pieces(desk, asked.draft, now)


def _save(desk: Desk, asked: SavePractice, now: int) -> object:
    return save_draft(desk, asked.draft, Asked(asked.key, now))


def _printed_days(desk: Desk, asked: PrintedDays, now: int) -> object:
    entries, unseen = printing.entries_of_days(desk, asked.first, asked.last)
    return DaysToPrint(entries, now, unseen)


def _printed_slip(desk: Desk, asked: PrintedSlip, now: int) -> object:
    found = printing.entry_with_coming(desk, asked.entry, now)
    return None if found is None else SlipToPrint(*found, now)


def _patients_to_call(desk: Desk, asked: PatientsToCall, now: int) -> object:
    found = printing.to_recall(desk, asked.type, (asked.first, asked.last), now=now, limit=MOST_RECALLED + 1)
    return CallsToPrint(found[:MOST_RECALLED], len(found) <= MOST_RECALLED, now)


def _preview_table(desk: Desk, asked: PreviewTable, now: int) -> object:
    return table_imports.preview_table(desk, asked.file, asked.choice, now)


def _import_table(desk: Desk, asked: ImportTable, now: int) -> object:
    def follow(done: int, of: int) -> bool:
        asked.errand.reach(Reached(done, of=of))
        return asked.errand.is_wanted

    return table_imports.import_whole(
        desk, asked.file, asked.choice, now, follow, asked=Asked(asked.key, now)
    )


def _sheet_load(desk: Desk, asked: SheetLoad, now: int) -> object:  # noqa: ARG001  as all answers
    return sheet_load(desk, asked.first, asked.last, asked.actors)


def _next_free(desk: Desk, asked: NextFree, now: int) -> object:
    return next_free_times(desk, max(now, asked.since))


def _parked(desk: Desk, asked: ParkedEntries, now: int) -> object:  # noqa: ARG001  as all answers
    with desk.store.read() as connection:
        return queries.entries_by_id(connection, asked.entries)


def _present(desk: Desk, asked: PresentState, now: int) -> object:  # noqa: ARG001  as all answers
    with desk.store.read() as connection:
        return queries.entries_by_id(connection, (asked.entry,))


def _waiting(desk: Desk, asked: WaitingList, now: int) -> object:  # noqa: ARG001  as all answers
    with desk.store.read() as connection:
        return waiting(connection, now - LONGEST_WAIT, MOST_WAITING)


def _roomless(desk: Desk, asked: RoomlessOperations, now: int) -> object:  # noqa: ARG001  as all answers
    today = desk.zone.day(desk.zone.day_of(now)).start
    with desk.store.read() as connection:
        return entries_without_room(
            connection, Span(today - ROOMLESS_PAST, today + ROOMLESS_AHEAD), MOST_ROOMLESS
        )


MOST_ROOMLESS = 100
ROOMLESS_PAST, ROOMLESS_AHEAD = 14 * 86_400, 92 * 86_400
"""Seconds around today within which an operation without a room is looked for."""


def _facts(desk: Desk, asked: Diagnose, now: int) -> object:  # noqa: ARG001  as all answers
    """What the store knows; who times it (``TimedAccess``) adds the times."""
    return store_facts(desk.store)


def _presence(desk: Desk, asked: PresenceOfDay, now: int) -> object:  # noqa: ARG001  as all answers
    with desk.store.read() as connection:
        return presence(connection, desk.zone.day(asked.day))


MOST_WAITING = 200
LONGEST_WAIT = 92 * 86_400
"""Seconds after the time wished for, from which on nobody waits any longer."""

_ANSWERS: Mapping[type[Question], _Answering] = {
    **SEARCH_ANSWERS,
    EntryHistory: _history,
    EntryDeeds: _entry_deeds,
    AskHistory: _history_page,
    MoreHistory: _more_history,
    HistoryDoers: _history_doers,
    LastChange: _last_change,
    ProveJournal: _prove,
    LookAtSeal: _look_at_seal,
    ParkedEntries: _parked,
    WaitingList: _waiting,
    PresentState: _present,
    RoomlessOperations: _roomless,
    PresenceOfDay: _presence,
    Diagnose: _facts,
    NextFree: _next_free,
    PreviewPractice: _preview,
    SavePractice: _save,
    PrintedDays: _printed_days,
    PrintedSlip: _printed_slip,
    PatientsToCall: _patients_to_call,
    SheetLoad: _sheet_load,
    PreviewTable: _preview_table,
    ImportTable: _import_table,
}


def answer(desk: Desk, question: Question, now: int) -> object:
    """What the question's class says it is answered by; or pieces of work that end with it.

    :raises StoreUnavailable: where the store does not answer
    """
    return _ANSWERS[type(question)](desk, question, now)
