"""What a toast says of something done."""

from dataclasses import replace

from praxidesk.engine.outcomes import Change, Conflict, Done
from praxidesk.engine.requests import StatusRequest
from praxidesk.engine.series_outcomes import DateOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.together import ChangedEntry, TogetherOutcome
from praxidesk.engine.vocabulary import ConflictKind, EntryKind, Severity, Status
from praxidesk.ui.series.several_words import several_text
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.done_words import done_text
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


def test_a_status_of_several_entries_of_another_day_names_the_day() -> None:
    day = 24 * 3600

    def said(status: Status, *days_ahead: int) -> str:
        done = []
        for ahead in days_ahead:
            starts_at, ends_at = ENTRY.starts_at + ahead * day, ENTRY.ends_at + ahead * day
            entry = replace(ENTRY, status=status, starts_at=starts_at, ends_at=ends_at)
            request = StatusRequest(entry.id, 1, status)
            done.append(ChangedEntry(request, DateState.DONE, entry.span, entry))
        return several_text(practice(), ZONE, TogetherOutcome(tuple(done)), ENTRY.starts_at, can_undo=True)

    assert said(Status.ARRIVED, 0, 0) == "Arrived: 2 appointment(s)"
    assert said(Status.ARRIVED, 1, 1).endswith(" · the appointments are on Tue 24 Nov only")
    assert said(Status.FULFILLED, -3, -3).endswith(" · on Fri 20 Nov")
    assert said(Status.BOOKED, 1, 1).endswith(" · on Tue 24 Nov"), "that can be at any time"
    named = said(Status.NOSHOW, 0, 1, 2, 3, 4)
    assert "Mon 23 Nov, Tue 24 Nov, Wed 25 Nov" in named
    assert "2" in named.rpartition("Wed 25 Nov")[2]
    assert "Thu" not in named


def test_what_was_only_made_longer_is_not_told_to_have_moved() -> None:
    longer = replace(ENTRY, ends_at=ENTRY.ends_at + 600)
    said = done_text(practice(), ZONE, Done(Change.MOVED, longer, before=ENTRY))
    assert said.startswith("Changed: ")
    assert said.endswith(f"10:30 to {ZONE.local(longer.ends_at):%H:%M}")
    later = replace(longer, starts_at=ENTRY.starts_at + 600)
    assert done_text(practice(), ZONE, Done(Change.MOVED, later, before=ENTRY)).startswith("Moved: ")


def test_a_block_is_not_told_to_be_an_appointment() -> None:
    block = replace(ENTRY, kind=EntryKind.BLOCKOUT, patient=None, reason="Team meeting")
    said = [done_text(practice(), ZONE, Done(each, block)) for each in (Change.BOOKED, Change.CANCELLED)]
    assert said[0].startswith("Blocked: Team meeting, ")
    assert said[1].startswith("Removed: Team meeting, ")


def test_a_date_of_a_series_that_stays_is_named_by_where_it_stands() -> None:
    rule = ZONE.day_of(ENTRY.starts_at)
    done = DateOutcome(rule, DateState.DONE, ENTRY.span, entry=ENTRY, before=ENTRY)
    other = replace(ENTRY, starts_at=ENTRY.starts_at - 86_400, ends_at=ENTRY.ends_at - 86_400)
    stays = DateOutcome(rule, DateState.CLASHES, ENTRY.span, entry=other)
    outcome = SeriesOutcome(Verdict.MOVED, (done, stays))
    said = several_text(practice(), ZONE, outcome, ENTRY.starts_at, can_undo=True)
    assert said.endswith("unchanged: Sun 22 Nov")
