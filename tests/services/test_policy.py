"""What kinds of conflict do, changed by the practice."""

from dataclasses import replace

import pytest

from praxidesk.engine.outcomes import Done, Invalid, Refused
from praxidesk.engine.practice import NEVER_SOFTENED
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.models.settled_requests import Asked
from praxidesk.services.policy import change_policy
from tests.services.diary import Diary


def test_a_softened_kind_warns_and_the_others_stay(diary: Diary) -> None:
    before = dict(diary.desk.practice.policy)
    assert isinstance(diary.book("17:30", "KOC"), Refused)
    version = diary.desk.practice.version
    assert change_policy(diary.desk, {ConflictKind.OUTSIDE_HOURS: Severity.WARNING}) is None
    assert diary.desk.practice.version > version
    assert diary.desk.practice.policy == before | {ConflictKind.OUTSIDE_HOURS: Severity.WARNING}
    done = diary.book("17:30", "KOC")
    assert isinstance(done, Done)
    assert [each.kind for each in done.warnings] == [ConflictKind.OUTSIDE_HOURS]


def test_a_kind_goes_back_to_what_the_product_says(diary: Diary) -> None:
    asked = Asked("a key", diary.now)
    change_policy(diary.desk, {ConflictKind.ABSENT: Severity.OFF}, asked)
    change_policy(diary.desk, {ConflictKind.ABSENT: Severity.BLOCKING})
    change_policy(diary.desk, {ConflictKind.ABSENT: Severity.OFF}, asked)
    diary.desk.refresh()
    assert diary.desk.practice.severity(ConflictKind.ABSENT) is Severity.BLOCKING


@pytest.mark.parametrize("kind", sorted(NEVER_SOFTENED))
def test_what_the_database_forbids_cannot_be_softened(diary: Diary, kind: ConflictKind) -> None:
    refusal = change_policy(diary.desk, {ConflictKind.ABSENT: Severity.OFF, kind: Severity.WARNING})
    assert isinstance(refusal, Invalid)
    assert refusal.errors[0].field == f"policy.{kind}"
    assert diary.desk.practice.severity(ConflictKind.ABSENT) is Severity.BLOCKING


def test_a_change_made_elsewhere_meanwhile_stays(diary: Diary) -> None:
    other = replace(diary, desk=type(diary.desk)(diary.desk.store, diary.desk.practice))
    change_policy(other.desk, {ConflictKind.ABSENT: Severity.WARNING})
    change_policy(diary.desk, {ConflictKind.ON_BREAK: Severity.WARNING})
    other.desk.refresh()
    assert other.desk.practice.severity(ConflictKind.ABSENT) is Severity.WARNING
    assert other.desk.practice.severity(ConflictKind.ON_BREAK) is Severity.WARNING
