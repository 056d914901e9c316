"""The report of what breaks a rule where it stands."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from praxidesk.engine.bulk import Breach
from praxidesk.engine.vocabulary import ConflictKind
from praxidesk.exchange.practice_file import read
from praxidesk.services.conflict_report import conflict_report
from praxidesk.services.setup import apply
from tests.services.diary import MONDAY, PRACTICE, Diary, entry_of
from tests.statement_log import StatementLog


def told(diary: Diary, **more: Any) -> list[tuple[int, list[str]]]:
    found = conflict_report(diary.desk, MONDAY, MONDAY, diary.now, **more)
    return [(each.entry.id, [conflict.kind.value for conflict in each.conflicts]) for each in found]


def change(diary: Diary, old: str, new: str) -> None:
    """The practice's description with one thing else."""
    text = PRACTICE.read_text(encoding="utf-8")
    assert old in text
    apply(diary.desk.store, read(text.replace(old, new)))


def test_nothing_is_told_where_nothing_is_wrong(diary: Diary) -> None:
    diary.booked("09:00", "KOC R1", patient=None)
    assert told(diary, warnings=True) == []


def test_a_new_absence_names_everybody_it_strands(diary: Diary) -> None:
    first = diary.booked("09:00", "WEB R1")
    diary.booked("09:00", "KOC R2")
    second = diary.booked("13:00", "WEB")
    change(diary, '{ from = "2026-12-21", to = "2027-01-01"', '{ from = "2026-11-23", to = "2027-01-01"')
    assert told(diary) == [(first.id, ["absent"]), (second.id, ["absent"])]


def test_hours_that_changed_break_what_was_booked(diary: Diary) -> None:
    late = diary.booked("15:30", "KOC")
    change(diary, 'from = "08:00", to = "16:00"', 'from = "08:00", to = "15:45"')
    (breach,) = conflict_report(diary.desk, MONDAY, MONDAY, diary.now)
    assert breach.entry == late
    (conflict,) = breach.conflicts
    assert conflict.kind is ConflictKind.OUTSIDE_HOURS
    assert diary.desk.zone.iso(conflict.span.start) == "2026-11-23T15:45:00+01:00"


def test_both_of_two_that_share_somebody_are_told_each_with_the_other(diary: Diary) -> None:
    first = diary.booked("09:00", "KOC")
    second = diary.booked("09:15", "KOC", override_reason="Notfall")
    found = {each.entry.id: each for each in conflict_report(diary.desk, MONDAY, MONDAY, diary.now)}
    assert {id_: [c.entry for c in each.conflicts] for id_, each in found.items()} == {
        first.id: [second.id],
        second.id: [first.id],
    }
    assert found[second.id].entry.override_reason == "Notfall"


def test_the_past_is_judged_like_the_future(diary: Diary) -> None:
    entry = diary.booked("09:00", "WEB")
    change(diary, '{ from = "2026-12-21", to = "2027-01-01"', '{ from = "2026-11-23", to = "2027-01-01"')
    later = replace(diary, now=diary.at("12:00", date(2027, 3, 1)))
    assert told(later) == [(entry.id, ["absent"])]


def test_only_what_one_actor_is_in(diary: Diary) -> None:
    diary.booked("09:00", "WEB R1")
    change(diary, '{ from = "2026-12-21", to = "2027-01-01"', '{ from = "2026-11-23", to = "2027-01-01"')
    assert told(diary, actors=[diary.id("R1")]) == []
    assert len(told(diary, actors=[diary.id("WEB")])) == 1


def test_warnings_only_where_wanted(diary: Diary) -> None:
    entry = diary.booked("09:00", "WEB R1")
    pending = entry_of(diary.ask(diary.request("11:00", "KOC")))
    assert told(diary) == []
    change(diary, '"FREI"\nname = "Freie Zeit"', '"FREI"\nname = "Freie Zeit"\nneed = [{ role = "device" }]')
    assert told(diary) == []
    assert told(diary, warnings=True) == [(entry.id, ["need_unmet"]), (pending.id, ["need_unmet"])]


def test_each_once_across_the_weeks_it_is_read_in(diary: Diary) -> None:
    booked = [diary.booked("10:00", "WEB", day=MONDAY + timedelta(days=days)) for days in (0, 11)]
    booked.append(
        diary.booked("23:00", "WEB", minutes=120, day=MONDAY + timedelta(days=13), override_reason="nachts")
    )
    booked += [diary.booked("10:00", "WEB", day=MONDAY + timedelta(days=days)) for days in (14, 15)]
    change(diary, '{ from = "2026-12-21", to = "2027-01-01"', '{ from = "2026-11-23", to = "2027-01-01"')
    first = MONDAY - timedelta(days=14)
    found: list[Breach] = list(conflict_report(diary.desk, first, MONDAY + timedelta(days=20), diary.now))
    assert [each.entry.id for each in found] == [each.id for each in booked]


def test_statements_do_not_grow_with_the_entries(diary: Diary, statements: StatementLog) -> None:
    diary.booked("09:00", "WEB")
    list(conflict_report(diary.desk, MONDAY, MONDAY, diary.now))
    statements.clear()
    list(conflict_report(diary.desk, MONDAY, MONDAY, diary.now))
    few = len(statements)
    for hour in range(10, 16):
        diary.booked(f"{hour}:00", "WEB")
        diary.booked(f"{hour}:00", "KOC")
    statements.clear()
    list(conflict_report(diary.desk, MONDAY, MONDAY, diary.now))
    assert len(statements) == few


def test_what_is_past_breaks_no_rule_by_that(diary: Diary) -> None:
    diary.booked("09:00", "WEB R1")
    assert told(replace(diary, now=diary.at("12:00", date(2027, 3, 1))), warnings=True) == []
