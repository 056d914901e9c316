"""How often, how near and how far ahead something may be booked, in a practice file."""

from praxidesk.engine.offerings import Limits, Quota
from praxidesk.engine.vocabulary import Period
from praxidesk.exchange.fields import Fields, words

MOST_AT_A_TIME = 1_000
LONGEST_DISTANCE = 31 * 1440
"""Minutes: every check of the type looks as far around it."""
LONGEST_NOTICE = 365 * 1440
FURTHEST_DAYS = 3_660

_PERIODS = words(Period)


def read_limits(fields: Fields) -> Limits:
    """The keys of a type or procedure that limit its booking."""
    notice = fields.integer("min_notice", 0, LONGEST_NOTICE, 0) or 0
    advance = fields.integer("max_advance", 0, FURTHEST_DAYS)
    if advance is not None and notice > (advance + 1) * 1440:
        fields.fault("min_notice", f"{notice:,} minutes are more than the {advance:,} days of max_advance")
    return Limits(
        quotas=_quotas(fields),
        distance=fields.integer("min_distance", 0, LONGEST_DISTANCE, 0) or 0,
        at_once=fields.integer("at_once", 1, MOST_AT_A_TIME),
        notice=notice,
        advance=advance,
    )


def _quotas(fields: Fields) -> tuple[Quota, ...]:
    """One a period at most, the shortest first."""
    found: dict[Period, Quota] = {}
    for inner in fields.tables("quota"):
        per = inner.choice("per", _PERIODS, required=True)
        most = inner.integer("most", 1, MOST_AT_A_TIME, required=True)
        inner.close()
        if per is None or most is None:
            continue
        if per in found:
            inner.fault("per", f"{per} has a quota already")
        found[per] = Quota(per, most)
    return tuple(found[per] for per in Period if per in found)
