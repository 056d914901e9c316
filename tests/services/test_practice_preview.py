"""What a change of the practice would break, told before it is saved."""

import random
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from praxidesk.engine.availability import Absence
from praxidesk.engine.offerings import Need
from praxidesk.engine.practice_draft import PracticeDraft, RowChange
from praxidesk.engine.vocabulary import ConflictKind, Role, Severity
from praxidesk.services import practice_preview
from praxidesk.services.desk import Desk
from praxidesk.services.practice_drafts import save_draft
from tests.services.diary import MONDAY, Diary
from tests.services.practice_changes import ILL, absent, actor, effects, site_closing_at
from tests.statement_log import StatementLog


def told(diary: Diary, draft: PracticeDraft) -> list[tuple[int, list[ConflictKind]]]:
    found = effects(diary, draft)
    assert found.count == len(found.breaches)
    return [(each.entry.id, [conflict.kind for conflict in each.conflicts]) for each in found.breaches]


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
