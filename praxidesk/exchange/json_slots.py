"""A JSON line to a slot search; docs/integrators.md describes it."""

from datetime import date

from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.vocabulary import EntryKind, Ranking
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.json_fields import check_code, read_moment, read_patient
from praxidesk.exchange.json_service import read_service
from praxidesk.exchange.needs import read_slot_need
from praxidesk.exchange.texts import UnreadableError, shown
from praxidesk.exchange.wall_times import DAY_MINUTES, WEEKDAYS, day, end_minute_of_day, minute_of_day

LONGEST_SEARCH_DAYS = 3_660
MOST_SLOTS = 100_000
LONGEST_NOTICE_MINUTES = LONGEST_SEARCH_DAYS * DAY_MINUTES
_RANKINGS = words(Ranking)
_ALL_DAYS = frozenset(WEEKDAYS.values())


def read_search(fields: Fields, practice: Practice, zone: Zone) -> SlotRequest:
    """The search of an object that is being read."""
    service = read_service(fields, practice)
    is_blockout = service.kind is EntryKind.BLOCKOUT
    first, last = _days(fields)
    not_before, not_after = _bounds(fields, zone)
    return SlotRequest(
        kind=service.kind,
        first_day=first,
        last_day=last,
        type=service.type,
        procedure=service.procedure,
        minutes=service.minutes,
        phases=service.phases,
        patient=read_patient(fields),
        needs=_needs(fields, practice, required=is_blockout),
        limit=_limit(fields),
        step_minutes=_step(fields),
        weekdays=frozenset(fields.choices("weekdays", WEEKDAYS, required=fields.has("weekdays")))
        or _ALL_DAYS,
        between=_between(fields),
        not_before=not_before,
        not_after=not_after,
        notice_minutes=fields.integer("notice", 0, LONGEST_NOTICE_MINUTES, 0) or 0,
        rank=fields.choice("rank", _RANKINGS, Ranking.EARLIEST) or Ranking.EARLIEST,
        explain=fields.flag("explain"),
    )


def _days(fields: Fields) -> tuple[date, date]:
    first = fields.parsed("from", day, None, required=True)
    last = fields.parsed("to", day, None, required=True)
    if first is None or last is None:
        return date.min, date.min
    if last < first:
        fields.fault("to", f"{last} is before the first day {first}")
    elif (last - first).days >= LONGEST_SEARCH_DAYS:
        fields.fault("to", f"{last} is more than {LONGEST_SEARCH_DAYS:,} days after {first}")
    return first, last


def _bounds(fields: Fields, zone: Zone) -> tuple[int | None, int | None]:
    """When a slot begins at the earliest, and ends at the latest."""
    first = read_moment(fields, "not_before", zone)
    last = read_moment(fields, "not_after", zone)
    if first is not None and last is not None and last <= first:
        fields.fault("not_after", "is not after not_before")
    return first, last


def _limit(fields: Fields) -> int:
    limit = fields.integer("limit", 0, MOST_SLOTS, 5)
    return 5 if limit is None else limit


def _step(fields: Fields) -> int:
    step = fields.integer("step", 1, 60, 5) or 5
    if 60 % step:
        fields.fault("step", f"{step} does not divide 60")
    return step


def _between(fields: Fields) -> tuple[int, int]:
    def parse(value: object) -> tuple[int, int]:
        if not isinstance(value, list) or len(value) != 2:
            raise UnreadableError(f'{shown(value)} is no pair of times such as ["13:00", "18:00"]')
        start, end = minute_of_day(value[0]), end_minute_of_day(value[1])
        if end <= start:
            raise UnreadableError(f"{shown(value[1])} is not after {shown(value[0])}")
        return start, end

    return fields.parsed("between", parse, (0, DAY_MINUTES))


def _needs(fields: Fields, practice: Practice, *, required: bool) -> tuple[SlotNeed, ...] | None:
    if not fields.has("need") and not required:
        return None
    return tuple(
        read_slot_need(
            inner,
            lambda code, role: check_code(practice, code, role),
            with_phases=fields.has("procedure"),
        )
        for inner in fields.tables("need", required=True)
    )
