"""Setting up a practice: all or nothing, as often as one likes, and never against what is stored."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from praxidesk.engine.offerings import Need
from praxidesk.engine.vocabulary import ActorKind, ConflictKind, Role, Severity
from praxidesk.exchange.practice_file import PracticeFile, read
from praxidesk.models import queries, writes
from praxidesk.models.store import Store
from praxidesk.services.desk import Desk
from praxidesk.services.setup import Fate, SetupRefused, apply, require_consistent
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
