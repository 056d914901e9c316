"""Places, limits, reservations and combinations of a practice file."""

from datetime import date

import pytest

from praxidesk.engine.actors import Group
from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.offerings import Combination, CombinationPart, Limits, Quota
from praxidesk.engine.practice import ALWAYS_BLOCKING, Reservation
from praxidesk.engine.vocabulary import ActorKind, ConflictKind, Period, Priority, Severity, Weeks
from praxidesk.exchange.practice_file import PracticeFile, PracticeFileError, read
from tests.exchange.practices import practice_of

SITE = '[site]\ncode = "M"\nname = "Mitte"\ntimezone = "Europe/Berlin"\n'
BASE = (
    SITE
    + """
[[group]]
code = "INF"
name = "Infusion"
of = "room"
[[group]]
code = "LEER"
name = "Ohne Plätze"
of = "device"
[[practitioner]]
code = "WEB"
name = "Lena Weber"
[[practitioner]]
code = "ANA"
name = "Jonas Brandt"
[[room]]
code = "INF1"
name = "Sessel 1"
group = "INF"
[[room]]
code = "OP1"
name = "Saal 1"
[[device]]
code = "US"
name = "Ultraschall"
[[appointment_type]]
code = "LAB"
name = "Labor"
minutes = 10
[[appointment_type]]
code = "EKG"
name = "EKG"
minutes = 15
[[procedure]]
code = "KNIE"
name = "Knie"
phases = { surgery = 45 }
"""
)
STORED = practice_of(BASE)


def with_stored(text: str) -> PracticeFile:
    """A file for the practice above."""
    return read(text, stored=STORED)


def refused(text: str) -> dict[str, str]:
    with pytest.raises(PracticeFileError) as refusal:
        with_stored(text)
    return {error.field: error.message for error in refusal.value.errors}


def test_places_say_what_they_have_and_what_they_are_a_place_of() -> None:
    practice = with_stored(
        """
        [[group]]
        code = "US-G"
        name = "Ultraschallgeräte"
        of = "device"
        [[device]]
        code = "US1"
        name = "Ultraschall 1"
        group = "US-G"
        equipment = ["doppler", "abdomen"]
        inspected_until = 2027-03-31
        turnover = 5
        [[room]]
        code = "INF2"
        name = "Sessel 2"
        group = "INF"
        """
    )
    assert practice.groups == (Group("US-G", ActorKind.DEVICE, "Ultraschallgeräte"),)
    chair, device = practice.actors
    assert (chair.group, chair.equipment, chair.inspected_until, chair.turnover) == ("INF", (), None, 0)
    assert device.equipment == ("abdomen", "doppler")
    assert (device.group, device.inspected_until, device.turnover) == ("US-G", date(2027, 3, 31), 5)


def test_types_and_procedures_say_how_often_how_near_and_how_far_ahead() -> None:
    practice = with_stored(
        """
        [[appointment_type]]
        code = "HAUS"
        name = "Hausbesuch"
        minutes = 30
        travel = 20
        short = "Besuch"
        first_visit = true
        priority = "low"
        quota = [{ per = "week", most = 12 }, { per = "half_day", most = 2 }]
        min_distance = 60
        at_once = 3
        min_notice = 120
        max_advance = 90
        need = [{ role = "room", any = ["INF"], equipment = ["pump", "ecg"] }]
        [[procedure]]
        code = "HUEFTE"
        name = "Hüfte"
        phases = { surgery = 90 }
        priority = "high"
        short = "TEP"
        quota = [{ per = "day", most = 1 }]
        """
    )
    (visit,) = practice.types
    quotas = (Quota(Period.HALF_DAY, 2), Quota(Period.WEEK, 12))
    assert visit.limits == Limits(quotas, distance=60, at_once=3, notice=120, advance=90)
    assert (visit.travel, visit.priority) == (20, Priority.LOW)
    assert (visit.short, visit.first_visit) == ("Besuch", True)
    assert visit.need[0].any_of == ("INF",)
    assert visit.need[0].equipment == ("ecg", "pump")
    (hip,) = practice.procedures
    assert hip.limits == Limits((Quota(Period.DAY, 1),))
    assert (hip.priority, hip.short) == (Priority.HIGH, "TEP")


def test_a_reservation_says_when_directly_or_in_a_list() -> None:
    practice = with_stored(
        """
        [[reservation]]
        code = "BLOCK"
        name = "OP-Block Dr. Weber"
        actors = ["WEB", "OP1"]
        days = ["wed"]
        from = "07:00"
        to = "15:00"
        weeks = "odd"
        valid_from = "2026-09-01"
        valid_to = "2027-08-31"
        for = ["WEB"]
        release_days = 3
        [[reservation]]
        code = "AKUT"
        name = "Akutzeiten"
        actors = ["WEB", "INF"]
        windows = [
          { days = ["mon", "tue"], from = "11:00", to = "12:00" },
          { days = ["mon"], from = "08:00", to = "09:00", weeks = "even" },
        ]
        services = ["LAB", "KNIE"]
        """
    )
    block, acute = practice.reservations
    assert block == Reservation(
        "BLOCK",
        "OP-Block Dr. Weber",
        actors=("OP1", "WEB"),
        windows=(WeeklyWindow(2, 420, 900, Weeks.ODD, date(2026, 9, 1), date(2027, 8, 31)),),
        holders=("WEB",),
        release_days=3,
    )
    assert acute.actors == ("INF", "WEB")
    assert acute.windows == (
        WeeklyWindow(0, 480, 540, Weeks.EVEN),
        WeeklyWindow(0, 660, 720),
        WeeklyWindow(1, 660, 720),
    )
    assert (acute.services, acute.holders, acute.release_days) == (("KNIE", "LAB"), (), None)


def test_a_combination_names_its_parts_and_the_gaps_before_them() -> None:
    practice = with_stored(
        """
        [[combination]]
        code = "CHECKUP"
        name = "Check-up"
        parts = [{ type = "LAB" }, { type = "EKG", gap = [0, 30] }, { type = "LAB" }]
        """
    )
    assert practice.combinations == (
        Combination(
            "CHECKUP",
            "Check-up",
            (CombinationPart("LAB"), CombinationPart("EKG", 0, 30), CombinationPart("LAB")),
        ),
    )


def test_every_kind_of_conflict_can_be_weighed_but_those_the_database_forbids() -> None:
    fixed = ALWAYS_BLOCKING | {ConflictKind.STALE_VERSION, ConflictKind.STATUS_NOT_ALLOWED}
    lines = "\n".join(f'{kind} = "off"' for kind in ConflictKind)
    assert set(refused(f"[policy]\n{lines}")) == {f"policy.{kind}" for kind in fixed}
    free = [kind for kind in ConflictKind if kind not in fixed]
    lines = "\n".join(f'{kind} = "off"' for kind in free)
    assert with_stored(f"[policy]\n{lines}").policy == dict.fromkeys(free, Severity.OFF)


@pytest.mark.parametrize(
    ("text", "field", "says"),
    [
        pytest.param('[[group]]\ncode = "G"\nname = "G"', "group[0].of", "is missing", id="group-of-nothing"),
        pytest.param(
            '[[group]]\ncode = "G"\nname = "G"\nof = "practitioner"',
            "group[0].of",
            "none of room, device",
            id="group-of-people",
        ),
        pytest.param(
            '[[group]]\ncode = "X"\nname = "G"\nof = "room"\n[[room]]\ncode = "X"\nname = "R"',
            "room[0].code",
            '"X" stands already in group[0]',
            id="a-group-and-a-room-of-one-code",
        ),
        pytest.param(
            '[[room]]\ncode = "R"\nname = "R"\ngroup = "NIX"',
            "room[0].group",
            '"NIX" is no code of a group',
            id="unknown-group",
        ),
        pytest.param(
            '[[device]]\ncode = "D"\nname = "D"\ngroup = "INF"',
            "device[0].group",
            '"INF" is a group of rooms, and this is a device',
            id="a-device-in-a-group-of-rooms",
        ),
        pytest.param(
            '[[practitioner]]\ncode = "P"\nname = "P"\ngroup = "INF"',
            "practitioner[0].group",
            "unknown key",
            id="a-practitioner-in-a-group",
        ),
        pytest.param(
            '[[practitioner]]\ncode = "P"\nname = "P"\nequipment = ["ecg"]',
            "practitioner[0].equipment",
            "unknown key",
            id="a-practitioner-with-equipment",
        ),
        pytest.param(
            '[[room]]\ncode = "R"\nname = "R"\nequipment = ["two words"]',
            "room[0].equipment[0]",
            '"two words" is no word without blanks',
            id="tag-with-a-blank",
        ),
        pytest.param(
            '[[room]]\ncode = "R"\nname = "R"\nequipment = ["a", ""]',
            "room[0].equipment[1]",
            "no word",
            id="empty-tag",
        ),
        pytest.param(
            '[[room]]\ncode = "R"\nname = "R"\nequipment = ["a", "a"]',
            "room[0].equipment[1]",
            "stands twice",
            id="tag-twice",
        ),
        pytest.param(
            '[[room]]\ncode = "R"\nname = "R"\nequipment = "ecg"',
            "room[0].equipment",
            "is no list",
            id="equipment-no-list",
        ),
        pytest.param(
            '[[device]]\ncode = "D"\nname = "D"\ninspected_until = "31.12.2026"',
            "device[0].inspected_until",
            "is no date such as",
            id="inspection-date",
        ),
        pytest.param(
            '[[room]]\ncode = "R"\nname = "R"\nturnover = -5', "room[0].turnover", "-5", id="turnover-below-0"
        ),
    ],
)
def test_wrong_places_and_groups_are_refused(text: str, field: str, says: str) -> None:
    assert says in refused(text)[field]


@pytest.mark.parametrize(
    ("line", "field", "says"),
    [
        pytest.param("quota = 4", "quota", "4 is no list", id="quota-no-list"),
        pytest.param('quota = [{ per = "day" }]', "quota[0].most", "is missing", id="quota-without-most"),
        pytest.param("quota = [{ most = 3 }]", "quota[0].per", "is missing", id="quota-without-per"),
        pytest.param(
            'quota = [{ per = "month", most = 3 }]',
            "quota[0].per",
            "none of half_day, day, week",
            id="quota-per-month",
        ),
        pytest.param(
            'quota = [{ per = "day", most = 0 }]',
            "quota[0].most",
            "0 is not from 1 to 1,000",
            id="none-a-day",
        ),
        pytest.param(
            'quota = [{ per = "day", most = 3 }, { per = "day", most = 4 }]',
            "quota[1].per",
            "day has a quota already",
            id="two-quotas-a-day",
        ),
        pytest.param(
            'quota = [{ per = "day", most = 3, for = "WEB" }]', "quota[0].for", "unknown key", id="quota-for"
        ),
        pytest.param("min_distance = 2.5", "min_distance", "no whole number", id="half-a-minute"),
        pytest.param("min_distance = 44641", "min_distance", "44641 is not from 0", id="over-a-month-apart"),
        pytest.param("at_once = 0", "at_once", "0 is not from 1 to 1,000", id="none-at-once"),
        pytest.param("min_notice = -1", "min_notice", "-1", id="notice-below-0"),
        pytest.param("max_advance = 3661", "max_advance", "3661", id="over-ten-years-ahead"),
        pytest.param(
            "min_notice = 2881\nmax_advance = 1",
            "min_notice",
            "2,881 minutes are more than the 1 days of max_advance",
            id="never-bookable",
        ),
        pytest.param('priority = "urgent"', "priority", "none of low, normal, high", id="priority"),
        pytest.param(f'short = "{"x" * 25}"', "short", "25 characters are more than 24", id="short"),
        pytest.param("first_visit = 1", "first_visit", "neither true nor false", id="first-visit"),
        pytest.param("travel = 1501", "travel", "1501 is not from 0 to 1,500", id="travel"),
        pytest.param(
            'need = [{ role = "practitioner", equipment = ["ecg"] }]',
            "need[0].equipment",
            "a practitioner has none",
            id="people-with-equipment",
        ),
        pytest.param(
            'need = [{ role = "device", any = ["LEER"] }]',
            "need[0].any[0]",
            '"LEER" is a group without places: no device is in it',
            id="a-group-without-places",
        ),
        pytest.param(
            'need = [{ role = "device", any = ["INF"] }]',
            "need[0].any[0]",
            '"INF" is a group of rooms and cannot be device',
            id="rooms-as-device",
        ),
        pytest.param(
            'need = [{ role = "room", any = ["US"] }]',
            "need[0].any[0]",
            '"US" is a device and cannot be room',
            id="a-stored-device-as-room",
        ),
    ],
)
def test_wrong_types_are_refused(line: str, field: str, says: str) -> None:
    text = f'[[appointment_type]]\ncode = "K"\nname = "K"\nminutes = 10\n{line}'
    assert says in refused(text)[f"appointment_type[0].{field}"]


def test_the_advance_of_today_only_leaves_a_day_of_notice() -> None:
    text = '[[appointment_type]]\ncode = "K"\nname = "K"\nminutes = 10\nmin_notice = 1440\nmax_advance = 0'
    assert with_stored(text).types[0].limits == Limits(notice=1440, advance=0)


def test_nobody_s_first_visit_is_an_operation() -> None:
    text = '[[procedure]]\ncode = "P"\nname = "P"\nphases = { surgery = 5 }\nfirst_visit = true'
    assert refused(text) == {"procedure[0].first_visit": "P: nobody's first visit is an operation"}


def test_nobody_travels_to_an_operation() -> None:
    text = '[[procedure]]\ncode = "P"\nname = "P"\nphases = { surgery = 5 }\ntravel = 10'
    assert refused(text) == {"procedure[0].travel": "P: nobody travels to an operation"}


WHEN = 'days = ["wed"]\nfrom = "07:00"\nto = "15:00"\n'


@pytest.mark.parametrize(
    ("line", "field", "says"),
    [
        pytest.param(f'{WHEN}for = ["WEB"]', "actors", "is missing", id="nobody-reserved"),
        pytest.param(f'{WHEN}for = ["WEB"]\nactors = []', "actors", "empty", id="nobody-in-the-list"),
        pytest.param(
            f'{WHEN}for = ["WEB"]\nactors = ["NIX"]',
            "actors[0]",
            "no code of a practitioner, room, device or group",
            id="unknown-actor",
        ),
        pytest.param(
            f'{WHEN}actors = ["OP1"]\nfor = ["INF"]', "for[0]", '"INF" is a group, not a', id="for-a-group"
        ),
        pytest.param(
            f'{WHEN}actors = ["OP1"]\nfor = ["US"]', "for[0]", '"US" is a device, not a', id="for-a-device"
        ),
        pytest.param(
            f'{WHEN}actors = ["OP1"]\nfor = ["NIX"]', "for[0]", "no code of a practitioner", id="for-nobody"
        ),
        pytest.param(f'{WHEN}actors = ["OP1"]\nfor = []', "for", "empty", id="for-an-empty-list"),
        pytest.param(
            f'{WHEN}actors = ["OP1"]\nservices = ["NIX"]',
            "services[0]",
            '"NIX" is no code of an appointment type or procedure',
            id="unknown-service",
        ),
        pytest.param(
            f'{WHEN}actors = ["OP1"]', "for", "one of them says whom the time is kept for", id="for-whom"
        ),
        pytest.param('actors = ["OP1"]\nfor = ["WEB"]', "days", "is missing", id="when"),
        pytest.param(
            f'{WHEN}actors = ["OP1"]\nfor = ["WEB"]\nwindows = []',
            "windows",
            "list is empty",
            id="no-windows",
        ),
        pytest.param(
            f'{WHEN}actors = ["OP1"]\nfor = ["WEB"]\n'
            'windows = [{ days = ["mon"], from = "08:00", to = "09:00" }]',
            "from",
            "cannot stand beside windows",
            id="both-ways",
        ),
        pytest.param(
            'actors = ["OP1"]\nfor = ["WEB"]\nwindows = [{ days = ["mon"], from = "08:00", to = "09:00" },'
            ' { days = ["mon"], from = "08:30", to = "10:00" }]',
            "windows[1]",
            "mon 08:30-10:00 overlaps mon 08:00-09:00",
            id="its-windows-overlap",
        ),
        pytest.param(
            f'{WHEN}actors = ["OP1"]\nfor = ["WEB"]\nrelease_days = -1', "release_days", "-1", id="release"
        ),
    ],
)
def test_wrong_reservations_are_refused(line: str, field: str, says: str) -> None:
    text = f'[[reservation]]\ncode = "B"\nname = "Block"\n{line}'
    assert says in refused(text)[f"reservation[0].{field}"]


@pytest.mark.parametrize(
    ("parts", "field", "says"),
    [
        pytest.param("[]", "", "list is empty", id="nothing"),
        pytest.param('[{ type = "LAB" }]', "", "two parts at least", id="one-part"),
        pytest.param('[{ type = "LAB" }, { gap = [0, 5] }]', "[1].type", "is missing", id="no-type"),
        pytest.param(
            '[{ type = "LAB" }, { type = "KNIE" }]', "[1].type", "no code of an app", id="procedure"
        ),
        pytest.param(
            '[{ type = "LAB", gap = [0, 5] }, { type = "EKG" }]', "[0].gap", "first part has none", id="first"
        ),
        pytest.param('[{ type = "LAB" }, { type = "EKG", gap = 5 }]', "[1].gap", "no pair", id="one-number"),
        pytest.param('[{ type = "LAB" }, { type = "EKG", gap = [5] }]', "[1].gap", "no pair", id="one-end"),
        pytest.param(
            '[{ type = "LAB" }, { type = "EKG", gap = [30, 5] }]',
            "[1].gap",
            "the longest gap 5 is shorter than the least 30",
            id="longest-below-least",
        ),
        pytest.param(
            '[{ type = "LAB" }, { type = "EKG", gap = [-1, 5] }]',
            "[1].gap",
            "-1 is not from 0",
            id="negative",
        ),
        pytest.param(
            '[{ type = "LAB" }, { type = "EKG", gap = [0, true] }]', "[1].gap", "true is no whole", id="true"
        ),
        pytest.param(
            '[{ type = "LAB" }, { type = "EKG", minutes = 5 }]', "[1].minutes", "unknown key", id="minutes"
        ),
    ],
)
def test_wrong_combinations_are_refused(parts: str, field: str, says: str) -> None:
    text = f'[[combination]]\ncode = "C"\nname = "C"\nparts = {parts}'
    assert says in refused(text)[f"combination[0].parts{field}"]


@pytest.mark.parametrize("table", ["reservation", "combination", "group"])
def test_a_code_stands_once_in_its_table(table: str) -> None:
    row = f'[[{table}]]\ncode = "X"\n'
    assert refused(row + row)[f"{table}[1].code"] == f'X: "X" stands already in {table}[0]'
