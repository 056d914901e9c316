"""Why a slot is offered, and why there is none earlier, as sentences that a receptionist would say."""

from collections.abc import Mapping

from praxidesk.engine.outcomes import (
    Blocker,
    Habit,
    MovedEntry,
    Neatness,
    Reason,
    Release,
    WhyNotEarlier,
    Workload,
)
from praxidesk.engine.vocabulary import ActorKind, ConflictKind, Role
from praxidesk.exchange.names import Names

_WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
OFTEN, SELDOM = 1.5, 0.5
"""So many times as often as in the average hour."""
_NAMED = 2
"""So many of those in the way are named in one sentence; the others are counted."""

_SENTENCES: Mapping[ConflictKind, str] = {
    ConflictKind.PRACTITIONER_BUSY: "{who} is taken by entry {entry}{until}",
    ConflictKind.ROOM_BUSY: "{who} is taken by entry {entry}{until}",
    ConflictKind.DEVICE_BUSY: "{who} is taken by entry {entry}{until}",
    ConflictKind.PATIENT_BUSY: "{who} has entry {entry}{until}",
    ConflictKind.TENTATIVE: "{who} may be taken by entry {entry}{until}",
    ConflictKind.BLOCKOUT: "{who} is blocked by entry {entry}{until}",
    ConflictKind.PRACTICE_CLOSED: "the practice is closed{until}",
    ConflictKind.NO_HOURS: "{who} has no hours",
    ConflictKind.OUTSIDE_HOURS: "{who} has no hours{until}",
    ConflictKind.ON_BREAK: "{who} has a break{until}",
    ConflictKind.ABSENT: "{who} is away{until}",
    ConflictKind.GAP_TOO_SHORT: "{who} needs more time between this and entry {entry}",
    ConflictKind.TRAVEL_TOO_SHORT: "{who} needs more time for the way between this and entry {entry}",
    ConflictKind.RESERVED: "{who} is reserved for others{until}",
    ConflictKind.OUT_OF_SERVICE: "{who} is out of service, its inspection being due",
    ConflictKind.INACTIVE: "{who} {gone}",
    ConflictKind.NOT_QUALIFIED: "{who} cannot do this",
    ConflictKind.EQUIPMENT_MISSING: "{who} lacks equipment that this needs",
    ConflictKind.CAPACITY_FULL: "{who} has no place left{until}",
    ConflictKind.QUOTA_FULL: "{who} has as many of these as the practice allows{until}",
    ConflictKind.TOO_CLOSE: "{who} has another of these too near, entry {entry}",
    ConflictKind.TOO_MANY_AT_ONCE: "as many of these as the practice allows run already{until}",
    ConflictKind.NOTICE_TOO_SHORT: "this must be booked longer before it starts{until}",
    ConflictKind.TOO_FAR_AHEAD: "this cannot be booked so far ahead",
    ConflictKind.NEED_UNMET: "{who} is free, but needed in another place of the same team",
}
_PEOPLE = {Role.ROOM: "no room is free", Role.DEVICE: "no device is free"}


def reason_message(reason: Reason, names: Names) -> str:
    """Why a slot stands where it does in its list."""
    match reason:
        case Neatness(pieces=0):
            return "it fills a gap exactly"
        case Neatness():
            pieces = "1 free piece" if reason.pieces == 1 else f"{reason.pieces} free pieces"
            return f"it leaves {pieces} of {reason.minutes} minutes beside it"
        case Workload():
            people = " and ".join(map(names.who, reason.practitioners)) or "nobody"
            return f"{people} {_is(reason)} taken for {reason.minutes} minutes in the days searched"
        case Habit(of=0):
            return (
                "nothing is known yet of the times at which the practice has this: the earliest comes first"
            )
        case Habit():
            day = _WEEKDAYS[reason.weekday]
            when = f"on {day} from {reason.hour} to {reason.hour + 1} ({reason.count} of {reason.of})"
            return f"{names.service(reason.service)} is {_how_often(reason)} booked {when}"


def _how_often(habit: Habit) -> str:
    """Beside the hours of the week in which it ever was: 14 of 182 are many where forty hours share them."""
    if habit.count == 0:
        return "never"
    if 2 * habit.count >= habit.of:
        return "mostly"
    against_average = habit.count * habit.hours / habit.of
    return "often" if against_average >= OFTEN else "seldom" if against_average <= SELDOM else "sometimes"


def blocker_message(blocker: Blocker, names: Names) -> str:
    """What is in the way, and until when."""
    until = "" if blocker.until is None else f" until {_moment(blocker.until, names)}"
    who, entry = names.who(blocker.actor), names.entry(blocker.entry)
    sentence = _SENTENCES.get(blocker.kind, "{who} cannot take part{until}")
    return sentence.format(who=who, entry=entry, until=until, gone=names.why_gone(blocker.actor))


def release_message(release: Release, names: Names) -> str:
    """What would make something earlier possible."""
    change = release.change
    when = f"this could start at {_moment(release.starts_at, names)}"
    if isinstance(change, MovedEntry):
        moved = f"{_moment(change.span.start, names)} to {_moment(change.moved_to, names)}"
        what = f"{names.service(change.service)} of {names.who(change.actor)}, entry {change.entry},"
        return f"if {what} moved from {moved}, {when}"
    place = names.practice.actor_or_group(change.actor)
    how = "in" if place is not None and place.kind is ActorKind.ROOM else "with"
    return f"{how} {names.who(change.actor)} instead of {names.who(change.instead_of)} {when}"


def why_message(why: WhyNotEarlier, names: Names) -> str:
    """Everything in one sentence: what is most in the way, and the way out."""
    if not why.spans:
        return f"nothing earlier is asked for: up to {_moment(why.until, names)} there is only closed time"
    sentence = f"before {_moment(why.until, names)} {_most_in_the_way(why, names)}"
    return sentence if why.release is None else f"{sentence}; {release_message(why.release, names)}"


def _most_in_the_way(why: WhyNotEarlier, names: Names) -> str:
    """The need that fails for longest, and those in its way where it fails for longest."""
    lost: dict[tuple[Role | None, int | None], int] = {}
    for each in why.spans:
        key = each.role, each.need
        lost[key] = lost.get(key, 0) + each.lost
    worst = max(lost, key=lambda key: lost[key])
    span = max((each for each in why.spans if (each.role, each.need) == worst), key=lambda each: each.lost)
    told = [blocker_message(each, names) for each in span.blockers[:_NAMED]]
    rest = len(span.blockers) - len(told)
    if rest:
        told.append(f"{rest} more are not free either" if rest > 1 else "1 more is not free either")
    because = ", ".join(told)
    role = worst[0]
    if role is not None and role is not Role.PATIENT:
        missing = _PEOPLE.get(role, f"no {role} is free")
        because = f"{missing}: {because}" if because else missing
    is_all = all(
        span.starts.start <= each.starts.start and each.starts.end <= span.starts.end for each in why.spans
    )
    return because if is_all else f"there is no time, mostly because {because}"


def _is(load: Workload) -> str:
    return "are" if len(load.practitioners) > 1 else "is"


def _moment(instant: int, names: Names) -> str:
    return f"{names.zone.local(instant):%Y-%m-%d %H:%M}"
