"""Sentences that tell what a practice's own rule says, with its name or its number."""

from praxidesk.engine.actors import Actor
from praxidesk.engine.offerings import NO_LIMITS, Limits, Need
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.vocabulary import Period, Role
from praxidesk.exchange.names import Names

_NOON = 12
_DAY_MINUTES = 1440


def reserved(conflict: Conflict, names: Names) -> str:
    """Which block time it is."""
    blocks = _blocks(conflict, names)
    said = f"{names.who(conflict.actor)} is reserved for others {names.when(conflict.span)}"
    return f"{said}: {', '.join(blocks)}" if blocks else said


def equipment_missing(conflict: Conflict, names: Names) -> str:
    """What the room or device has not."""
    actor = None if conflict.actor is None else names.practice.actors.get(conflict.actor)
    missing = [] if actor is None else _missing(_needs(conflict, names), actor, conflict.role)
    lacks = " and ".join(missing) or "equipment"
    wants = names.service(conflict.service)
    return f"{names.who(conflict.actor)} has no {lacks}, which {wants} needs, {names.when(conflict.span)}"


def out_of_service(conflict: Conflict, names: Names) -> str:
    """Up to when it may be used."""
    actor = None if conflict.actor is None else names.practice.actors.get(conflict.actor)
    until = None if actor is None else actor.inspected_until
    who, when = names.who(conflict.actor), names.when(conflict.span)
    last = "" if until is None else f", after {until},"
    return f"{who} is due for inspection{last} and out of service {when}"


def capacity_full(conflict: Conflict, names: Names) -> str:
    """How many places there are, all of them taken, reserved, closed or away."""
    places = () if conflict.actor is None else names.practice.members.get(conflict.actor, ())
    number = "no place" if len(places) < 2 else f"none of the {len(places)} places"
    return f"{number} of {names.who(conflict.actor)} is free {names.when(conflict.span)}"


def quota_full(conflict: Conflict, names: Names) -> str:
    """How many there may be, and within what."""
    who, what, quota = names.who(conflict.actor), names.service(conflict.service), conflict.quota
    if quota is None:
        return f"{who} already has as many of {what} as the practice allows, {names.when(conflict.span)}"
    start = names.zone.local(conflict.span.start)
    within = {
        Period.HALF_DAY: f"on the {'morning' if start.hour < _NOON else 'afternoon'} of {start:%Y-%m-%d}",
        Period.DAY: f"on {start:%Y-%m-%d}",
        Period.WEEK: f"in the week of {start:%Y-%m-%d}",
    }[quota.per]
    per = {Period.HALF_DAY: "half-day", Period.DAY: "day", Period.WEEK: "week"}[quota.per]
    return f"{who} already has {quota.most} {what} {within} (at most {quota.most} a {per})"


def too_close(conflict: Conflict, names: Names) -> str:
    """How far apart two must be."""
    distance = _limits(conflict, names).distance
    apart = f"{duration(distance)} apart" if distance else "further apart"
    return (
        f"{names.who(conflict.actor)} has entry {names.entry(conflict.entry)} too near to"
        f" {names.start(conflict.span)}: two of {names.service(conflict.service)} begin at least {apart}"
    )


def too_many_at_once(conflict: Conflict, names: Names) -> str:
    """How many may run at the same time."""
    most, what = _limits(conflict, names).at_once, names.service(conflict.service)
    if most is None:
        return f"as many of {what} as the practice allows run already {names.when(conflict.span)}"
    run = "runs" if most == 1 else "run"
    return f"{most} {what} {run} already {names.when(conflict.span)} (at most {most} at once)"


def notice_too_short(conflict: Conflict, names: Names) -> str:
    """How long before its start it must be booked."""
    notice = _limits(conflict, names).notice
    before = f"at least {duration(notice)}" if notice else "longer"
    what = names.service(conflict.service)
    return f"{what} must be booked {before} before it begins, on {names.start(conflict.span)}"


def too_far_ahead(conflict: Conflict, names: Names) -> str:
    """How many days ahead it may be booked."""
    advance = _limits(conflict, names).advance
    what, day = names.service(conflict.service), names.day(conflict.span)
    if advance is None:
        return f"{what} cannot be booked as far ahead as {day}"
    ahead = "for today only" if not advance else f"at most {duration(advance * _DAY_MINUTES)} ahead"
    return f"{what} can be booked {ahead}, and not for {day}"


def status_not_allowed(conflict: Conflict, names: Names) -> str:
    """From which status to which."""
    before = None if conflict.entry is None else names.statuses.get(conflict.entry)
    entry, after = names.entry(conflict.entry), names.wanted_status
    if before is None or after is None:
        return f"entry {entry} cannot go from its status to this one"
    return f"entry {entry} is {before} and cannot become {after}"


def duration(minutes: int) -> str:
    """In the largest unit that leaves nothing over: ``90 minutes``, ``2 hours``, ``1 day``."""
    for unit, size in (("day", _DAY_MINUTES), ("hour", 60)):
        if minutes and minutes % size == 0:
            return _counted(minutes // size, unit)
    return _counted(minutes, "minute")


def _counted(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"


def _blocks(conflict: Conflict, names: Names) -> list[str]:
    """The reservations that keep the actor where the conflict begins."""
    actor = None if conflict.actor is None else names.practice.actors.get(conflict.actor)
    if actor is None:
        return []
    start = names.zone.local(conflict.span.start)
    minute = start.hour * 60 + start.minute
    return [
        each.name
        for each in names.practice.reservations
        if (actor.code in each.actors or (actor.group and actor.group in each.actors))
        and any(
            window.is_of(start.date()) and window.from_minute <= minute < window.to_minute
            for window in each.windows
        )
    ]


def _needs(conflict: Conflict, names: Names) -> tuple[Need, ...]:
    service = None if conflict.service is None else names.practice.service_of(conflict.service)
    return () if service is None else service.need


def _missing(needs: tuple[Need, ...], actor: Actor, role: Role | None) -> list[str]:
    """What keeps the actor from the need of its role that it is nearest to."""
    lacking = [
        [tag for tag in need.equipment if tag not in actor.equipment]
        for need in needs
        if need.role is role and need.chooses(actor)
    ]
    return min(lacking, key=len, default=[])


def _limits(conflict: Conflict, names: Names) -> Limits:
    service = None if conflict.service is None else names.practice.service_of(conflict.service)
    return NO_LIMITS if service is None else service.limits
