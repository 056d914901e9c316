"""What the background says against an actor or the site, by kind of conflict."""

from collections.abc import Mapping

from praxidesk.engine.hours import Background, named_absences, own_times
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span, merged, subtracted
from praxidesk.engine.vocabulary import ActorId, ActorKind, ConflictKind
from praxidesk.engine.walltime import Zone

HoursConflicts = Mapping[ConflictKind, list[Span]]
"""Sorted and disjoint spans of each kind, stretches that touch being one."""


def site_conflicts(site: Background, span: Span) -> HoursConflicts:
    """When no entry can be: outside the site's open time; and where no hours are known."""
    closures = merged(closed for closed, _ in site.closures)
    return {
        ConflictKind.PRACTICE_CLOSED: subtracted([span], site.open),
        ConflictKind.NO_HOURS: subtracted(site.unstated, closures),
    }


def actor_conflicts(
    practice: Practice, zone: Zone, actor_id: ActorId, span: Span, site: Background
) -> HoursConflicts:
    """When an actor cannot be taken.

    A closure or holiday stands alone, so nothing is said about an actor there. A break or an
    absence is not outside the hours as well, but may be both a break and an absence.
    """
    actor = practice.actors[actor_id]
    own = own_times(actor.availability, zone, span)
    closures = merged(closed for closed, _ in site.closures)
    absences = merged(away for away, _ in named_absences(actor.availability, zone, span))
    found = {
        ConflictKind.ON_BREAK: subtracted(own.breaks, closures),
        ConflictKind.ABSENT: subtracted(absences, closures),
        ConflictKind.OUTSIDE_HOURS: subtracted(
            [span], merged([*own.hours, *own.breaks, *absences, *closures])
        ),
    }
    if actor.kind is ActorKind.PRACTITIONER:
        found[ConflictKind.NO_HOURS] = subtracted(own.unstated, closures)
    last_day = actor.inspected_until
    if last_day is not None and last_day < zone.day_of(span.end):
        expired = Span(max(span.start, zone.day(last_day).end), span.end)
        found[ConflictKind.OUT_OF_SERVICE] = merged([expired])
    return found
