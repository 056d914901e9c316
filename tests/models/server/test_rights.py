"""Rights in the database: declared is what the catalogue says, and the program works under each login."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Text

from praxidesk.engine.availability import Absence
from praxidesk.engine.entries import Entry
from praxidesk.engine.history import EntryDeed, HistoryFilter, RowDeed, Topic
from praxidesk.engine.outcomes import Done, StoreFault
from praxidesk.engine.patient_changes import PatientChange, PatientSaved
from praxidesk.engine.practice_draft import DraftSaved, PracticeDraft, RowChange
from praxidesk.engine.requests import MilestoneRequest, NewPatient
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import Milestone, ServiceId, Status
from praxidesk.exchange.practice_file import read
from praxidesk.models import queries
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.revision import VERSION_TABLE
from praxidesk.models.server.access import ADMIN_FUNCTIONS, MANAGERS_FUNCTIONS, OWN_FUNCTIONS
from praxidesk.models.server.admin import server_address
from praxidesk.models.server.granting import JOURNAL as OWN_JOURNAL
from praxidesk.models.server.rights import ERASER_READS, FUNCTIONS, HIDDEN_FROM_VIEWERS, RIGHTS, Verb
from praxidesk.models.server.roles import ERASER, EVERYBODY, JOURNAL_OWNER, KEEPER, OWNER, StaffRole
from praxidesk.models.server.scram import verifier
from praxidesk.models.server.setup import set_up
from praxidesk.models.server.site_rights import LIMITS, policy_name
from praxidesk.models.server.unsampled import UNSAMPLED
from praxidesk.models.settled_requests import Asked
from praxidesk.models.store import StoreUnavailable
from praxidesk.models.tables import METADATA
from praxidesk.services.finding import find_everything
from praxidesk.services.history import entry_history, history_page, last_change
from praxidesk.services.journal import newest_lines, prove, prove_in_pieces
from praxidesk.services.milestones import set_milestones
from praxidesk.services.patient_card import patient_card
from praxidesk.services.patient_changes import change_patient, patient_record
from praxidesk.services.practice_drafts import save_draft
from praxidesk.services.seals_seen import look_and_keep
from praxidesk.services.setup import apply
from tests.models.desks_of_a_server import SECRETS, Server, login_of, server
from tests.services.diary import PRACTICE, Diary, entry_of
from tests.statement_log import StatementLog
from tests.stores import Stores

MONDAY_WEEK = 7 * 86_400
JOURNAL = {"journal", "journal_seal"}
"""Nothing of it is for viewers, but the numbers and hashes of seals."""
HARMLESS = {
    *("kind", "status", "role", "sex", "change", "last_change", "series_day", "request_key"),
    *("starts_local", "ends_local"),
    *("deed", "subject", "subject_key", "transaction_id", "topic", "hash", "login", "client", "desk"),
}
"""Texts of which samples tell nothing of a patient: words of ours, numbers, and who works here."""


@pytest.fixture(scope="module")
def practice(stores: Stores) -> Iterator[Server]:
    with server(stores) as made:
        yield made


def week(diary: Diary) -> dict[int, Entry]:
    start = diary.at("00:00")
    with diary.desk.store.read() as connection:
        return {each.id: each for each in queries.entries(connection, Span(start, start + MONDAY_WEEK))}


def test_each_right_declared_is_in_the_catalogue_and_no_other(practice: Server) -> None:
    declared: set[tuple[str, str, str, str]] = set()
    for role in StaffRole:
        for right in RIGHTS:
            if right.group in {EVERYBODY, role.group} and right.verb is not Verb.DELETE:
                columns = right.columns or METADATA.tables[right.table].columns.keys()
                declared |= {(login_of(role), right.table, right.verb, column) for column in columns}
    with psycopg.connect(practice.url) as superuser:
        found = superuser.execute(
            """
            SELECT login.name, relname, verb, attname
            FROM praxi_access.login, pg_class
            JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped,
            unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS verb
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                AND has_column_privilege(login.name, pg_class.oid, attname, verb)
            UNION ALL
            SELECT login.name, relname, verb, ''
            FROM praxi_access.login, pg_class, unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER']) AS verb
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                AND has_table_privilege(login.name, pg_class.oid, verb)
            """
        ).fetchall()
        of_version = {(login_of(role), VERSION_TABLE, "SELECT", "version_num") for role in StaffRole}
        assert set(found) == declared | of_version

        policies = superuser.execute(
            "SELECT tablename, policyname, cmd, roles[1] FROM pg_policies"
        ).fetchall()
        wanted: set[tuple[str, str, str, str]] = {
            (
                right.table,
                f"{right.group}_{right.verb.lower()}",
                right.verb,
                ERASER if right.verb is Verb.DELETE else right.group,
            )
            for right in RIGHTS
        }
        erased = {right.table for right in RIGHTS if right.verb is Verb.DELETE}
        wanted |= {(table, ERASER, "SELECT", ERASER) for table in erased.union(ERASER_READS)}
        wanted |= {(table, f"{OWNER}_delete", "DELETE", ERASER) for table in erased}
        owner_of = {table: JOURNAL_OWNER if table in OWN_JOURNAL else OWNER for table in METADATA.tables}
        owners = {(table, owner, "ALL", owner) for table, owner in owner_of.items()}
        keepers = {(table, KEEPER, "SELECT", KEEPER) for table in ("actor", "site")}
        keepers |= {("practice", f"{KEEPER}_{verb.lower()}", verb, KEEPER) for verb in ("SELECT", "UPDATE")}
        limits = {(each.table, policy_name(each), each.verb, each.group) for each in LIMITS}
        assert set(policies) == wanted | owners | keepers | limits
        # A limit takes away from what a role may; were it a right like the others, it would add.
        narrowing = superuser.execute(
            "SELECT tablename, policyname, cmd, roles[1] FROM pg_policies WHERE permissive = 'RESTRICTIVE'"
        ).fetchall()
        assert set(narrowing) == limits
        unforced = superuser.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
            " AND NOT (relrowsecurity AND relforcerowsecurity)"
        )
        assert unforced.fetchall() == [(VERSION_TABLE,)]


STRONGER_LOCKS = (
    "SHARE UPDATE EXCLUSIVE",
    "SHARE",
    "SHARE ROW EXCLUSIVE",
    "EXCLUSIVE",
    "ACCESS EXCLUSIVE",
)
"""Each of them keeps somebody else from writing or reading, or a migration from ending."""


def test_nobody_can_lock_a_table_and_keep_the_others_from_it(practice: Server) -> None:
    with psycopg.connect(practice.url) as superuser:
        found = superuser.execute(
            "SELECT pg_class.oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p')"
            " AND relnamespace::regnamespace::text NOT IN ('pg_toast', 'information_schema')"
        )
        relations = [name for (name,) in found]
    assert {"allocation", "praxi_viewer.entry", "praxi_access.login", "pg_settings"} <= set(relations)
    for role in StaffRole:
        with psycopg.connect(practice.as_(role), autocommit=True) as client:
            for relation in relations:
                for mode in STRONGER_LOCKS[-1:] if relation.startswith("pg_") else STRONGER_LOCKS:
                    with (
                        pytest.raises(psycopg.errors.InsufficientPrivilege, match=r"denied for"),
                        client.transaction(),
                    ):
                        client.execute(f"LOCK TABLE {relation} IN {mode} MODE NOWAIT".encode())


def test_nobody_fills_the_disk_of_the_server_by_sorting(practice: Server) -> None:
    with psycopg.connect(practice.as_(StaffRole.VIEWER)) as client:
        assert client.execute("SHOW temp_file_limit").fetchone() == ("4GB",)


def test_each_function_is_open_to_those_declared_and_nobody_else(practice: Server) -> None:
    declared = {(login_of(role), f"praxi_access.{each}") for role in StaffRole for each in OWN_FUNCTIONS}
    declared |= {(login_of(StaffRole.ADMIN), f"praxi_access.{each}") for each in ADMIN_FUNCTIONS}
    declared |= {
        (login_of(role), f"praxi_access.{each}")
        for role in (StaffRole.ADMIN, StaffRole.OP_MANAGER)
        for each in MANAGERS_FUNCTIONS
    }
    declared |= {
        (login_of(role), function)
        for role in StaffRole
        for function, groups in FUNCTIONS.items()
        if role.group in groups
    }
    with psycopg.connect(practice.url) as superuser:
        found = superuser.execute(
            """
            SELECT login.name, replace(pg_proc.oid::regprocedure::text, ',', ', ')
            FROM praxi_access.login, pg_proc
            WHERE pronamespace IN ('public'::regnamespace, 'praxi_access'::regnamespace)
                AND has_function_privilege(login.name, pg_proc.oid, 'EXECUTE')
            """
        ).fetchall()
        assert set(found) == declared
        loose = superuser.execute(
            """
            SELECT pg_proc.oid::regprocedure::text FROM pg_proc
            LEFT JOIN pg_depend ON objid = pg_proc.oid AND deptype = 'e'
            WHERE pronamespace IN ('public'::regnamespace, 'praxi_access'::regnamespace) AND deptype IS NULL
                AND prosecdef AND NOT coalesce(proconfig::text, '') LIKE '%pg_temp%'
            """
        )
        assert loose.fetchall() == []  # names are looked up where the owner says


def test_reception_reads_the_week_and_books_in_five_statements(
    practice: Server, statements: StatementLog
) -> None:
    with practice.diary(StaffRole.RECEPTION) as diary:
        seen = week(diary)
        assert seen[practice.of_koc.id] == practice.of_koc
        assert seen[practice.operation.id] == practice.operation
        assert find_everything(diary.desk, SECRETS[0], diary.now).patients.total == 1
        request = diary.request("09:00", patient="P-1001", note="Rollstuhl")
        diary.desk.store.revision()
        statements.clear()
        entry = entry_of(diary.ask(request))
        assert len(statements) == 5, statements
        assert entry == week(diary)[entry.id]

        moved = entry_of(diary.move(entry, "10:00"))
        arrived = entry_of(diary.set_status(moved, Status.ARRIVED))
        gone = entry_of(diary.cancel(arrived, "verhindert"))
        clash = entry_of(
            diary.book("08:00", override_reason="dringend", patient=NewPatient("Neu", "Nele", None))
        )
        operation = entry_of(diary.ask(diary.operation("09:00", patient="P-1001")))
        started = entry_of(
            set_milestones(
                diary.desk,
                MilestoneRequest(operation.id, 1, {Milestone.PATIENT_IN_ROOM: diary.at("09:01")}),
                diary.at("09:02"),
            )
        )
        back = entry_of(
            set_milestones(
                diary.desk,
                MilestoneRequest(operation.id, started.version, {Milestone.PATIENT_IN_ROOM: None}),
                diary.at("09:03"),
            )
        )
        with diary.desk.store.read() as connection:
            assert [each.version for each in queries.history(connection, gone.id)] == [4, 3, 2, 1]
        for each in (clash, back):
            entry_of(diary.cancel(each))


def test_what_somebody_does_is_journalled_under_their_own_login(practice: Server) -> None:
    with practice.diary(StaffRole.RECEPTION) as diary:
        store = diary.desk.store
        entry = entry_of(diary.book("15:00", patient=NewPatient("Neumann", "Gesa", None)))
        assert entry.patient is not None
        record = patient_record(diary.desk, entry.patient.id, diary.now)
        assert record is not None
        change = PatientChange(entry.patient.id, record, replace(record, phone="030 1"))
        with psycopg.connect(practice.url) as superuser:
            superuser.execute("INSERT INTO settled_request VALUES ('an old key', '', 0)")
            superuser.execute("UPDATE settled_request SET at = 0 WHERE key = 'an old key'")
        for _ in range(2):  # under its key, the second time without doing it
            saved = change_patient(diary.desk, change, date(2026, 11, 20), Asked("a key", diary.now))
            assert isinstance(saved, PatientSaved)
        with psycopg.connect(practice.url) as superuser:
            # What is too old was taken away at that occasion, though she may not.
            kept = superuser.execute("SELECT key FROM settled_request WHERE key LIKE '%key'").fetchall()
            assert kept == [("a key",)]
        assert patient_card(diary.desk, entry.patient.id, diary.now) is not None
        entry_of(diary.cancel(entry))
        seen = {line.subject for _, line in newest_lines(store, JournalFilter(), 1000)}
        assert {"entry", "patient"} <= seen <= {"entry", "allocation", "milestone", "patient"}
    with practice.diary(StaffRole.ADMIN) as diary:
        lines = newest_lines(diary.desk.store, JournalFilter(patient=entry.patient.id), 9)
        assert [(seal.login, line.deed.value, line.subject) for seal, line in lines] == [
            ("test_reception", "update", "entry"),
            ("test_reception", "read", "patient"),
            ("test_reception", "update", "patient"),
            ("test_reception", "read", "patient"),
            ("test_reception", "insert", "entry"),
            ("test_reception", "insert", "patient"),
        ]
        assert prove(diary.desk.store).is_whole


def test_nobody_reads_in_the_journal_what_they_do_not_see_in_the_calendar(
    practice: Server, tmp_path: Path
) -> None:
    everything = HistoryFilter()
    with practice.diary(StaffRole.ADMIN) as diary:
        entries = {each.id for each in diary.stored()}
        of_all = history_page(diary.desk, everything)
        assert {each.topic for each in of_all.lines} <= set(Topic)
    with practice.diary(StaffRole.RECEPTION) as diary:
        page = history_page(diary.desk, everything)
        assert {each.topic for each in page.lines} == {Topic.ENTRY, Topic.PATIENT}
        assert history_page(diary.desk, HistoryFilter(topic=Topic.SETTINGS)).total == 0
        lines = entry_history(diary.desk, practice.of_koc.id)
        assert lines is not None
        assert lines[-1].patient_name == "Zwölfender, Hanna"
        done = entry_of(diary.book("11:30", "WEB"))
    with practice.diary(StaffRole.PRACTITIONER) as diary:
        entry_of(diary.set_status(done, Status.ARRIVED))
        lines = entry_history(diary.desk, done.id)
        assert lines is not None
        # a practitioner is called as in the practice, others by their logins until they are named
        assert [each.doer.person for each in lines] == ["Dr. Lena Weber", "test_reception"]
    with practice.diary(StaffRole.RECEPTION) as diary:
        assert last_change(diary.desk) is not None
        # what is hidden from somebody must not look as if it was gone
        refused(lambda: prove(diary.desk.store))
        refused(lambda: next(prove_in_pieces(diary.desk.store, lambda _: True)))
    with practice.diary(StaffRole.PRACTITIONER) as diary:
        mine = {each.id for each in diary.stored()}
        assert practice.of_weber.id in mine
        assert mine - {done.id} < entries
        page = history_page(diary.desk, everything)
        told = {each.what.entry for each in page.lines if isinstance(each.what, EntryDeed)}
        assert practice.of_weber.id in told <= mine
        assert entry_history(diary.desk, practice.of_koc.id) == ()
        assert SECRETS[0] not in repr(page)
        assert SECRETS[2] not in repr(page)
    with practice.diary(StaffRole.VIEWER) as diary:
        assert entry_history(diary.desk, practice.of_weber.id) is None
        assert last_change(diary.desk) is None
        refused(lambda: history_page(diary.desk, everything))
        seals = tmp_path / "seals.json"
        assert look_and_keep(diary.desk.store, seals).is_there
        assert look_and_keep(diary.desk.store, seals).noted.seq > 0
        # what every desk notes of the chain
        with diary.desk.store.read() as connection:
            head = connection.exec_driver_sql("SELECT seq, hash FROM journal_head").one()
            found = connection.exec_driver_sql(f"SELECT hash FROM journal_seal WHERE seq = {head.seq}")
            assert found.scalar_one() == head.hash


def test_what_is_done_to_logins_is_journalled_by_who_did_it_and_without_secrets(practice: Server) -> None:
    kept = verifier("only for a test")
    calls = (
        "add_login('nele', 'reception', NULL, %(kept)s)",
        "lock_login('nele')",
        "unlock_login('nele')",
        "set_password('nele', %(kept)s)",
        "remove_login('nele')",
    )
    with psycopg.connect(practice.as_(StaffRole.ADMIN), autocommit=True) as admin:
        for call in calls:
            admin.execute(f"SELECT praxi_access.{call}".encode(), {"kept": kept})
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            admin.execute("SELECT journal_login('anna', NULL, '{}')")
    with practice.diary(StaffRole.ADMIN) as diary:
        page = history_page(diary.desk, HistoryFilter(topic=Topic.USERS))
        assert {(each.doer.login, each.doer.is_person) for each in page.lines} == {("test_admin", True)}
        deeds = [each.deed.value for each in page.lines if isinstance(each.what, RowDeed)]
        assert deeds == ["delete", "update", "update", "update", "insert"]
        assert {each.what.name for each in page.lines if isinstance(each.what, RowDeed)} == {"nele"}
        assert kept not in repr(newest_lines(diary.desk.store, JournalFilter(), 20))
        assert prove(diary.desk.store).is_whole


def refused(action: object) -> None:
    assert callable(action)
    with pytest.raises(StoreUnavailable) as raised:
        action()
    assert raised.value.fault is StoreFault.NOT_ALLOWED
    assert str(raised.value) in {
        "not_allowed: the login lacks a right (SQLSTATE 42501)",
        "not_allowed: the login does not see the whole journal",
    }


def test_reception_does_not_change_the_practice_and_an_admin_does(practice: Server, tmp_path: Path) -> None:
    changed = tmp_path / "changed.toml"
    changed.write_text(PRACTICE.read_text("utf-8").replace('"Sprechzimmer 1"', '"Zimmer 1"'), "utf-8")
    with practice.diary(StaffRole.RECEPTION) as diary:
        refused(lambda: apply(diary.desk.store, read(changed)))
    with practice.diary(StaffRole.ADMIN) as diary:
        assert [line.code for line in apply(diary.desk.store, read(changed)).changed] == ["R1"]
        entry_of(diary.cancel(entry_of(diary.book("09:00"))))


FIRST_DAY = datetime(2027, 3, 4)


def away(diary: Diary, code: str, *reasons: str) -> PracticeDraft:
    """What the window stores where somebody is away for these reasons from a day on, and for no other."""
    (actor,) = (each for each in diary.desk.practice.actors.values() if each.code == code)
    others = (each for each in actor.availability.absences if each.starts != FIRST_DAY)
    absences = (*others, *(Absence(FIRST_DAY, datetime(2027, 3, 9), reason) for reason in reasons))
    after = replace(actor, availability=replace(actor.availability, absences=absences))
    return PracticeDraft((RowChange(actor, after),))


def test_absences_are_entered_and_ended_where_they_are_told(practice: Server) -> None:
    def saves(role: StaffRole, code: str, *reasons: str) -> None:
        with practice.diary(role) as diary:
            assert isinstance(save_draft(diary.desk, away(diary, code, *reasons)), DraftSaved)

    def is_refused(role: StaffRole, code: str, *reasons: str) -> None:
        with practice.diary(role) as diary, pytest.raises(StoreUnavailable) as raised:
            save_draft(diary.desk, away(diary, code, *reasons))
        assert raised.value.fault is StoreFault.NOT_ALLOWED

    for role in (StaffRole.RECEPTION, StaffRole.OP_MANAGER):
        saves(role, "R1", "defekt")
        saves(role, "R1")
    is_refused(StaffRole.OP_MANAGER, "WEB", "krank")
    is_refused(StaffRole.PRACTITIONER, "WEB", "krank")
    saves(StaffRole.RECEPTION, "WEB", "krank")
    # nothing is said to be ended that is not
    is_refused(StaffRole.OP_MANAGER, "WEB")
    saves(StaffRole.RECEPTION, "WEB")


def test_an_op_manager_books_operations_and_no_appointments(practice: Server) -> None:
    with practice.diary(StaffRole.OP_MANAGER) as diary:
        assert week(diary)[practice.of_koc.id] == practice.of_koc
        operation = entry_of(diary.ask(diary.operation("09:00", patient="P-1001")))
        moved = entry_of(diary.move(operation, "09:10"))
        entry_of(diary.cancel(moved))
        refused(lambda: diary.book("09:00"))
        refused(lambda: diary.move(practice.of_koc, "09:00"))


def test_a_practitioner_sees_the_op_plan_and_own_appointments(practice: Server) -> None:
    with practice.diary(StaffRole.PRACTITIONER) as diary:
        seen = week(diary)
        assert seen[practice.operation.id] == practice.operation
        assert seen[practice.of_weber.id] == practice.of_weber
        assert practice.of_koc.id not in seen
        with diary.desk.store.read() as connection:
            assert queries.history(connection, practice.of_koc.id) == ()
            assert SECRETS[0] not in repr(connection.exec_driver_sql("SELECT * FROM readable_entry").all())
        assert find_everything(diary.desk, SECRETS[0], diary.now).patients.total == 0
        own = find_everything(diary.desk, "P-1001", diary.now).patients
        assert [each.patient.number for each in own.hits] == ["P-1001"]
        arrived = diary.set_status(practice.of_weber, Status.ARRIVED)
        assert isinstance(arrived, Done)
        refused(lambda: diary.cancel(practice.operation))
        refused(lambda: diary.book("10:00", "WEB"))


def test_a_viewer_sees_when_and_where_and_no_name_or_word(practice: Server) -> None:
    with practice.diary(StaffRole.VIEWER) as diary:
        seen = week(diary)
        shown = seen[practice.operation.id]
        assert (shown.starts_at, shown.allocations) == (
            practice.operation.starts_at,
            practice.operation.allocations,
        )
        assert all(each.patient is None for each in seen.values())
        # A window asks for these when it opens; the keys of requests are none of a viewer's.
        assert not diary.desk.refresh()
        with diary.desk.store.read() as connection:
            for services in ((), (ServiceId(1),)):
                actors = [each.actor for each in shown.allocations]
                assert queries.surroundings(connection, actors, shown.span, services=services).taken
        told = repr(seen)
        with diary.desk.store.read() as connection:
            for name in METADATA.tables.keys() - JOURNAL - {"account", "settled_request"}:
                told += repr(connection.exec_driver_sql(f"SELECT * FROM {name}").all())
            keys = connection.exec_driver_sql(
                "SELECT request_key, request_fingerprint FROM entry_change"
            ).all()
            assert {tuple(each) for each in keys} == {(None, None)}
        assert not diary.desk.refresh()  # what every window does first
        told += repr([find_everything(diary.desk, text, diary.now) for text in (SECRETS[0], "P-1001", "koc")])
        for secret in SECRETS:
            assert secret not in told
        refused(lambda: diary.book("10:00", "WEB"))
        refused(lambda: diary.set_status(practice.of_koc, Status.ARRIVED))
    assert set(HIDDEN_FROM_VIEWERS) == {"entry", "absence", "entry_change"}


def test_the_planner_keeps_no_samples_of_what_not_everybody_may_read(practice: Server) -> None:
    limited = {each.table for each in RIGHTS if each.verb is Verb.SELECT and each.rows != "true"}
    limited |= {each.table for each in LIMITS if each.verb in {"ALL", "SELECT"}}
    for table in limited & set(METADATA.tables):
        texts = {each.name for each in METADATA.tables[table].columns if isinstance(each.type, Text)}
        assert texts - set(UNSAMPLED.get(table, ())) <= HARMLESS, table
    sampled = """SELECT relname || '.' || attname FROM pg_statistic JOIN pg_class ON pg_class.oid = starelid
        JOIN pg_attribute ON attrelid = starelid AND attnum = staattnum
        WHERE relnamespace = 'public'::regnamespace"""
    hidden = {f"{table}.{each}" for table, columns in UNSAMPLED.items() for each in columns}
    with psycopg.connect(practice.url, autocommit=True) as superuser:
        computed = "SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
        computed += " WHERE indexprs IS NOT NULL AND relnamespace = 'public'::regnamespace"
        assert superuser.execute(computed.encode()).fetchall() == [("allocation_no_overlap",)]  # of times
        # As it was before, and as a copy from before may be.
        superuser.execute("ALTER TABLE patient ALTER COLUMN family SET STATISTICS -1")
        superuser.execute("ANALYZE")
        names = {str(name) for (name,) in superuser.execute(sampled.encode())}
        assert names & hidden == {"patient.family"}
        assert {"patient.sex", "entry.status", "allocation.actor_id"} <= names
        assert set_up(server_address(practice.url)).forgets_samples
        superuser.execute("ANALYZE")
        names = {str(name) for (name,) in superuser.execute(sampled.encode())}
        assert not names & hidden
        assert "patient.sex" in names
