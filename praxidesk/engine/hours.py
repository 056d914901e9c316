"""The background: when a site or actor can be asked for, and what says otherwise.

Weekly hours are local wall time, expanded for each day; a date's exceptions replace them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from praxidesk.engine.availability import Availability
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone
from praxidesk.engine.weekly import days, pattern

NamedSpans = tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Background:
    """What lies behind the entries of a site or actor in some span; everything sorted and clipped to it."""

    open: tuple[Span, ...]
    """Time that can be booked: inside the hours of both actor and site, without breaks, absences
    and closures. Disjoint; stretches that touch are one."""
    breaks: tuple[Span, ...]
    """The actor's own, disjoint; the site's for the site."""
    absences: NamedSpans
    """The actor's own, with reasons; may overlap. None for the site."""
    closures: NamedSpans
    """The site's closures and holidays, with reasons and names, but for what its exceptions open."""
    hours: tuple[Span, ...]
    """Stated hours alone, nothing taken out; all of the days for which none are stated. Disjoint."""
    unstated: tuple[Span, ...]
    """Days for which neither weekly hours nor an exception say anything. Disjoint."""


def background(practice: Practice, zone: Zone, actor_id: ActorId | None, span: Span) -> Background:
    """The background of one actor, or with ``None`` of the site."""
    site = site_background(practice, zone, span)
    return site if actor_id is None else actor_background(practice, zone, actor_id, span, site)


def site_background(practice: Practice, zone: Zone, span: Span) -> Background:
    """The background of the site."""
    availability = practice.site.availability
    said = own_times(availability, zone, span)
    closures = site_closures(practice, zone, span)
    shut = merged([*said.breaks, *(closed for closed, _ in closures)])
    return Background(
        open=tuple(subtracted(said.hours, shut)),
        breaks=tuple(said.breaks),
        absences=(),
        closures=tuple(closures),
        hours=tuple(said.hours),
        unstated=tuple(said.unstated),
    )


def actor_background(
    practice: Practice, zone: Zone, actor_id: ActorId, span: Span, site: Background
) -> Background:
    """The background of one actor, where the site's of the same span is known: for many actors at once."""
    availability = practice.actors[actor_id].availability
    said = own_times(availability, zone, span)
    absences = named_absences(availability, zone, span)
    away = merged([*said.breaks, *(away for away, _ in absences)])
    return Background(
        open=tuple(intersected(site.open, subtracted(said.hours, away))),
        breaks=tuple(said.breaks),
        absences=tuple(absences),
        closures=site.closures,
        hours=tuple(said.hours),
        unstated=tuple(said.unstated),
    )


@dataclass(frozen=True, slots=True)
class OwnTimes:
    """What somebody's own weeks and their exceptions say of a span; all sorted, disjoint, clipped to it."""

    hours: list[Span]
    """Stated hours, and the unstated days."""
    unstated: list[Span]
    breaks: list[Span]


def own_times(availability: Availability, zone: Zone, span: Span) -> OwnTimes:
    """Hours and breaks of a span as stated."""
    breaks = pattern(availability.breaks, availability.break_exceptions).spans(zone, span)
    week = pattern(availability.hours, availability.exceptions)
    if availability.hours:
        return OwnTimes(week.spans(zone, span), [], breaks)
    if not week.replaced:
        whole = merged([span])
        return OwnTimes(whole, whole, breaks)
    unstated = _clipped(
        merged(zone.day(day.date) for day in days(zone, span) if day.date not in week.replaced), span
    )
    return OwnTimes(merged([*week.spans(zone, span), *unstated]), unstated, breaks)


def named_absences(availability: Availability, zone: Zone, span: Span) -> list[tuple[Span, str]]:
    """Absences or closures with their reasons, sorted, clipped to a span; may overlap."""
    return sorted(
        (clipped, absence.reason)
        for absence in availability.absences
        for clipped in _clipped([Span(zone.reached(absence.starts), zone.reached(absence.ends))], span)
    )


def site_closures(practice: Practice, zone: Zone, span: Span) -> list[tuple[Span, str]]:
    """Closures and holidays within a span, less the hours that the site's exceptions open on them."""
    availability = practice.site.availability
    closed = named_absences(availability, zone, span)
    if practice.holidays:
        closed += [
            (clipped, practice.holidays[day])
            for day in zone.days(span)
            if day in practice.holidays
            for clipped in _clipped([zone.day(day)], span)
        ]
    if not closed:
        return []
    opened = merged(
        Span(zone.at(each.date, each.from_minute), zone.at(each.date, each.to_minute))
        for each in availability.exceptions
        if each.from_minute is not None and each.to_minute is not None
    )
    return sorted((rest, name) for shut, name in closed for rest in subtracted([shut], opened))


def _clipped(spans: Iterable[Span], bounds: Span) -> list[Span]:
    """What of the spans lies within the bounds."""
    first, last = bounds
    return [
        span
        if first <= span.start and span.end <= last
        else Span(max(span.start, first), min(span.end, last))
        for span in spans
        if span.start < last and first < span.end and span.start < span.end
    ]
