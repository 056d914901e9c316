"""What a toast says of something done."""

from dataclasses import replace

from praxidesk.engine.outcomes import Change, Conflict, Done
from praxidesk.engine.vocabulary import ConflictKind, Severity, Status
from praxidesk.ui.conflict_wording import ConflictWording
from praxidesk.ui.done_words import done_text
from tests.ui.desk_practice import WEBER, ZONE, entries, practice

ENTRY = next(each for each in entries() if each.id == 7)


def test_what_was_overridden_is_not_told_again_but_other_warnings_are() -> None:
    overridden = Conflict(ConflictKind.PRACTITIONER_BUSY, Severity.WARNING, ENTRY.span, WEBER)
    tentative = Conflict(ConflictKind.TENTATIVE, Severity.WARNING, ENTRY.span, WEBER)
    plain = done_text(practice(), ZONE, Done(Change.BOOKED, ENTRY))
    told = done_text(practice(), ZONE, Done(Change.BOOKED, ENTRY, (overridden, tentative)))
    assert told == f"{plain} · {ConflictWording(practice(), ZONE).sentence(tentative)}"


def test_a_status_of_a_later_day_names_the_day() -> None:
    done = Done(Change.STATUS_CHANGED, replace(ENTRY, status=Status.ARRIVED), before=ENTRY)
    said = [done_text(practice(), ZONE, done, ENTRY.starts_at - hours * 3600) for hours in (1, 24)]
    assert "only" not in said[0]
    assert said[1].startswith(said[0])
    assert "only" in said[1]
