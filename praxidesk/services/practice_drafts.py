"""Saving what somebody changed in the settings: through the same reader and writer as a practice file."""

import re
from collections.abc import Iterator, Mapping

from praxidesk.engine.outcomes import FieldError
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import (
    DraftAnswer,
    DraftError,
    DraftRefused,
    DraftSaved,
    DraftStale,
    PracticeDraft,
    PracticeRow,
    Section,
    rows_of,
)
from praxidesk.exchange.practice_document import document_of, table_of_row
from praxidesk.exchange.practice_file import PracticeFile, PracticeFileError, read
from praxidesk.exchange.texts import shown
from praxidesk.models import writes
from praxidesk.models.settled_requests import Asked, claim
from praxidesk.services.desk import Desk, read_practice
from praxidesk.services.setup import written
from praxidesk.services.setup_contradictions import contradictions

_PATH = re.compile(r"([a-z_]+)(?:\[(\d+)\])?(?:\.(.+))?")
_CODED_TOGETHER = (
    (Section.SITE, Section.BRANCH),
    (Section.GROUP, Section.PRACTITIONER, Section.ROOM, Section.DEVICE),
)
"""Their codes are unique over all of them."""


def save_draft(desk: Desk, draft: PracticeDraft, asked: Asked | None = None) -> DraftAnswer:
    """All of it or nothing. A draft that is stored already, because an answer was lost, is saved.

    :param asked: its key; what was saved under it once is saved, whatever was done since
    :raises StoreUnavailable: nothing was saved
    """
    answer = _saved(desk, draft, asked)
    if answer is None:
        desk.refresh()
        return DraftSaved(desk.practice.version)
    if not isinstance(answer, DraftSaved):
        desk.refresh()  # whoever asked goes on from what is stored now
    return answer


def _saved(desk: Desk, draft: PracticeDraft, asked: Asked | None) -> DraftAnswer | None:
    """``None``: it was saved under this key before."""
    with desk.store.write() as connection:
        if claim(connection, asked) is not None:
            connection.rollback()
            return None
        # In the order of all who book; then nobody else can change the practice any more.
        writes.lock_actors(connection, read_practice(connection).actors)
        writes.hold_practice(connection)
        stored = read_practice(connection)
        if _is_stored(stored, draft):
            connection.rollback()
            return DraftSaved(stored.version - 1)  # holding counts up, and is taken back
        looked = look_at(stored, draft)
        if not isinstance(looked, PracticeFile):
            connection.rollback()
            return looked
        for _ in written(connection, stored, looked):
            pass
        desk.reload(connection)
    return DraftSaved(desk.practice.version)


def look_at(stored: Practice, draft: PracticeDraft) -> PracticeFile | DraftRefused | DraftStale:
    """The draft as a practice file would say it, or why it cannot be saved."""
    stale = _stale(stored, draft)
    if stale is not None:
        return stale
    named = tuple((change.section.value, table_of_row(change.after)) for change in draft.rows)
    document = document_of(named, {kind.value: severity.value for kind, severity in draft.policy.items()})
    errors = list(_doubled(stored, draft))
    try:
        file = read(document, stored=stored)
    except PracticeFileError as refused:
        errors += [_placed(draft, each) for each in refused.errors]
    else:
        errors += [_told(draft, reason) for reason in contradictions(stored, file)]
        if not errors:
            return file
    return DraftRefused(tuple(errors))


def _is_stored(stored: Practice, draft: PracticeDraft) -> bool:
    known = _by_code(stored)
    return all(known.get((each.section, each.after.code)) == each.after for each in draft.rows) and all(
        stored.policy[kind] is severity for kind, severity in draft.policy.items()
    )


def _stale(stored: Practice, draft: PracticeDraft) -> DraftStale | None:
    known = _by_code(stored)
    rows = []
    for change in draft.rows:
        present = known.get((change.section, change.after.code))
        if change.before is not None and present is not None and present != change.before:
            rows.append(present)
    policy = any(stored.policy[kind] is not before for kind, before in draft.policy_before.items())
    return DraftStale(tuple(rows), policy) if rows or policy else None


def _doubled(stored: Practice, draft: PracticeDraft) -> Iterator[DraftError]:
    """New rows whose code somebody has: a file would replace that row."""
    known = _by_code(stored)
    for place, change in enumerate(draft.rows):
        if change.before is not None:
            continue
        together = next((each for each in _CODED_TOGETHER if change.section in each), (change.section,))
        if any((section, change.after.code) in known for section in together):
            message = f"{shown(change.after.code)} stands already in the practice"
            yield DraftError(place, FieldError("code", message))


def _by_code(practice: Practice) -> Mapping[tuple[Section, str], PracticeRow]:
    return {(section, row.code): row for section, rows in rows_of(practice).items() for row in rows}


def _placed(draft: PracticeDraft, error: FieldError) -> DraftError:
    """An error of the whole document as one of its row."""
    found = _PATH.fullmatch(error.field)
    if found is None or found[1] not in {each.value for each in Section}:
        return DraftError(-1, error)
    places = [place for place, change in enumerate(draft.rows) if change.section.value == found[1]]
    place = places[int(found[2] or 0)]
    message = error.message.removeprefix(f"{draft.rows[place].after.code}: ")
    return DraftError(place, FieldError(found[3] or "", message))


def _told(draft: PracticeDraft, reason: str) -> DraftError:
    """A contradiction, which begins with what it is about."""
    for place, change in enumerate(draft.rows):
        if reason.startswith(f"{change.section} {change.after.code!r}"):
            return DraftError(place, FieldError("", reason))
    return DraftError(-1, FieldError("", reason))
