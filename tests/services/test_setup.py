"""Setting up a practice: all or nothing, as often as one likes, and never against what is stored."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.availability import LocalHoliday, WeeklyWindow
from praxidesk.engine.offerings import Combination, CombinationPart, Need
from praxidesk.engine.practice import Reservation
from praxidesk.engine.setup_outcomes import Fate
from praxidesk.engine.vocabulary import ActorKind, ConflictKind, Role, Severity
from praxidesk.exchange.practice_file import PracticeFile, read
from praxidesk.models import queries, writes
from praxidesk.models.store import Store
from praxidesk.services.desk import Desk
from praxidesk.services.setup import SetupRefused, apply, require_consistent
from tests.services.diary import PRACTICE

FILE = read(PRACTICE)
SITE = FILE.site
assert SITE is not None


def stored_rows(store: Store) -> list[tuple[object, ...]]:
    with store.read() as connection:
        return [
            tuple(row)
            for table in (
                "site",
                "actor",
                "weekly_window",
                "absence",
                "need",
                "need_member",
                "policy",
                "patient",
            )
            for row in connection.execute(text(f"SELECT * FROM {table} ORDER BY 1")).all()
        ]


def version(store: Store) -> int:
    with store.read() as connection:
        return queries.practice(connection).version


def test_everything_in_the_file_is_in_the_practice(store: Store) -> None:
    report = apply(store, FILE)
    practice = Desk.open(store).practice
    assert practice.site == FILE.site
    assert tuple(practice.actors.values()) == FILE.actors
    assert tuple(practice.types.values()) == FILE.types
    assert tuple(practice.procedures.values()) == FILE.procedures
    assert {line.fate for line in report.lines} == {Fate.CREATED}
    assert [(line.what, line.code) for line in report.lines][:3] == [
        ("site", "HAUS"), ("practitioner", "WEB"), ("practitioner", "KOC"),
    ]  # fmt: skip
    assert report.count(Fate.CREATED) == 13


def test_again_changes_nothing_at_all(store: Store) -> None:
    apply(store, FILE)
    before, number = stored_rows(store), version(store)
    report = apply(store, FILE)
    assert (report.changed, report.count(Fate.UNCHANGED)) == ((), 13)
    assert (stored_rows(store), version(store)) == (before, number)


def test_what_differs_is_replaced_whole_and_what_is_left_out_stays(store: Store) -> None:
    apply(store, FILE)
    web, koc, *_ = FILE.actors
    _, frei = FILE.types
    patient = replace(FILE.patients[0], phone="030 1")
    other = PracticeFile(
        site=None,
        actors=(replace(web, name="Dr. Lena Weber-Koç", roles=(Role.PRACTITIONER,)), koc),
        types=(replace(frei, need=(Need(Role.ROOM, any_of=("R2", "R1")),)),),
        patients=(patient,),
        policy={ConflictKind.PATIENT_BUSY: Severity.WARNING},
    )
    report = apply(store, other)
    assert [(line.what, line.code, line.fate) for line in report.lines] == [
        ("policy", "patient_busy", Fate.CHANGED),
        ("practitioner", "WEB", Fate.CHANGED),
        ("practitioner", "KOC", Fate.UNCHANGED),
        ("appointment_type", "FREI", Fate.CHANGED),
        ("patient", "P-1001", Fate.CHANGED),
    ]
    practice = Desk.open(store).practice
    assert practice.actors[practice.actor_ids["WEB"]] == other.actors[0]
    assert practice.types[practice.type_ids["FREI"]].need[0].any_of == ("R2", "R1")
    assert len(practice.actors) == len(FILE.actors)
    assert practice.severity(ConflictKind.PATIENT_BUSY) is Severity.WARNING
    again = apply(store, other)
    assert again.changed == ()


def test_a_policy_changes_only_the_kinds_it_names(store: Store) -> None:
    apply(store, FILE)
    for kind in (ConflictKind.PATIENT_BUSY, ConflictKind.ABSENT):
        apply(store, PracticeFile(site=None, policy={kind: Severity.WARNING}))
    practice = Desk.open(store).practice
    assert [practice.severity(kind) for kind in (ConflictKind.PATIENT_BUSY, ConflictKind.ABSENT)] == [
        Severity.WARNING,
        Severity.WARNING,
    ]
    apply(store, PracticeFile(site=None, policy={ConflictKind.ABSENT: Severity.BLOCKING}))
    assert Desk.open(store).practice.severity(ConflictKind.ABSENT) is Severity.BLOCKING


WEB, KOC, *_ = FILE.actors
KONTR, FREI = FILE.types


@pytest.mark.parametrize(
    ("file", "reasons"),
    [
        pytest.param(
            PracticeFile(None, actors=(replace(WEB, code="R1"),)),
            ["practitioner 'R1' is stored as a room, and stays one"],
            id="an-actor-of-another-kind",
        ),
        pytest.param(
            replace(FILE, site=replace(SITE, code="ANDERS")),
            ["site 'ANDERS': the store is that of 'HAUS'"],
            id="another-practice",
        ),
        pytest.param(
            PracticeFile(None, types=(replace(FREI, need=(Need(Role.ROOM, any_of=("R1", "R9")),)),)),
            ["appointment_type 'FREI': nobody has the code 'R9'"],
            id="a-code-nobody-has",
        ),
        pytest.param(
            PracticeFile(None, types=(replace(FREI, need=(Need(Role.ROOM, any_of=("WEB",)),)),)),
            ["appointment_type 'FREI': 'WEB' is a practitioner and cannot be room"],
            id="a-person-as-a-room",
        ),
        pytest.param(
            replace(FILE, site=replace(SITE, timezone="Mars/Olympus", holidays="DE-XX")),
            [
                "site 'HAUS': timezone 'Mars/Olympus' is unknown",
                "site 'HAUS': holidays: no public holidays are known for 'DE-XX'",
            ],
            id="places-that-are-none",
        ),
    ],
)
def test_what_contradicts_the_store_is_refused_and_changes_nothing(
    store: Store, file: PracticeFile, reasons: list[str]
) -> None:
    apply(store, FILE)
    before, number = stored_rows(store), version(store)
    changed = replace(file, actors=(*file.actors, replace(KOC, code="NEU")))
    with pytest.raises(SetupRefused) as refused:
        apply(store, changed)
    assert list(refused.value.reasons) == reasons
    assert (stored_rows(store), version(store)) == (before, number)


ROOMS = Group("ZIMMER", ActorKind.ROOM, "Zimmer")
DEVICES = Group("GERAETE", ActorKind.DEVICE, "Geräte")
PLACE = Actor("Z1", ActorKind.ROOM, "Zimmer 1", group="ZIMMER")
BLOCK = Reservation("B", "Block", ("R1",), (WeeklyWindow(2, 420, 900),), holders=("WEB",))
PAIR = Combination("PAAR", "Paar", (CombinationPart("KONTR"), CombinationPart("FREI", 0, 30)))
RULES = PracticeFile(
    None,
    actors=(PLACE,),
    types=(replace(FREI, need=(Need(Role.ROOM, any_of=("ZIMMER",)),)),),
    groups=(ROOMS,),
    reservations=(BLOCK,),
    combinations=(PAIR,),
)


def test_groups_reservations_and_combinations_are_set_up_in_their_order(store: Store) -> None:
    apply(store, FILE)
    report = apply(store, RULES)
    assert [(line.what, line.code, line.fate) for line in report.lines] == [
        ("group", "ZIMMER", Fate.CREATED),
        ("room", "Z1", Fate.CREATED),
        ("appointment_type", "FREI", Fate.CHANGED),
        ("reservation", "B", Fate.CREATED),
        ("combination", "PAAR", Fate.CREATED),
    ]
    practice = Desk.open(store).practice
    assert tuple(practice.groups.values()) == (ROOMS,)
    assert (practice.reservations, practice.combinations) == ((BLOCK,), (PAIR,))
    number = version(store)
    assert apply(store, RULES).changed == ()
    assert version(store) == number


def test_rules_that_a_file_leaves_out_stay(store: Store) -> None:
    apply(store, replace(FILE, groups=(ROOMS,), reservations=(BLOCK,), combinations=(PAIR,)))
    later = replace(BLOCK, release_days=3)
    report = apply(store, PracticeFile(None, reservations=(later,), groups=(replace(ROOMS, name="Neu"),)))
    assert [(line.what, line.fate) for line in report.lines] == [
        ("group", Fate.CHANGED),
        ("reservation", Fate.CHANGED),
    ]
    practice = Desk.open(store).practice
    assert practice.reservations == (later,)
    assert practice.combinations == (PAIR,)
    apply(store, FILE)
    assert replace(Desk.open(store).practice, version=0) == replace(practice, version=0)


def test_local_holidays_are_the_sites(store: Store) -> None:
    apply(store, FILE)
    assert SITE is not None
    site = replace(SITE, local_holidays=(LocalHoliday("Friedensfest", 8, 8),))
    assert apply(store, PracticeFile(site)).count(Fate.CHANGED) == 1
    assert apply(store, PracticeFile(site)).changed == ()
    assert Desk.open(store).practice.site == site


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        pytest.param(
            PracticeFile(None, actors=(replace(PLACE, code="ZIMMER", group=""),)),
            "room 'ZIMMER' is stored as a group of rooms, and stays one",
            id="a-group-becomes-a-room",
        ),
        pytest.param(
            PracticeFile(None, groups=(replace(ROOMS, code="R1"),)),
            "group of rooms 'R1' is stored as a room, and stays one",
            id="a-room-becomes-a-group",
        ),
        pytest.param(
            PracticeFile(None, groups=(replace(DEVICES, code="ZIMMER"),)),
            "group of devices 'ZIMMER' is stored as a group of rooms, and stays one",
            id="rooms-become-devices",
        ),
        pytest.param(
            PracticeFile(None, actors=(replace(PLACE, code="Z2", group="HALLE"),)),
            "room 'Z2': there is no group 'HALLE'",
            id="no-such-group",
        ),
        pytest.param(
            PracticeFile(None, actors=(replace(PLACE, code="Z2", group="R1"),)),
            "room 'Z2': there is no group 'R1'",
            id="a-room-in-a-room",
        ),
        pytest.param(
            PracticeFile(None, actors=(replace(PLACE, code="Z2", group="GERAETE"),), groups=(DEVICES,)),
            "room 'Z2': 'GERAETE' is a group of devices",
            id="a-room-among-devices",
        ),
        pytest.param(
            PracticeFile(None, types=(replace(FREI, need=(Need(Role.DEVICE, any_of=("ZIMMER",)),)),)),
            "appointment_type 'FREI': 'ZIMMER' is a group of rooms and cannot be device",
            id="rooms-as-a-device",
        ),
        pytest.param(
            PracticeFile(None, reservations=(replace(BLOCK, actors=("NIX",)),)),
            "reservation 'B': nobody has the code 'NIX'",
            id="nobody-reserved",
        ),
        pytest.param(
            PracticeFile(None, reservations=(replace(BLOCK, holders=("R1",)),)),
            "reservation 'B': 'R1' is a room and cannot hold it",
            id="a-room-holds",
        ),
        pytest.param(
            PracticeFile(None, reservations=(replace(BLOCK, services=("NIX",)),)),
            "reservation 'B': neither a type nor a procedure has the code 'NIX'",
            id="reserved-for-nothing",
        ),
        pytest.param(
            PracticeFile(None, combinations=(replace(PAIR, parts=(CombinationPart("KNIE"),)),)),
            "combination 'PAAR': no appointment type has the code 'KNIE'",
            id="a-procedure-combined",
        ),
    ],
)
def test_rules_that_contradict_the_store_are_refused(store: Store, file: PracticeFile, reason: str) -> None:
    apply(store, FILE)
    apply(store, RULES)
    before, number = stored_rows(store), version(store)
    with pytest.raises(SetupRefused) as refused:
        apply(store, file)
    assert refused.value.reasons == (reason,)
    assert (stored_rows(store), version(store)) == (before, number)


def test_a_first_file_describes_a_site() -> None:
    with pytest.raises(SetupRefused, match="site"):
        require_consistent(None, replace(FILE, site=None))


def test_an_error_half_way_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    apply(store, FILE)
    before = stored_rows(store)

    def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(writes, "save_type", fails)
    monkeypatch.setattr("praxidesk.services.setup.writes.save_type", fails)
    changed = replace(FILE, actors=(replace(WEB, name="X"),), types=(replace(FREI, name="Y"),))
    with pytest.raises(OSError):  # noqa: PT011 - ours
        apply(store, changed)
    assert stored_rows(store) == before


def test_a_need_may_name_who_is_only_stored(store: Store) -> None:
    apply(store, FILE)
    apply(store, PracticeFile(None, types=(replace(FREI, need=(Need(Role.DEVICE, any_of=("CARM1",)),)),)))
    assert KOC.kind is ActorKind.PRACTITIONER
