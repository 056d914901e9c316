"""What a practice can say beyond the small one: one of every rule, as values."""

from dataclasses import replace
from datetime import date

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.availability import Availability, DayException, LocalHoliday, WeeklyWindow
from praxidesk.engine.offerings import Combination, CombinationPart, Limits, Need, Quota
from praxidesk.engine.practice import Branch, Reservation
from praxidesk.engine.vocabulary import ActorId, ActorKind, Period, Priority, Role, Weeks
from praxidesk.models import writes
from praxidesk.models.store import Store
from tests.small_practice import KNIE, KOC, KONTR, OP1, SITE

SPRING = WeeklyWindow(1, 480, 720, Weeks.ODD, date(2026, 3, 1), date(2026, 5, 31))
SINCE = WeeklyWindow(1, 480, 720, Weeks.EVEN, valid_from=date(2026, 6, 1))
UNTIL = WeeklyWindow(2, 480, 1440, valid_to=date(2028, 2, 29))
HERE = replace(
    SITE,
    local_holidays=(
        LocalHoliday("Friedensfest", 8, 8),
        LocalHoliday("Umzug", 2, 29, 2028),
        LocalHoliday("Betriebsausflug", 2, 29),
    ),
)
SHIFTS = replace(
    KOC,
    sites=(SITE.code, "OST"),
    availability=Availability(
        hours=(SPRING, SINCE, UNTIL),
        breaks=(SPRING,),
        exceptions=(DayException(date(2026, 11, 28), 540, 720), DayException(date(2026, 11, 27))),
        break_exceptions=(
            DayException(date(2026, 11, 30), 780, 810),
            DayException(date(2026, 11, 30), 900, 910),
            DayException(date(2026, 12, 1)),
        ),
    ),
)
INFUSION = Group("INF", ActorKind.ROOM, "Infusionsplätze")
SONOS = Group("SONO", ActorKind.DEVICE, "Ultraschall")
CHAIRS = tuple(
    Actor(f"INF{number}", ActorKind.ROOM, f"Platz {number}", group="INF", turnover=5) for number in (1, 2)
)
SONO = Actor(
    "SONO1",
    ActorKind.DEVICE,
    "Ultraschall 1",
    category="ultrasound",
    equipment=("doppler", "linear"),
    inspected_until=date(2027, 3, 31),
    group="SONO",
    turnover=10,
)
EAST, WEST = Branch("OST", "Standort Ost"), Branch("WEST", "Standort West")
THEATRE = replace(OP1, sites=("OST",), equipment=("laminar",), inspected_until=date(2026, 12, 31))
VISIT = replace(
    KONTR,
    limits=Limits((Quota(Period.HALF_DAY, 2), Quota(Period.WEEK, 9)), 30, 3, 120, 90),
    priority=Priority.LOW,
    travel=20,
    short="Besuch",
    first_visit=True,
    need=(
        Need(Role.ROOM, any_of=("INF", "R1"), equipment=("laminar", "ecg")),
        Need(Role.DEVICE, any_of=("SONO",)),
    ),
)
KNEE = replace(
    KNIE, limits=Limits((Quota(Period.DAY, 1),), advance=0), priority=Priority.HIGH, short="Knie-ASK"
)
BLOCK = Reservation(
    "BLOCK",
    "OP-Block Dr. Weber",
    ("OP1", "INF"),
    (SPRING, UNTIL),
    holders=("WEB", "KOC"),
    services=("KNIE-ASK", "KONTR"),
    release_days=0,
)
FOR_EVER = Reservation("FEST", "Fest", ("R1",), (SINCE,), services=("KONTR",))
ROUND = Combination(
    "RUNDE",
    "Zweimal Kontrolle",
    (CombinationPart("KONTR"), CombinationPart("KONTR", 5, 60), CombinationPart("KONTR")),
)


def put_every_rule(store: Store) -> dict[str, ActorId]:
    """Into the small practice; the ids of those who are new, and of the groups."""
    with store.write() as connection:
        writes.save_site(connection, HERE)
        for branch in (EAST, WEST):
            writes.save_branch(connection, branch)
        ids = {group.code: writes.save_group(connection, group) for group in (INFUSION, SONOS)}
        for actor in (SHIFTS, THEATRE, *CHAIRS, SONO):
            ids[actor.code] = writes.save_actor(connection, actor)
        writes.save_type(connection, VISIT)
        writes.save_procedure(connection, KNEE)
        for block in (BLOCK, FOR_EVER):
            writes.save_reservation(connection, block)
        writes.save_combination(connection, ROUND)
    return ids
