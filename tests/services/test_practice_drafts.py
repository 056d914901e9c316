"""Saving changes of the practice from the settings, and what they would break."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from praxidesk.engine.absence_changes import AbsenceChange
from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.offerings import AppointmentType, Need
from praxidesk.engine.outcomes import Done, StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import (
    DraftEffects,
    DraftRefused,
    DraftSaved,
    DraftStale,
    PracticeDraft,
    RowChange,
)
from praxidesk.engine.vocabulary import ActorKind, ConflictKind, Role, Severity
from praxidesk.exchange.practice_file import PracticeFileError, read
from praxidesk.models.settled_requests import Asked
from praxidesk.models.store import StoreUnavailable
from praxidesk.services import practice_drafts
from praxidesk.services.desk import Desk
from praxidesk.services.practice_drafts import save_draft
from praxidesk.services.setup import apply
from tests.services.diary import Diary
from tests.services.practice_changes import ILL, absent, actor, effects, previewed


def test_an_absence_is_saved_and_the_version_counts_up(diary: Diary) -> None:
    version = diary.desk.practice.version
    saved = save_draft(diary.desk, absent(diary))
    assert isinstance(saved, DraftSaved)
    assert saved.version == diary.desk.practice.version > version
    assert ILL in actor(diary, "KOC").availability.absences


def test_the_same_draft_again_is_saved_already_and_writes_nothing(diary: Diary) -> None:
    draft = absent(diary)
    first = save_draft(diary.desk, draft)
    assert save_draft(diary.desk, draft) == first
    diary.desk.refresh()
    assert actor(diary, "KOC").availability.absences.count(ILL) == 1


def test_a_row_that_another_desk_changed_is_not_overwritten(diary: Diary) -> None:
    mine = absent(diary)
    other = Desk.open(diary.desk.store)
    before = actor(diary, "KOC")
    theirs = replace(before, name="Dr. Emre Koç-Yıldız")
    save_draft(other, PracticeDraft((RowChange(before, theirs),)))
    assert save_draft(diary.desk, mine) == DraftStale((theirs,))
    assert previewed(diary.desk, mine, diary.now) == DraftStale((theirs,))
    assert ILL not in Desk.open(diary.desk.store).practice.actors[diary.id("KOC")].availability.absences


def test_other_rows_may_change_meanwhile(diary: Diary) -> None:
    mine = absent(diary)
    save_draft(Desk.open(diary.desk.store), absent(diary, "WEB"))
    assert isinstance(save_draft(diary.desk, mine), DraftSaved)
    assert ILL in actor(diary, "WEB").availability.absences
    assert ILL in actor(diary, "KOC").availability.absences


def test_a_rule_that_another_desk_changed_is_not_overwritten(diary: Diary) -> None:
    kind = ConflictKind.ABSENT
    mine = PracticeDraft((), {kind: Severity.BLOCKING}, {kind: Severity.WARNING})
    save_draft(
        Desk.open(diary.desk.store), PracticeDraft((), {kind: Severity.BLOCKING}, {kind: Severity.OFF})
    )
    assert save_draft(diary.desk, mine) == DraftStale((), policy=True)


def test_new_rows_of_every_kind_are_saved_together(diary: Diary) -> None:
    new = Actor("NEU", ActorKind.PRACTITIONER, "Dr. Neu", roles=(Role.PRACTITIONER,))
    kind = AppointmentType("NT", "Neue Art", 20, need=(Need(Role.PRACTITIONER, any_of=("NEU",)),))
    draft = PracticeDraft((RowChange(None, kind), RowChange(None, new)))
    assert effects(diary, draft) == DraftEffects((), 0)
    assert isinstance(save_draft(diary.desk, draft), DraftSaved)
    assert actor(diary, "NEU") == new
    assert kind in diary.desk.practice.types.values()


@pytest.mark.parametrize("section", ["same", "other"])
def test_a_new_row_never_takes_the_place_of_another(diary: Diary, section: str) -> None:
    kind = ActorKind.PRACTITIONER if section == "same" else ActorKind.ROOM
    roles = (Role.PRACTITIONER,) if section == "same" else ()
    draft = PracticeDraft((RowChange(None, Actor("KOC", kind, "Neu", roles=roles)),))
    before = diary.desk.practice
    refused = save_draft(diary.desk, draft)
    assert isinstance(refused, DraftRefused)
    assert refused.errors[0].row == 0
    assert refused.errors[0].error.field == "code"
    assert Desk.open(diary.desk.store).practice == before


def test_nothing_is_saved_where_one_row_is_wrong(diary: Diary) -> None:
    before = diary.desk.practice
    web = actor(diary, "WEB")
    wrong = replace(web, availability=replace(web.availability, hours=(WeeklyWindow(0, 600, 540),)))
    draft = PracticeDraft((*absent(diary).rows, RowChange(web, wrong)))
    refused = save_draft(diary.desk, draft)
    assert isinstance(refused, DraftRefused)
    (error,) = refused.errors
    assert (error.row, error.error.field) == (1, "hours[0].to")
    assert error.error.message == "09:00 is not after its start 10:00"
    assert Desk.open(diary.desk.store).practice == before


def _named(value: Any) -> Callable[[Practice], PracticeDraft]:
    def made(practice: Practice) -> PracticeDraft:
        row = practice.actors[practice.actor_ids["KOC"]]
        return PracticeDraft((RowChange(row, replace(row, name=value)),))

    return made


def _type(**more: Any) -> Callable[[Practice], PracticeDraft]:
    def made(practice: Practice) -> PracticeDraft:
        row = practice.types[practice.type_ids["KONTR"]]
        return PracticeDraft((RowChange(row, replace(row, **more)),))

    return made


def _site(**more: Any) -> Callable[[Practice], PracticeDraft]:
    return lambda practice: PracticeDraft((RowChange(practice.site, replace(practice.site, **more)),))


@pytest.mark.parametrize(
    ("made", "field", "toml"),
    [
        (_named(""), "name", '[[practitioner]]\ncode = "KOC"\nname = ""'),
        (_named("x" * 201), "name", f'[[practitioner]]\ncode = "KOC"\nname = "{"x" * 201}"'),
        (_type(minutes=0), "minutes", '[[appointment_type]]\ncode = "KONTR"\nname = "K"\nminutes = 0'),
        (_type(minutes=1501), "minutes", '[[appointment_type]]\ncode = "KONTR"\nname = "K"\nminutes = 1501'),
        (
            _type(need=(Need(Role.ROOM, any_of=("KOC",)),)),
            "need[0].any[0]",
            '[[appointment_type]]\ncode = "KONTR"\nname = "K"\nminutes = 1\nneed=[{role="room",any=["KOC"]}]',
        ),
        (
            _type(need=(Need(Role.PRACTITIONER, any_of=("NIE",)),)),
            "need[0].any[0]",
            '[[appointment_type]]\ncode = "KONTR"\nname = "K"\nminutes = 1\n'
            'need=[{role="practitioner",any=["NIE"]}]',
        ),
        (
            _site(timezone="Mars/Olympus"),
            "timezone",
            '[site]\ncode = "HAUS"\nname = "H"\ntimezone = "Mars/Olympus"',
        ),
        (
            _site(holidays="DE-XX"),
            "holidays",
            '[site]\ncode = "HAUS"\nname = "H"\ntimezone = "UTC"\nholidays = "DE-XX"',
        ),
    ],
)
def test_the_settings_refuse_what_setup_refuses_in_the_same_words(
    diary: Diary, made: Callable[[Practice], PracticeDraft], field: str, toml: str
) -> None:
    refused = save_draft(diary.desk, made(diary.desk.practice))
    assert isinstance(refused, DraftRefused)
    (error,) = refused.errors
    assert (error.row, error.error.field) == (0, field)
    with pytest.raises(PracticeFileError) as by_file:
        apply(diary.desk.store, read(toml, stored=diary.desk.practice))
    assert error.error.message in str(by_file.value)


def test_a_fault_of_the_store_saves_nothing(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    before = diary.desk.practice

    def broken(*_args: object) -> object:
        yield from ()
        raise StoreUnavailable(StoreFault.DISK_FULL, "made up")

    monkeypatch.setattr(practice_drafts, "written", broken)
    with pytest.raises(StoreUnavailable):
        save_draft(diary.desk, absent(diary))
    assert Desk.open(diary.desk.store).practice == before


def test_booking_goes_on_with_the_new_practice(diary: Diary) -> None:
    save_draft(diary.desk, absent(diary))
    assert not isinstance(diary.book("09:00", "KOC"), Done)
    assert isinstance(diary.book("09:00", "KOC", day=date(2026, 11, 30)), Done)


def test_what_was_saved_under_a_key_is_not_saved_again_whatever_was_done_since(diary: Diary) -> None:
    before, asked = actor(diary, "KOC"), Asked("a key", diary.now)
    ill = absent(diary)
    assert isinstance(save_draft(diary.desk, ill, asked), DraftSaved)
    back = PracticeDraft((RowChange(actor(diary, "KOC"), before),))
    saved = save_draft(diary.desk, back)
    assert save_draft(diary.desk, ill, asked) == saved
    assert actor(diary, "KOC") == before


def test_an_absence_is_taken_away_and_entered_again_over_what_others_saved_of_the_same_person(
    diary: Diary,
) -> None:
    entered = AbsenceChange(diary.id("KOC"), ILL)

    def saved(change: AbsenceChange) -> object:
        draft = change.draft(diary.desk.practice)
        return None if draft is None else save_draft(diary.desk, draft)

    assert isinstance(saved(entered), DraftSaved)
    assert saved(entered) is None, "somebody has entered it"
    # This desk does not know of the new name: the first try is stale, and the second keeps it.
    other = Desk.open(diary.desk.store)
    koc = other.practice.actors[diary.id("KOC")]
    save_draft(other, PracticeDraft((RowChange(koc, replace(koc, name="Dr. Umbenannt")),)))
    assert isinstance(saved(entered.reversed), DraftStale)
    assert isinstance(saved(entered.reversed), DraftSaved)
    row = Desk.open(diary.desk.store).practice.actors[diary.id("KOC")]
    assert (row.name, ILL in row.availability.absences) == ("Dr. Umbenannt", False)
    assert saved(entered.reversed) is None, "it is gone"
    assert isinstance(saved(entered), DraftSaved)
    assert ILL in actor(diary, "KOC").availability.absences
