"""Saving changes of the practice from the settings, and what they would break."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, cast

import pytest

from praxidesk.engine.absence_changes import AbsenceChange
from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence, WeeklyWindow
from praxidesk.engine.offerings import AppointmentType, Need
from praxidesk.engine.outcomes import Done, StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import (
    DraftEffects,
    DraftPreview,
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
from praxidesk.services import practice_drafts, practice_preview
from praxidesk.services.desk import Desk
from praxidesk.services.practice_drafts import save_draft
from praxidesk.services.practice_preview import preview_in_pieces
from praxidesk.services.setup import apply
from tests.services.diary import MONDAY, Diary
from tests.statement_log import StatementLog

ILL = Absence(datetime(2026, 11, 23), datetime(2026, 11, 28), "krank")


def previewed(desk: Desk, draft: PracticeDraft, now: int) -> DraftPreview:
    """The answer, all pieces one after the other."""
    pieces = preview_in_pieces(desk, draft, now)
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            return cast(DraftPreview, end.value)


def actor(diary: Diary, code: str) -> Actor:
    return diary.desk.practice.actors[diary.id(code)]


def with_absence(row: Actor, absence: Absence = ILL) -> Actor:
    available = row.availability
    return replace(row, availability=replace(available, absences=(*available.absences, absence)))


def absent(diary: Diary, code: str = "KOC", absence: Absence = ILL) -> PracticeDraft:
    before = actor(diary, code)
    return PracticeDraft((RowChange(before, with_absence(before, absence)),))


def site_closing_at(diary: Diary, hour: int) -> PracticeDraft:
    before = diary.desk.practice.site
    hours = tuple(replace(each, to_minute=hour * 60) for each in before.availability.hours)
    after = replace(before, availability=replace(before.availability, hours=hours))
    return PracticeDraft((RowChange(before, after),))


def effects(diary: Diary, draft: PracticeDraft) -> DraftEffects:
    found = previewed(diary.desk, draft, diary.now)
    assert isinstance(found, DraftEffects), found
    return found


def told(diary: Diary, draft: PracticeDraft) -> list[tuple[int, list[ConflictKind]]]:
    found = effects(diary, draft)
    assert found.count == len(found.breaches)
    return [(each.entry.id, [conflict.kind for conflict in each.conflicts]) for each in found.breaches]


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


def test_an_absence_names_those_it_strands_and_nobody_else(diary: Diary) -> None:
    hit = diary.booked("09:00", "KOC R1")
    diary.booked("09:00", "WEB R2")
    diary.booked("09:00", "KOC", day=MONDAY + timedelta(days=7))
    assert told(diary, absent(diary)) == [(hit.id, [ConflictKind.ABSENT])]
    assert ILL not in Desk.open(diary.desk.store).practice.actors[diary.id("KOC")].availability.absences


def test_what_was_broken_before_is_not_told_again(diary: Diary) -> None:
    diary.booked("17:30", "KOC", override_reason="Notfall")
    late = diary.booked("15:00", "KOC")
    before = actor(diary, "KOC")
    shorter = tuple(replace(each, to_minute=15 * 60) for each in before.availability.hours)
    after = replace(before, availability=replace(before.availability, hours=shorter))
    draft = PracticeDraft((RowChange(before, after),))
    assert told(diary, draft) == [(late.id, [ConflictKind.OUTSIDE_HOURS])]


def test_what_is_over_is_not_told(diary: Diary) -> None:
    diary.booked("09:00", "KOC")
    later = diary.booked("14:00", "KOC")
    noon = replace(diary, now=diary.at("12:00"))
    assert told(noon, absent(diary)) == [(later.id, [ConflictKind.ABSENT])]


def test_the_site_that_closes_earlier_affects_everybody(diary: Diary) -> None:
    web, koc = diary.booked("15:30", "WEB"), diary.booked("15:00", "KOC")
    diary.booked("09:00", "KOC")
    found = told(diary, site_closing_at(diary, 15))
    assert [entry for entry, _ in found] == [koc.id, web.id]
    assert {kind for _, kinds in found for kind in kinds} <= {
        ConflictKind.PRACTICE_CLOSED,
        ConflictKind.OUTSIDE_HOURS,
    }


def test_somebody_who_leaves_is_named_with_all_that_is_booked(diary: Diary) -> None:
    days = [diary.booked("09:00", "KOC", day=MONDAY + timedelta(days=7 * week)) for week in (0, 10)]
    before = actor(diary, "KOC")
    draft = PracticeDraft((RowChange(before, replace(before, active=False)),))
    assert told(diary, draft) == [(each.id, [ConflictKind.INACTIVE]) for each in days]


def test_a_type_that_needs_more_breaks_what_was_booked_of_it(diary: Diary) -> None:
    practice = diary.desk.practice
    entry = diary.booked("09:00", "KOC R1", type=practice.type_ids["KONTR"])
    diary.booked("10:00", "KOC R1")
    before = practice.types[practice.type_ids["KONTR"]]
    need = (Need(Role.PRACTITIONER, specialty="cardiology"), Need(Role.ROOM))
    found = told(diary, PracticeDraft((RowChange(before, replace(before, need=need)),)))
    assert found == [(entry.id, [ConflictKind.NOT_QUALIFIED])]


def test_a_rule_that_blocks_from_now_on_tells_what_breaks_it(diary: Diary) -> None:
    kind = ConflictKind.OUTSIDE_HOURS
    softened = PracticeDraft((), {kind: Severity.BLOCKING}, {kind: Severity.WARNING})
    save_draft(diary.desk, softened)
    late = diary.booked("16:30", "KOC")
    back = PracticeDraft((), {kind: Severity.WARNING}, {kind: Severity.BLOCKING})
    assert told(diary, back) == [(late.id, [kind])]


def test_more_than_anybody_reads_are_counted(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice_preview, "MOST_TOLD", 3)
    for hour in range(8, 16):
        diary.booked(f"{hour:02}:00", "KOC")
    long_ill = replace(ILL, ends=datetime(2027, 1, 1))
    found = effects(diary, absent(diary, absence=long_ill))
    assert found.count == 8
    assert len(found.breaches) == 3


def test_a_preview_needs_as_many_statements_whatever_is_booked(
    diary: Diary, statements: StatementLog
) -> None:
    draft = absent(diary)

    def asked() -> int:
        statements.clear()
        effects(diary, draft)
        return len([each for each in statements if each.lstrip().upper().startswith(("SELECT", "WITH"))])

    diary.booked("09:00", "KOC")
    one = asked()
    for hour in range(10, 16):
        diary.booked(f"{hour:02}:00", "KOC")
    assert asked() == one <= 4


def test_of_other_hours_of_the_site_only_what_they_close_is_read(
    diary: Diary, statements: StatementLog
) -> None:
    def asked(draft: PracticeDraft) -> tuple[int, int]:
        statements.clear()
        count = effects(diary, draft).count
        return count, len(
            [each for each in statements if each.lstrip().upper().startswith(("SELECT", "WITH"))]
        )

    weeks = [MONDAY + timedelta(days=7 * week) for week in range(4)]
    for day in weeks:
        diary.booked("15:30", "WEB", day=day)
    late, few = asked(site_closing_at(diary, 15))
    for day in weeks:
        for hour in (9, 10, 11):
            diary.booked(f"{hour:02}:00", "KOC", day=day)
            diary.booked(f"{hour:02}:30", "WEB", day=day)
    assert asked(site_closing_at(diary, 15)) == (late, few) == (4, few)
    assert few <= 2 * 3 * 13 + 1, "two for a day's worth of closed time, of which four weeks have three"
    assert asked(site_closing_at(diary, 20)) == (0, 1), "longer hours close nothing, so no entry is read"


@pytest.mark.parametrize("seed", range(2))
def test_of_other_hours_the_short_way_finds_what_the_whole_check_finds(
    diary: Diary, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    for day in range(0, 42, 3):
        for code in ("KOC", "WEB", "KOC R1", "WEB R2"):
            time = f"{chance.randrange(7, 19):02}:{chance.choice((0, 15, 30)):02}"
            diary.book(time, code, day=MONDAY + timedelta(days=day), override_reason="so gewollt")

    def other(row: Any) -> Any:
        known = row.availability
        hours = tuple(
            replace(
                each, from_minute=chance.randrange(420, 600, 15), to_minute=chance.randrange(840, 1140, 15)
            )
            for each in known.hours
            if chance.random() < 0.9
        )
        away = datetime(2026, 11, 25) + timedelta(hours=chance.randrange(300))
        absences = (*known.absences, Absence(away, away + timedelta(hours=chance.randrange(1, 90)), "zu"))
        some = absences if chance.random() < 0.5 else known.absences
        return replace(row, availability=replace(known, hours=hours, absences=some))

    told_of = 0
    for codes in (("",), ("KOC",), ("", "WEB", "R1"), ("R1", "KOC")):
        rows = [actor(diary, code) if code else diary.desk.practice.site for code in codes]
        draft = PracticeDraft(tuple(RowChange(row, other(row)) for row in rows))
        assert practice_preview.is_of_hours(draft)
        short = effects(diary, draft)
        with monkeypatch.context() as patched:
            patched.setattr(practice_preview, "is_of_hours", lambda _: False)
            whole = effects(diary, draft)
        assert sorted(short.breaches, key=lambda each: each.entry.id) == sorted(
            whole.breaches, key=lambda each: each.entry.id
        )
        told_of += short.count
    assert told_of


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
