"""Rows of a practice as the tables of a practice file: what ``practice_file`` reads back as the same rows."""

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.availability import Absence, Availability, DayException, LocalHoliday, WeeklyWindow
from praxidesk.engine.offerings import AppointmentType, Combination, Limits, Need, PhaseMinutes, Procedure
from praxidesk.engine.practice import Branch, Reservation, Site
from praxidesk.engine.practice_draft import PracticeRow
from praxidesk.engine.vocabulary import ActorKind, Weeks
from praxidesk.exchange.practice_windows import clock
from praxidesk.exchange.wall_times import WEEKDAYS

Table = dict[str, object]
_DAY_NAMES = {number: name for name, number in WEEKDAYS.items()}


def table_of_row(row: PracticeRow) -> Table:
    """The keys and values of one row; lists keep the order of the row, so that paths point into it."""
    match row:
        case Site():
            return _site(row)
        case Branch():
            return {"code": row.code, "name": row.name}
        case Actor():
            return _practitioner(row) if row.kind is ActorKind.PRACTITIONER else _place(row)
        case Group():
            return {"code": row.code, "name": row.name, "of": row.kind.value}
        case AppointmentType():
            minutes: Table = {"minutes": row.minutes, "travel": row.travel, "first_visit": row.first_visit}
            return _service(row) | minutes
        case Procedure():
            return _service(row) | {"phases": _phases(row.phases)}
        case Reservation():
            return _reservation(row)
        case Combination():
            return _combination(row)


def document_of(rows: Iterable[tuple[str, Table]], policy: Mapping[str, str]) -> Table:
    """A whole file of tables, each with the name of its kind."""
    document: Table = {}
    lists: dict[str, list[object]] = {}
    for name, table in rows:
        if name == "site":
            document[name] = table
        else:
            lists.setdefault(name, []).append(table)
    document.update(lists)
    if policy:
        document["policy"] = dict(policy)
    return document


def _site(site: Site) -> Table:
    return {
        "code": site.code,
        "name": site.name,
        "timezone": site.timezone,
        "holidays": site.holidays,
        "local_holidays": [_local_holiday(each) for each in site.local_holidays],
        **_availability(site.availability, "closures"),
    }


def _practitioner(actor: Actor) -> Table:
    return {
        "code": actor.code,
        "name": actor.name,
        "specialty": actor.specialty,
        "roles": [role.value for role in actor.roles],
        **({"colour": actor.colour.value} if actor.colour is not None else {}),
        "active": actor.active,
        **({"sites": list(actor.sites)} if actor.sites else {}),
        **_availability(actor.availability, "absences"),
    }


def _place(actor: Actor) -> Table:
    return {
        "code": actor.code,
        "name": actor.name,
        "kind": actor.category,
        **({"colour": actor.colour.value} if actor.colour is not None else {}),
        "active": actor.active,
        "equipment": list(actor.equipment),
        **({"inspected_until": actor.inspected_until} if actor.inspected_until is not None else {}),
        **({"group": actor.group} if actor.group else {}),
        "turnover": actor.turnover,
        **({"sites": list(actor.sites)} if actor.sites else {}),
        **_availability(actor.availability, "absences"),
    }


def _service(service: AppointmentType | Procedure) -> Table:
    return {
        "code": service.code,
        "name": service.name,
        "short": service.short,
        "colour": service.colour.value,
        "buffer_before": service.buffer_before,
        "buffer_after": service.buffer_after,
        "need": [_need(each) for each in service.need],
        "priority": service.priority.value,
        **_limits(service.limits),
    }


def _limits(limits: Limits) -> Table:
    return {
        "quota": [{"per": each.per.value, "most": each.most} for each in limits.quotas],
        "min_distance": limits.distance,
        **({"at_once": limits.at_once} if limits.at_once is not None else {}),
        "min_notice": limits.notice,
        **({"max_advance": limits.advance} if limits.advance is not None else {}),
    }


def _need(need: Need) -> Table:
    return {
        "role": need.role.value,
        **({"specialty": need.specialty} if need.specialty is not None else {}),
        **({"kind": need.category} if need.category is not None else {}),
        **({"any": list(need.any_of)} if need.any_of is not None else {}),
        **({"phases": [each.value for each in need.phases]} if need.phases else {}),
        **({"equipment": list(need.equipment)} if need.equipment else {}),
    }


def _phases(phases: PhaseMinutes) -> Table:
    return {phase.value: minutes for phase, minutes in phases.by_phase().items()}


def _reservation(row: Reservation) -> Table:
    return {
        "code": row.code,
        "name": row.name,
        "actors": list(row.actors),
        "windows": [_window(each) for each in row.windows],
        **({"for": list(row.holders)} if row.holders else {}),
        **({"services": list(row.services)} if row.services else {}),
        **({"release_days": row.release_days} if row.release_days is not None else {}),
    }


def _combination(row: Combination) -> Table:
    parts: list[Table] = [
        {"type": part.type} | ({"gap": [part.least_gap, part.longest_gap]} if index else {})
        for index, part in enumerate(row.parts)
    ]
    return {"code": row.code, "name": row.name, "parts": parts}


def _availability(available: Availability, away: str) -> Table:
    return {
        "hours": [_window(each) for each in available.hours],
        "breaks": [_window(each) for each in available.breaks],
        away: [_absence(each) for each in available.absences],
        "exceptions": [_exception(each, "closed") for each in available.exceptions],
        "break_exceptions": [_exception(each, "none") for each in available.break_exceptions],
    }


def _window(window: WeeklyWindow) -> Table:
    table: Table = {
        "days": [_DAY_NAMES[window.weekday]],
        "from": clock(window.from_minute),
        "to": clock(window.to_minute),
    }
    if window.weeks is not Weeks.ALL:
        table["weeks"] = window.weeks.value
    if window.valid_from != date.min:
        table["valid_from"] = window.valid_from
    if window.valid_to != date.max:
        table["valid_to"] = window.valid_to
    return table


def _absence(absence: Absence) -> Table:
    """Whole days as days, the last one included; anything else as moments."""
    midnight = time()
    table: Table = {"from": absence.starts, "to": absence.ends, "reason": absence.reason}
    if absence.starts.time() == midnight == absence.ends.time():
        table["from"] = absence.starts.date()
        table["to"] = absence.ends.date() - timedelta(days=1)
    return table


def _exception(exception: DayException, without: str) -> Table:
    if exception.from_minute is None or exception.to_minute is None:
        return {"date": exception.date, without: True}
    return {
        "date": exception.date,
        "from": clock(exception.from_minute),
        "to": clock(exception.to_minute),
    }


def _local_holiday(day: LocalHoliday) -> Table:
    of_year = f"{day.month:02}-{day.day:02}"
    return {"date": of_year if day.year is None else f"{day.year:04}-{of_year}", "name": day.name}
