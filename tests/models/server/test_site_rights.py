"""A login of one site reads and changes nothing of the others: by the program, or by a client of its own."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Conflict, Refused, SlotsFound, StoreFault
from praxidesk.engine.requests import MilestoneRequest, MoveRequest, PatientNumber, SlotNeed, SlotRequest
from praxidesk.engine.series_outcomes import CombinedOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.series_requests import CombinedPart, CombinedRequest, SeriesRequest, SeriesRule
from praxidesk.engine.together import TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import (
    ConflictKind,
    EntryKind,
    Frequency,
    Milestone,
    OnClash,
    Role,
    Scope,
    Severity,
    Status,
)
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.conflict_messages import message
from praxidesk.exchange.names import Names
from praxidesk.exchange.practice_file import read
from praxidesk.models import queries
from praxidesk.models.server.own_sight import OWN_ACTOR
from praxidesk.models.server.rights import FUNCTIONS
from praxidesk.models.server.roles import EVERYBODY, OF_SITES, StaffRole
from praxidesk.models.store import StoreUnavailable
from praxidesk.models.tables import METADATA
from praxidesk.services import unseen_dates
from praxidesk.services.combined import book_combined
from praxidesk.services.conflict_report import conflict_report
from praxidesk.services.free_times import next_free_times
from praxidesk.services.load_report import load_report
from praxidesk.services.milestones import set_milestones
from praxidesk.services.people import person_of
from praxidesk.services.printing import entries_of_days
from praxidesk.services.series import book_series
from praxidesk.services.series_changes import move_series
from praxidesk.services.setup import apply
from praxidesk.services.slots import find_slots
from praxidesk.services.together_changes import change_together
from praxidesk.worker.access import WeekRead
from praxidesk.worker.store_access import StoreAccess
from tests.models.desks_of_a_server import SECRETS, Server, login_of, server
from tests.services.diary import MONDAY, PRACTICE, entry_of
from tests.stores import Stores
from tests.two_sites import EAST, ELSEWHERE, with_sites


@pytest.fixture(scope="module")
def practice(stores: Stores) -> Iterator[Server]:
    """Reception and a viewer are bound to the east; the others see everything."""
    with server(stores) as made:
        with made.diary(StaffRole.ADMIN) as diary:
            changed = {
                each.code
                for each in apply(diary.desk.store, read(with_sites(PRACTICE.read_text("utf-8")))).changed
            }
            assert changed == {EAST, "WEB", "R2", *ELSEWHERE}
            reached = {Milestone.PATIENT_IN_ROOM: diary.at("14:01")}
            begun = MilestoneRequest(made.operation.id, made.operation.version, reached)
            entry_of(set_milestones(diary.desk, begun, diary.at("14:02")))
        with psycopg.connect(made.as_(StaffRole.ADMIN), autocommit=True) as admin:
            for role in (StaffRole.RECEPTION, StaffRole.VIEWER):
                admin.execute("SELECT praxi_access.set_login_sites(%s, %s)", [login_of(role), f'["{EAST}"]'])
        yield made


@contextmanager
def client(practice: Server, role: StaffRole = StaffRole.RECEPTION) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(practice.as_(role), autocommit=True) as connection:
        yield connection


def ids(connection: psycopg.Connection[Any], statement: str) -> set[int]:
    return {row[0] for row in connection.execute(statement.encode()).fetchall()}


def elsewhere(superuser: psycopg.Connection[Any]) -> set[int]:
    """The entries in which somebody takes part who is only at the main site."""
    return ids(
        superuser,
        f"SELECT entry_id FROM allocation JOIN actor ON actor.id = actor_id WHERE code IN {ELSEWHERE}",
    )


def test_only_entries_without_anybody_of_another_site_are_read(practice: Server) -> None:
    entry_of_row = {"entry": "id", "readable_entry": "id"}
    with client(practice) as eve, psycopg.connect(practice.url) as superuser:
        hidden = elsewhere(superuser)
        assert {practice.operation.id, practice.of_koc.id} < hidden
        mine = ids(superuser, "SELECT id FROM entry") - hidden
        assert practice.of_weber.id in mine
        for table in ("entry", "readable_entry", "entry_change", "milestone", "milestone_change", "journal"):
            column = entry_of_row.get(table, "entry_id")
            found = ids(eve, f"SELECT {column} FROM {table}") - {None}
            assert found <= mine, table
            assert found or "milestone" in table
        # Of those here it is seen when they are taken elsewhere; of the patient and the team nothing.
        parts = eve.execute(
            "SELECT entry_id, code, role FROM allocation LEFT JOIN actor ON actor.id = actor_id"
            " WHERE entry_id = ANY(%s)",
            [list(hidden)],
        ).fetchall()
        assert {part[1:] for part in parts} == {("WEB", "surgeon"), ("R2", "room")}
        assert ids(eve, "SELECT entry_id FROM readable_allocation") == mine
        told = "".join(
            repr(eve.execute(f"SELECT * FROM {table}".encode()).fetchall())
            for table in METADATA.tables
            if table not in {"account", "patient"}
        )
        assert SECRETS[2] not in told
        assert SECRETS[3] not in told
        assert "Kur" not in told
        # Not by what an error tells, by rows of a lock, or with the policies put off.
        probe = "SELECT 1 / (CASE WHEN override_reason = '' THEN 1 ELSE 0 END) FROM entry"
        eve.execute(probe.encode()).fetchall()
        assert ids(eve, "SELECT id FROM entry FOR UPDATE") == mine
        eve.execute("SET row_security = off")
        for table in ("entry", "allocation", "journal", "absence"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                eve.execute(f"SELECT * FROM {table}".encode())


WRITES = (
    # somebody of another site is put into an entry of one's own
    "UPDATE entry SET version = version + 1, last_change = 'moved' WHERE id = {mine} ;;"
    " UPDATE allocation SET actor_id = {koc} WHERE entry_id = {mine}",
    "UPDATE entry SET version = version + 1, last_change = 'moved' WHERE id = {mine} ;;"
    " INSERT INTO allocation (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
    " VALUES ({mine}, {room}, 'room', 0, 60, true, false)",
    # one's own room is put into theirs
    "INSERT INTO allocation (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
    " VALUES ({theirs}, {own_room}, 'room', 0, 60, true, false)",
    "INSERT INTO milestone VALUES ({theirs}, 'incision', 0)",
    "INSERT INTO absence (actor_id, starts_local, ends_local, reason)"
    " VALUES ({koc}, '2026-11-01T00:00:00', '2026-12-01T00:00:00', '')",
    # being let off
    "SET ROLE praxi_reception ;; SELECT * FROM public.entry",
    "SET ROLE praxi_user ;; SELECT * FROM public.milestone",
    "PREPARE mine AS SELECT * FROM public.entry ;; SET ROLE praxi_reception ;; EXECUTE mine",
    "SET ROLE praxi_of_sites ;; SELECT * FROM public.entry",
    "REVOKE praxi_of_sites FROM test_reception ;; SELECT 1 / 0",
    "SELECT praxi_access.set_login_sites('test_reception', '[]')",
    "SELECT praxi_access.login_sites()",
    "SELECT praxi_access.my_site_ids()",
    "DELETE FROM praxi_access.login_site",
    "DELETE FROM actor_site",
    "INSERT INTO actor_site VALUES ({koc}, 2)",
    "UPDATE site SET code = 'X'",
    "CREATE OR REPLACE VIEW entry_elsewhere AS SELECT 1",
    "DROP POLICY praxi_of_sites_all ON entry",
    "SET ROLE praxi_of_sites ;; DROP OWNED BY CURRENT_ROLE",
    "DROP OWNED BY praxi_of_sites",
)
"""Each of them is an error, and not one of the rows involved."""
NOTHING_FOUND = (
    "UPDATE entry SET version = version + 1, last_change = 'moved', starts_at = 0 WHERE id = {theirs}",
    "UPDATE entry SET version = version + 1, status = 'cancelled' WHERE id = {theirs}",
    "UPDATE allocation SET blocking = false WHERE entry_id = {theirs}",
)
"""Each of them finds no row."""
ERASED = (
    "SELECT erase('allocation', 'entry_id', ARRAY[{theirs}], NULL)",
    "SELECT erase('milestone', 'entry_id', ARRAY[{theirs}], NULL)",
    "SELECT erase('absence', 'actor_id', ARRAY[{koc}], NULL)",
)
"""So does the one function that takes rows away."""


def test_a_hand_written_client_changes_nothing_of_another_site(practice: Server) -> None:
    with practice.diary(StaffRole.ADMIN) as diary:
        names = {
            "mine": practice.of_weber.id,
            "theirs": practice.operation.id,
            "koc": diary.id("KOC"),
            "room": diary.id("OP1"),
            "own_room": diary.id("R2"),
        }
    with client(practice) as eve, psycopg.connect(practice.url, autocommit=True) as superuser:
        tables = ("entry", "allocation", "entry_change", "milestone", "absence", "actor_site", "site")
        state = [f"SELECT it FROM {each} AS it ORDER BY it::text" for each in tables]
        for table in ("milestone", "absence"):
            assert ids(superuser, f"SELECT 1 FROM {table}") == {1}  # there is something to be taken away
        before = [superuser.execute(each.encode()).fetchall() for each in state]
        worked = []
        for attack in WRITES:
            try:
                with eve.transaction():
                    for part in attack.format(**names).split(" ;; "):
                        eve.execute(part.encode())
                worked.append(attack)
            except psycopg.errors.InsufficientPrivilege:
                pass
            eve.execute("RESET ROLE")
            eve.execute("DEALLOCATE ALL")
        assert not worked
        found = {each: eve.execute(each.format(**names).encode()).rowcount for each in NOTHING_FOUND}
        for erased in ERASED:
            found[erased] = eve.execute(erased.format(**names).encode()).fetchall()[0][0]
        assert set(found.values()) == {0}, found
        assert [superuser.execute(each.encode()).fetchall() for each in state] == before
        # What the limits rest on: to act as a group is to be bound to no site, and to reach no table either.
        reach = superuser.execute(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'praxi\\_%%'"
            " AND has_schema_privilege(oid, 'public', 'USAGE')"
        ).fetchall()
        groups = {row[0] for row in reach}
        assert not groups & {OF_SITES, *(role.group for role in StaffRole)}
        assert EVERYBODY in groups
        readable = superuser.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            f" AND has_any_column_privilege('{EVERYBODY}', oid, 'SELECT')".encode()
        ).fetchall()
        of_the_calendar = {"entry", "allocation", "entry_change", "milestone", "milestone_change"}
        of_people = {"journal", "absence", "patient", "entry_elsewhere"}
        assert not {row[0] for row in readable} & (of_the_calendar | of_people)


def test_the_program_works_at_one_site_and_offers_nothing_of_the_others(practice: Server) -> None:
    with practice.diary(StaffRole.RECEPTION) as diary:
        desk = diary.desk
        assert person_of(desk).sites == ("Praxis Ost",)
        offered = {each.code for each in desk.practice.actors.values() if each.active}
        assert offered == {"WEB", "R2"}
        with desk.store.read() as connection:
            assert practice.of_weber in diary.stored()
            assert queries.entry(connection, practice.operation.id) is None
            assert queries.history(connection, practice.operation.id) == ()

        entry = entry_of(diary.book("09:00", "R2 WEB", patient="P-1001"))
        moved = entry_of(diary.move(entry, "10:00"))
        gone = entry_of(diary.cancel(entry_of(diary.set_status(moved, Status.ARRIVED))))
        assert gone in diary.stored()

        # Who is taken elsewhere is not free, and nothing else is told of it.
        taken = diary.book("14:10", "R2 WEB")
        assert isinstance(taken, Refused)
        assert {each.kind for each in taken.conflicts} == {ConflictKind.PRACTITIONER_BUSY}
        assert taken.others == ()
        assert taken.alternatives
        for each in (*taken.alternatives, *taken.apart):
            assert not any(
                part.starts_at < each.starts_at < part.ends_at
                for part in practice.operation.allocations
                if part.actor == diary.id("WEB")
            )

        # Nor in whatever else looks for free time, or counts it, or looks for what is wrong.
        weber, room = diary.id("WEB"), diary.id("R2")
        two = diary.at("14:00")
        assert next_free_times(desk, two)[weber].start >= practice.operation.starts_at
        wish = SlotRequest(
            EntryKind.APPOINTMENT,
            MONDAY,
            MONDAY,
            type=desk.practice.type_ids["FREI"],
            needs=(SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB",))),),
            between=(14 * 60, 18 * 60),
            explain=True,
            limit=3,
        )
        slots = find_slots(desk, wish, diary.now)
        assert isinstance(slots, SlotsFound)
        (surgery,) = (each for each in practice.operation.allocations if each.actor == weber)
        starts = [each.starts_at for each in slots.slots]
        assert starts
        assert not any(surgery.starts_at - 1800 < each < surgery.ends_at for each in starts)
        (busy,) = load_report(desk, MONDAY, MONDAY, actors=[weber])
        assert busy.minutes >= (surgery.ends_at - surgery.starts_at) // 60
        assert list(conflict_report(desk, MONDAY, MONDAY, diary.now)) == []
        assert room in next_free_times(desk, two)

        # A patient's time at another site is not seen; the database guards it all the same.
        with pytest.raises(StoreUnavailable) as raised:
            diary.book("14:10", "R2", patient="P-1002")
        assert raised.value.fault is StoreFault.UNSEEN
        # Nobody of another site takes part, whatever the reason.
        with pytest.raises(StoreUnavailable) as raised:
            diary.book("10:00", "R1", override_reason="dringend")
        assert raised.value.fault is StoreFault.NOT_ALLOWED


def test_a_week_tells_in_as_many_statements_when_its_people_are_taken_elsewhere(practice: Server) -> None:
    day = Zone("Europe/Berlin").day(MONDAY)

    def read(role: StaffRole) -> tuple[WeekRead, int]:
        access = StoreAccess.open(practice.as_(role))
        try:
            before = access.statements()
            return access.week(day), access.statements() - before
        finally:
            access.close()

    with psycopg.connect(practice.url) as superuser:
        hidden = elsewhere(superuser)
        asked = (
            "SELECT actor_id, starts_at, ends_at, entry_id FROM allocation JOIN actor ON actor.id = actor_id"
            " WHERE code IN ('WEB', 'R2') AND entry_id = ANY(%s)"
        )
        taken = set(superuser.execute(asked.encode(), [list(hidden)]).fetchall())
    assert {row[3] for row in taken} > {practice.operation.id}
    everything, usual = read(StaffRole.ADMIN)
    assert everything.unseen == ()
    assert {each.id for each in everything.entries} > {practice.operation.id, practice.of_koc.id}
    for role in (StaffRole.RECEPTION, StaffRole.VIEWER):
        here, statements = read(role)
        assert statements == usual
        assert {row[:4] for row in here.unseen} == taken
        assert list(here.unseen) == sorted(here.unseen, key=lambda each: each.starts_at)
        assert {each.occupies for each in here.unseen} == {1}
        assert [each.id for each in here.entries] == [
            each.id for each in everything.entries if each.id not in hidden
        ]
        assert [each.allocations for each in here.entries] == [
            each.allocations for each in everything.entries if each.id not in hidden
        ]
    with practice.diary(StaffRole.RECEPTION) as diary, practice.diary(StaffRole.ADMIN) as admin:
        # Printed lists are made of the same.
        printed = read(StaffRole.RECEPTION)[0]
        assert entries_of_days(diary.desk, MONDAY, MONDAY) == (printed.entries, printed.unseen)
        assert entries_of_days(admin.desk, MONDAY, MONDAY) == (everything.entries, ())
    # A practitioner sees own time so, and nothing of a colleague's.
    with bound(practice, StaffRole.PRACTITIONER, EAST):
        own, statements = read(StaffRole.PRACTITIONER)
        assert statements == usual
        weber = {each.actor for each in practice.of_weber.allocations}
        assert {row[:4] for row in own.unseen} == {row for row in taken if row[0] in weber}
        assert {each.entry for each in own.unseen} == {practice.operation.id}
    assert read(StaffRole.PRACTITIONER)[0].unseen == ()


def test_of_a_series_the_dates_are_named_on_which_the_patient_is_taken_elsewhere(practice: Server) -> None:
    third = MONDAY + timedelta(weeks=2)
    with practice.diary(StaffRole.ADMIN) as admin, practice.diary(StaffRole.RECEPTION) as diary:
        there = admin.booked("14:00", "R1 KOC", patient="P-1002", day=third)

        def asked(count: int, **more: Any) -> SeriesRequest:
            booking = diary.request("14:10", "R2", patient="P-1002")
            return SeriesRequest(booking, SeriesRule(Frequency.WEEKLY, count=count), **more)

        before, rules = len(diary.stored()), diary.count("series")
        refused = book_series(diary.desk, asked(5), diary.now)
        assert isinstance(refused, SeriesOutcome)
        assert refused.verdict is Verdict.REFUSED
        assert len(diary.stored()) == before
        assert diary.count("series") == rules
        clashing = [each for each in refused.dates if each.state is DateState.CLASHES]
        assert [each.day for each in clashing] == [MONDAY, third]
        names = Names(diary.desk.practice, diary.desk.zone, {}, "P-1002")
        for each in clashing:
            ((kind, entry),) = {(found.kind, found.entry) for found in each.conflicts}
            assert (kind, entry) == (ConflictKind.PATIENT_BUSY, None)
            assert each.alternatives == ()
            said = message(each.conflicts[0], names)
            assert said.startswith("the patient P-1002 is taken by an entry that this login does not see on ")
        assert refused.others == ()

        booked = book_series(diary.desk, asked(5, on_clash=OnClash.SKIP), diary.now)
        assert isinstance(booked, SeriesOutcome)
        assert booked.verdict is Verdict.BOOKED
        assert [each.state for each in booked.dates] == [
            DateState.CLASHES if each.day in {MONDAY, third} else DateState.DONE for each in booked.dates
        ]
        assert len(diary.stored()) == before + 3
        for each in booked.dates:
            if each.entry is not None:
                diary.cancel(each.entry)
        # Not looked for without end: then the whole is refused, as it was.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(unseen_dates, "MOST_TRIALS", 3)
            with pytest.raises(StoreUnavailable) as caught:
                book_series(diary.desk, asked(5), diary.now)
        assert caught.value.fault is StoreFault.UNSEEN
        # Where all of them are taken, nothing is left to be booked.
        nothing = book_series(diary.desk, asked(1, on_clash=OnClash.SKIP), diary.now)
        assert isinstance(nothing, SeriesOutcome)
        assert nothing.verdict is Verdict.REFUSED
        admin.cancel(there)


def test_of_several_changed_together_those_are_named_whose_patient_is_taken_elsewhere(
    practice: Server,
) -> None:
    third = MONDAY + timedelta(weeks=2)

    def seen(conflicts: Iterable[Conflict]) -> list[tuple[ConflictKind, int | None]]:
        return [(each.kind, each.entry) for each in conflicts if each.severity is Severity.BLOCKING]

    with practice.diary(StaffRole.ADMIN) as admin, practice.diary(StaffRole.RECEPTION) as diary:
        there = admin.booked("14:00", "R1 KOC", patient="P-1002", day=third)
        weekly = SeriesRequest(
            diary.request("10:10", "R2", patient="P-1002"), SeriesRule(Frequency.WEEKLY, count=5)
        )
        booked = book_series(diary.desk, weekly, diary.now)
        assert isinstance(booked, SeriesOutcome)
        made = [each.entry for each in booked.dates if each.entry is not None]
        before = diary.stored()

        # A series
        move = MoveRequest(made[0].id, made[0].version, diary.at("14:10"), scope=Scope.ALL)
        refused = move_series(diary.desk, move, diary.now)
        assert isinstance(refused, SeriesOutcome)
        assert refused.verdict is Verdict.REFUSED
        clashing = {each.day: each for each in refused.dates if each.state is DateState.CLASHES}
        assert [*clashing] == [MONDAY, third]
        for date_ in clashing.values():
            assert seen(date_.conflicts) == [(ConflictKind.PATIENT_BUSY, None)]
            assert date_.alternatives == ()
        assert diary.stored() == before
        moved = move_series(diary.desk, replace(move, on_clash=OnClash.SKIP), diary.now)
        assert isinstance(moved, SeriesOutcome)
        assert moved.verdict is Verdict.MOVED
        now = {each.id: each for each in diary.stored()}
        assert [now[each.id].version for each in made] == [1, 2, 1, 2, 2]

        # Some that are chosen
        first, second = now[made[0].id], now[made[1].id]
        chosen = TogetherRequest(
            (
                MoveRequest(first.id, first.version, diary.at("14:15")),
                MoveRequest(second.id, second.version, diary.at("14:15", MONDAY + timedelta(weeks=1))),
            )
        )
        both = change_together(diary.desk, chosen, diary.now)
        assert isinstance(both, TogetherOutcome)
        assert [each.state for each in both.changes] == [DateState.CLASHES, DateState.FREE]
        assert seen(both.changes[0].conflicts) == [(ConflictKind.PATIENT_BUSY, None)]
        one = change_together(diary.desk, replace(chosen, on_clash=OnClash.SKIP), diary.now)
        assert isinstance(one, TogetherOutcome)
        assert [each.state for each in one.changes] == [DateState.CLASHES, DateState.DONE]

        # A combination, of which the second part meets the surgery
        parts = [
            CombinedPart(replace(diary.request(clock, "R2"), patient=None), is_fixed=True, longest_gap=None)
            for clock in ("12:30", "14:10")
        ]
        count = len(diary.stored())
        whole = book_combined(
            diary.desk,
            CombinedRequest(diary.at("12:30"), tuple(parts), patient=PatientNumber("P-1002")),
            diary.now,
        )
        assert isinstance(whole, CombinedOutcome)
        assert whole.verdict is Verdict.REFUSED
        assert [seen(part.conflicts) for part in whole.parts] == [[], [(ConflictKind.PATIENT_BUSY, None)]]
        assert whole.alternatives == ()
        assert len(diary.stored()) == count
        mine = {each.id for each in made}
        for entry in diary.stored():
            if entry.id in mine:
                diary.cancel(entry)
        admin.cancel(there)


@contextmanager
def bound(practice: Server, role: StaffRole, *sites: str) -> Iterator[None]:
    """A login sees only these sites meanwhile."""
    with psycopg.connect(practice.as_(StaffRole.ADMIN), autocommit=True) as admin:
        asked = "SELECT praxi_access.set_login_sites(%s, %s)"
        admin.execute(asked.encode(), [login_of(role), json.dumps(sites)])
        try:
            yield
        finally:
            admin.execute(asked.encode(), [login_of(role), "[]"])


def test_a_desk_that_is_open_hears_of_another_site(practice: Server) -> None:
    def bind(*sites: str) -> None:
        with psycopg.connect(practice.as_(StaffRole.ADMIN), autocommit=True) as admin:
            asked = [login_of(StaffRole.RECEPTION), json.dumps(sites)]
            admin.execute("SELECT praxi_access.set_login_sites(%s, %s)", asked)

    with practice.diary(StaffRole.RECEPTION) as diary:
        assert practice.operation not in diary.stored()
        bind(EAST, "HAUS")
        try:
            assert diary.desk.refresh()
            assert diary.desk.practice.actors[diary.id("OP1")].active
            assert practice.operation.id in {each.id for each in diary.stored()}
        finally:
            bind(EAST)
        assert diary.desk.refresh()
        assert not diary.desk.practice.actors[diary.id("OP1")].active


def test_a_viewer_of_one_site_reads_it_alone_and_other_logins_read_everything(practice: Server) -> None:
    with client(practice, StaffRole.VIEWER) as board, psycopg.connect(practice.url) as superuser:
        everything = ids(superuser, "SELECT id FROM entry")
        others = elsewhere(superuser)
        assert practice.operation.id in others
        assert ids(board, "SELECT id FROM entry") == everything - others
        assert ids(board, "SELECT entry_id FROM entry_change") == everything - others
        for role in (StaffRole.ADMIN, StaffRole.OP_MANAGER):
            with client(practice, role) as wide:
                assert ids(wide, "SELECT id FROM entry") == everything
                plan = wide.execute("EXPLAIN SELECT * FROM entry").fetchall()
                assert "elsewhere" not in repr(plan)  # what limits others costs these nothing
    with client(practice) as eve:
        eve.execute("SET enable_seqscan = off")  # as where there are years of entries
        for table in ("entry", "allocation"):
            asked = f"EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF) SELECT * FROM {table} WHERE starts_at > 0"
            lines = [row[0] for row in eve.execute(asked.encode()).fetchall()]
            # Who is elsewhere is listed once, and never asked row by row; entries are looked up by their ids.
            lists = [line for line in lines if "ProjectSet" in line]
            assert lists
            assert all("loops=1)" in line for line in lists), lines
            looks = [line for line in lines if "ix_allocation_entry_id" in line]
            assert looks
            assert not any("loops=1)" in line for line in looks), lines


def test_a_practitioner_finds_the_patients_of_the_entries_seen_and_no_entry_is_asked_for_it_alone(
    practice: Server,
) -> None:
    def bind(*sites: str) -> None:
        with psycopg.connect(practice.as_(StaffRole.ADMIN), autocommit=True) as admin:
            asked = [login_of(StaffRole.PRACTITIONER), json.dumps(sites)]
            admin.execute("SELECT praxi_access.set_login_sites(%s, %s)", asked)

    def known(doctor: psycopg.Connection[Any]) -> set[int]:
        found = ids(doctor, "SELECT actor_id FROM patient")
        assert found == ids(doctor, "SELECT patient_id FROM entry") - {None}
        assert found == ids(doctor, "SELECT actor_id FROM patient_word")
        return found

    met = [each.patient.id for each in (practice.of_weber, practice.operation) if each.patient is not None]
    with client(practice, StaffRole.PRACTITIONER) as doctor, psycopg.connect(practice.url) as superuser:
        everybody = ids(superuser, "SELECT actor_id FROM patient")
        assert known(doctor) == set(met) < everybody
        bind(EAST)
        try:
            assert known(doctor) == {met[0]}
        finally:
            bind()
        doctor.execute("SET enable_seqscan = off")  # as where there are years of entries
        for table in ("patient", "patient_word"):
            for asked in ("actor_id > 0", f"actor_id = {met[0]}"):
                plan = f"EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF) SELECT * FROM {table} WHERE {asked}"
                lines = [row[0] for row in doctor.execute(plan.encode()).fetchall()]
                # Who is elsewhere is asked once, and whose login it is for each look into an index: own
                # entries and the plan's are found by one each.
                others = [each.partition("(")[0] for each in FUNCTIONS if each != OWN_ACTOR]
                assert not any(f"{each}(" in repr(lines) for each in others), lines
                assert not any("Seq Scan" in line for line in lines), lines
                assert any("ix_allocation" in line for line in lines), lines
                owns = [line for line in lines if line.strip().startswith("->  Result")]
                assert all("loops=1)" in line or "never executed" in line for line in owns), lines
