"""What a milestone's row says, and whether a time that was typed for one can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.milestones import next_milestone, planned_milestones, running_backwards
from praxidesk.engine.progress import Course, Step
from praxidesk.engine.vocabulary import EntryId, Milestone
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.typed import typed_minute
from praxidesk.ui.panels.milestone_row import RowState, RowWords
from praxidesk.ui.wording import dates, theatre_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MilestoneSet:
    """Somebody said when a milestone was reached."""

    entry: EntryId
    milestone: Milestone
    at: int | None
    """``None``: it was not."""


def steps_of(entry: Entry, course: Course | None) -> tuple[Step, ...]:
    """All its milestones; by the plan alone where nothing is known of how its room goes."""
    if course is not None:
        return course.steps
    reached = {each.milestone: each.at for each in entry.milestones}
    return tuple(
        Step(milestone, planned, reached.get(milestone), reached.get(milestone, planned), is_ahead=False)
        for milestone, planned in planned_milestones(entry).items()
    )


def row_words(zone: Zone, entry: Entry, steps: Sequence[Step]) -> dict[Milestone, RowWords]:
    """The rows of a table of milestones."""
    coming = next_milestone(entry) if entry.status.occupies else None
    last = entry.milestones[-1].milestone if entry.milestones else None
    found = {}
    for step in steps:
        planned = dates.clock(zone, step.planned)
        reached = dates.clock(zone, step.reached) if step.reached is not None else ""
        state, name = RowState.AHEAD, theatre_words.milestone_name(step.milestone)
        if step.milestone is coming:
            state, name = RowState.NEXT, theatre_words.milestone_now(step.milestone)
        elif step.milestone is last:
            state = RowState.LAST
        elif not step.is_ahead:
            state = RowState.REACHED
        found[step.milestone] = RowWords(state, name, planned, reached, _spoken(name, planned, reached))
    return found


def typed_time(zone: Zone, entry: Entry, step: Step, text: str) -> int | None:
    """The instant that a typed time of day means: the one nearest to when the milestone is likely.

    ``None`` where it is no time of day.
    """
    minute = typed_minute(text)
    if minute is None:
        return None
    day = zone.day_of(entry.starts_at)
    around = [zone.at(day + timedelta(days=each), minute) for each in (-1, 0, 1)]
    return min(around, key=lambda each: abs(each - step.expected))


def speaks_against(zone: Zone, entry: Entry, milestone: Milestone, at: int, now: int) -> str:
    """Why a milestone cannot have been then; empty where it can."""
    if at > now:
        return translate("milestones", "{time} is still to come.").format(time=dates.clock(zone, at))
    whole = {**dict(entry.milestones), milestone: at}
    for before, after in running_backwards(whole):
        if milestone in {before, after}:
            return translate("milestones", "{earlier} at {first} comes before {later} at {second}.").format(
                earlier=theatre_words.milestone_name(before),
                first=dates.clock(zone, whole[before]),
                later=theatre_words.milestone_name(after),
                second=dates.clock(zone, whole[after]),
            )
    return ""


def no_time(text: str) -> str:
    """What was typed is no time of day."""
    return translate("milestones", "“{text}” is no time of day.").format(text=text.strip())


def _spoken(name: str, planned: str, reached: str) -> str:
    if reached:
        return translate("milestones", "{milestone}, planned {planned}, at {reached}").format(
            milestone=name, planned=planned, reached=reached
        )
    return translate("milestones", "{milestone}, planned {planned}").format(milestone=name, planned=planned)
