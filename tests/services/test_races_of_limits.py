"""Many at once for the last place of a limit: it is given once, though no two want the same people."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from praxidesk.engine.outcomes import Done, Free, Outcome, Refused
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.vocabulary import Status
from praxidesk.exchange.practice_file import read
from praxidesk.services import booking
from praxidesk.services.desk import Desk
from praxidesk.services.setup import apply
from tests.services.clerks import at_once
from tests.services.diary import PRACTICE, Diary, conflicts_of, entry_of

CLERKS = 6
LIMITED = """
[[appointment_type]]
code = "IMPF"
name = "Impfung"
minutes = 30
at_once = 2

[[appointment_type]]
code = "CHECK"
name = "Vorsorge"
minutes = 30
quota = [{ per = "half_day", most = 2 }]
min_distance = 60
"""


@pytest.fixture
def limited(diary: Diary, tmp_path: Path) -> Diary:
    """The practice with types that have limits."""
    path = tmp_path / "limited.toml"
    path.write_text(PRACTICE.read_text(encoding="utf-8") + LIMITED, encoding="utf-8")
    apply(diary.desk.store, read(path))
    diary.desk.refresh()
    return diary


def request(diary: Diary, code: str, clock: str, people: str) -> BookRequest:
    return diary.request(clock, people, type=diary.desk.practice.type_ids[code])


def kinds_of(outcomes: list[Outcome]) -> set[str]:
    return {
        kind
        for each in outcomes
        if isinstance(each, Refused)
        for kind, severity in conflicts_of(each)
        if severity == "blocking"
    }


def test_only_so_many_run_at_once_whoever_they_are_with(store_url: str, limited: Diary) -> None:
    """KOC, WEB, R1, R2, OP1 and CARM1 are all free: six clerks want one each, and two may."""
    alone = ["KOC", "WEB", "R1", "R2", "OP1", "CARM1"]
    for hour in range(8, 12):
        requests = [request(limited, "IMPF", f"{hour:02}:00", code) for code in alone]
        places = iter(requests)

        def work(desk: Desk, _: random.Random) -> Outcome:
            return booking.book(desk, next(places), limited.now)  # noqa: B023 - used at once

        outcomes = at_once(store_url, CLERKS, work, 1)
        assert sum(isinstance(each, Done) for each in outcomes) == 2
        assert kinds_of(outcomes) == {"too_many_at_once"}


def test_a_quota_is_not_overdrawn(store_url: str, limited: Diary) -> None:
    requests = [request(limited, "CHECK", f"{hour:02}:00", "KOC") for hour in range(8, 12)]

    def work(desk: Desk, chance: random.Random) -> Outcome:
        return booking.book(desk, chance.choice(requests), limited.now)

    outcomes = at_once(store_url, CLERKS, work, 4)
    assert sum(isinstance(each, Done) for each in outcomes) == 2
    assert kinds_of(outcomes) <= {"quota_full", "practitioner_busy", "too_close"}


def test_limits_count_what_is_stored(limited: Diary) -> None:
    """The first of the three is cancelled, and the third may be."""
    first, _ = [limited.ask(request(limited, "IMPF", "09:00", code)) for code in ("KOC", "WEB")]
    third = request(limited, "IMPF", "09:15", "R1")
    assert conflicts_of(limited.ask(third)) == [("too_many_at_once", "blocking")]
    later = entry_of(limited.ask(request(limited, "IMPF", "09:30", "R1")))
    assert conflicts_of(limited.move(later, "09:29")) == [("too_many_at_once", "blocking")]
    waiting = entry_of(limited.set_status(entry_of(first), Status.WAITLIST))
    entry_of(limited.move(later, "09:15"))
    assert conflicts_of(limited.set_status(waiting, Status.BOOKED)) == [("too_many_at_once", "blocking")]


def test_an_entry_is_not_in_its_own_way(limited: Diary) -> None:
    first = entry_of(limited.ask(request(limited, "CHECK", "08:00", "KOC")))
    entry_of(limited.ask(request(limited, "CHECK", "10:00", "KOC")))
    moved = entry_of(limited.move(first, "08:30"))
    assert conflicts_of(limited.move(moved, "09:01")) == [("too_close", "blocking")]
    assert conflicts_of(limited.ask(request(limited, "CHECK", "11:30", "KOC"))) == [
        ("quota_full", "blocking")
    ]
    entry_of(limited.ask(request(limited, "CHECK", "12:00", "KOC")))


def test_alternatives_keep_the_limits(limited: Diary) -> None:
    entry_of(limited.ask(request(limited, "CHECK", "08:00", "KOC")))
    entry_of(limited.ask(request(limited, "CHECK", "10:00", "KOC")))
    answer = limited.ask(request(limited, "CHECK", "11:30", "KOC"))
    assert isinstance(answer, Refused)
    offers = [limited.desk.zone.local(each.starts_at).strftime("%a %H:%M") for each in answer.alternatives]
    assert offers == ["Mon 12:00", "Mon 12:05", "Mon 12:10"]
    for each in answer.alternatives:
        asked = replace(request(limited, "CHECK", "08:00", "KOC"), starts_at=each.starts_at)
        assert isinstance(limited.check(replace(asked, participants=each.participants)), Free)
