"""What a toast says of something done."""

from praxidesk.engine.outcomes import Change, Conflict, Done
from praxidesk.engine.vocabulary import ConflictKind, Severity
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
