"""A hand-written client with a receptionist's login: nothing works that the window does not do."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from praxidesk.engine.spans import HOUR
from praxidesk.models.changes import Changes, ChangeWatch
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.store import Store
from praxidesk.models.tables import METADATA
from tests.models.desks_of_a_server import SECRETS, Server, server
from tests.stores import Stores

NO_RIGHT, RULE, OVERLAP, NOT_OFFERED = "42501", "23514", "23P01", "0A000"
NEXT = "UPDATE entry SET version = version + 1, last_change = 'moved' WHERE id = {0}"

ATTACKS: dict[str, tuple[str, ...]] = {
    NO_RIGHT: (
        # the history
        "INSERT INTO entry_change (entry_id, version, change, status, starts_at, ends_at, changed_at)"
        " VALUES (1, 99, 'booked', 'booked', 0, 60, 0)",
        "UPDATE entry_change SET status = 'cancelled'",
        "DELETE FROM entry_change",
        "TRUNCATE entry_change",
        "LOCK TABLE entry_change IN ACCESS EXCLUSIVE MODE",
        "INSERT INTO milestone_change VALUES (1, 1, 'incision', 0)",
        "DELETE FROM milestone_change",
        # the journal
        "SELECT * FROM journal_head FOR UPDATE",
        "INSERT INTO journal (at, deed, subject, subject_key) VALUES (0, 'read', 'patient', '1')",
        "INSERT INTO journal_seal VALUES (4711, 1, 'anna', '', 1, repeat('0', 64), repeat('0', 64))",
        "UPDATE journal SET after = NULL",
        "UPDATE journal_seal SET login = 'anna'",
        "UPDATE journal_head SET seq = 4711",
        "DELETE FROM journal",
        "DELETE FROM journal_seal",
        "TRUNCATE journal_seal, journal",
        "LOCK TABLE journal_head IN ACCESS EXCLUSIVE MODE",
        "ALTER TABLE journal DISABLE TRIGGER journal_sealed",
        "DROP TRIGGER journal_written ON entry",
        "DROP TRIGGER journal_sealed ON journal",
        "ALTER FUNCTION journal_written() SECURITY INVOKER",
        "CREATE OR REPLACE FUNCTION journal_sealed() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NULL; END'",
        # what guards it
        "ALTER TABLE entry DISABLE TRIGGER ALL",
        "ALTER TABLE entry DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE patient NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE allocation DROP CONSTRAINT allocation_no_overlap",
        "DROP TRIGGER entry_written ON entry",
        "DROP POLICY praxi_reception_insert ON entry",
        "CREATE POLICY mine ON entry USING (true)",
        "CREATE RULE mine AS ON UPDATE TO entry DO INSTEAD NOTHING",
        "CREATE TRIGGER mine BEFORE UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION entry_written()",
        "CREATE OR REPLACE FUNCTION entry_written() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NULL; END'",
        "ALTER FUNCTION entry_written() SECURITY INVOKER",
        "ALTER FUNCTION praxi_access.my_practitioner() RESET ALL",
        "SET session_replication_role = replica",
        "SET row_security = off ;; SELECT * FROM patient",
        "DROP TABLE entry_change",
        "ALTER TABLE entry ADD COLUMN mine text",
        "DO $$ BEGIN DELETE FROM entry_change; END $$",
        # being somebody else
        "SET ROLE praxi_owner",
        "SET ROLE praxi_admin",
        "SET ROLE praxi_keeper",
        "SET SESSION AUTHORIZATION praxi",
        "SET SESSION AUTHORIZATION test_admin",
        "GRANT praxi_admin TO test_reception",
        "GRANT SELECT ON patient TO PUBLIC",
        "CREATE ROLE eve",
        "ALTER ROLE test_reception SUPERUSER",
        "ALTER ROLE test_reception CREATEROLE",
        "ALTER ROLE test_admin PASSWORD 'x'",
        "DROP ROLE test_admin",
        "REASSIGN OWNED BY praxi_owner TO test_reception",
        "DROP OWNED BY praxi_owner",
        "ALTER DEFAULT PRIVILEGES FOR ROLE praxi_owner GRANT ALL ON TABLES TO PUBLIC",
        "SELECT praxi_access.add_login('eve', 'admin', NULL, 'x')",
        "SELECT praxi_access.end_sessions('test_admin')",
        "SELECT praxi_access.my_practitioner()",
        "SELECT * FROM praxi_access.login",
        "UPDATE praxi_access.login SET role = 'admin'",
        "SELECT * FROM pg_authid",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'praxi'",
        # things of one's own, to mislead others with
        "CREATE TEMP TABLE entry (id integer)",
        "CREATE TABLE mine (id integer)",
        "CREATE SCHEMA mine",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
        "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "DROP EXTENSION btree_gist",
        "CREATE PUBLICATION mine FOR ALL TABLES",
        "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION entry_written()",
        "SELECT lo_create(4711)",
        "SELECT lo_from_bytea(0, 'x')",
        # the machine, and standing in everybody's way
        "COPY patient TO PROGRAM 'id'",
        "COPY patient TO '/tmp/praxidesk-patients'",
        "COPY patient FROM '/etc/passwd'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_reload_conf()",
        "CHECKPOINT",
        "SELECT pg_advisory_lock(1348883571)",
        "LOCK TABLE entry IN ACCESS EXCLUSIVE MODE",
        "LOCK TABLE patient IN SHARE MODE",
        "LOCK TABLE actor IN ACCESS EXCLUSIVE MODE",
        "LOCK TABLE site IN ROW EXCLUSIVE MODE",
        "REINDEX TABLE entry",
        "SELECT setval('entry_id_seq', 1)",
        # the practice, and what the product never does
        "UPDATE site SET timezone = 'UTC'",
        "UPDATE practice SET id = 2",
        "DELETE FROM weekly_window",
        "INSERT INTO policy VALUES ('patient_busy', 'off')",
        "UPDATE appointment_type SET minutes = 1",
        "UPDATE absence SET reason = ''",
        "INSERT INTO absence (site_id, starts_local, ends_local, reason)"
        " SELECT id, '2026-11-01T00:00:00', '2026-12-01T00:00:00', '' FROM site",
        "TRUNCATE absence",
        "UPDATE actor SET active = false",
        "UPDATE actor SET name = 'Dr. Eve' WHERE code = 'WEB'",
        "INSERT INTO actor (kind, name, specialty, category, roles, active)"
        " VALUES ('practitioner', 'Dr. Eve', '', '', '', true)",
        "UPDATE setting SET name = 'mine'",
        "INSERT INTO setting VALUES ('mine', '1')",
        "DELETE FROM entry",
        "TRUNCATE allocation",
        "DELETE FROM patient",
        "INSERT INTO patient_word SELECT 'eve', actor_id FROM patient",
        "INSERT INTO patient SELECT id, 'P-4711', 'Eve', 'Eve', NULL, '', '', '', '', 'eve', 'eve' FROM actor"
        " WHERE code = 'WEB'",
        "UPDATE patient SET actor_id = 4711",
        "UPDATE entry SET id = 4711, version = version + 1",
        "INSERT INTO entry (id, version, kind, status) VALUES (4711, 1, 'blockout', 'booked')",
        "INSERT INTO allocation (occupancy) VALUES (0)",
        "UPDATE allocation SET occupancy = 0",
        "UPDATE allocation SET starts_at = starts_at - 60",
        "INSERT INTO entry (version, kind, status, starts_at, ends_at, note, reason, override_reason,"
        " last_change, changed_at) VALUES (7, 'blockout', 'booked', 0, 60, '', '', '', 'booked', 0)",
        "DELETE FROM series",
    ),
    RULE: (
        # changes that history would not know of
        "UPDATE entry SET note = 'x' WHERE id = {0}",
        "UPDATE entry SET version = version + 2 WHERE id = {0}",
        "UPDATE entry SET version = version - 1 WHERE id = {0}",
        "SELECT erase('allocation', 'entry_id', '{{{0}}}', NULL)",
        "UPDATE allocation SET actor_id = (SELECT id FROM actor WHERE code = 'R2')"
        " WHERE entry_id = {1} AND role = 'room'",
        "INSERT INTO allocation (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
        " VALUES ({0}, 2, 'practitioner', 0, 60, true, false)",
        "INSERT INTO milestone VALUES ({1}, 'incision', 0)",
        NEXT + " ;; UPDATE entry SET kind = 'blockout', type_id = NULL, patient_id = NULL,"
        " version = version + 1 WHERE id = {0}",
        # two at once without a reason
        NEXT + " ;; UPDATE allocation SET blocking = false WHERE entry_id = {0}",
        NEXT + " ;; INSERT INTO allocation (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
        " SELECT {0}, actor_id, role, starts_at, ends_at, false, own_part FROM allocation"
        " WHERE entry_id = {1}",
        "UPDATE entry SET override_reason = '', version = version + 1 WHERE override_reason <> ''",
    ),
    OVERLAP: (
        NEXT + " ;; INSERT INTO allocation (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
        " SELECT {0}, actor_id, role, starts_at, ends_at, true, own_part FROM allocation"
        " WHERE entry_id = {1}",
    ),
    NOT_OFFERED: ("COPY patient FROM STDIN", "COPY patient_word FROM STDIN"),
}
STATE = (
    *(f"SELECT it FROM public.{table} AS it ORDER BY it::text" for table in METADATA.tables),
    "SELECT it FROM praxi_access.login AS it ORDER BY it.name",
    "SELECT relname, relacl, relowner, relrowsecurity, relforcerowsecurity FROM pg_class"
    " WHERE relnamespace = 'public'::regnamespace ORDER BY oid",
    "SELECT proname, prosrc, proacl, prosecdef, proconfig FROM pg_proc"
    " WHERE pronamespace IN ('public'::regnamespace, 'praxi_access'::regnamespace) ORDER BY oid",
    "SELECT tgname, tgenabled FROM pg_trigger ORDER BY oid",
    "SELECT it FROM pg_policies AS it ORDER BY it::text",
    "SELECT it FROM pg_authid AS it ORDER BY it.oid",
    "SELECT roleid, member FROM pg_auth_members ORDER BY 1, 2",
    "SELECT nspname FROM pg_namespace ORDER BY 1",
    "SELECT extname FROM pg_extension ORDER BY 1",
    "SELECT oid FROM pg_largeobject_metadata",
)
"""All that could have been changed."""


def state(superuser: psycopg.Connection[Any]) -> list[Any]:
    return [superuser.execute(each.encode()).fetchall() for each in STATE]


@pytest.fixture(scope="module")
def practice(stores: Stores) -> Iterator[Server]:
    with server(stores) as made:
        yield made


def test_nothing_that_a_receptionist_tries_by_hand_succeeds(practice: Server) -> None:
    assert sum(len(each) for each in ATTACKS.values()) >= 100
    with (
        psycopg.connect(practice.url, autocommit=True) as superuser,
        psycopg.connect(practice.as_(StaffRole.RECEPTION), autocommit=True) as eve,
    ):
        before = state(superuser)
        surprises: list[str] = []
        for expected, statements in ATTACKS.items():
            for statement in statements:
                attack = statement.format(practice.of_koc.id, practice.operation.id)
                try:
                    with eve.transaction():  # to the commit
                        for part in attack.split(" ;; "):
                            eve.execute(part.encode())
                    answer = "it worked"
                except psycopg.Error as refused:
                    answer = refused.sqlstate or repr(refused)
                if answer != expected:
                    surprises.append(f"{answer}: {attack}")
                eve.execute("RESET ALL")
        assert not surprises, "\n".join(surprises)
        assert state(superuser) == before
        seen = superuser.execute("SELECT count(*) FROM patient").fetchone()
        assert seen is not None
        assert eve.execute("SELECT count(*) FROM patient").fetchone() == seen


def test_errors_tell_a_practitioner_nothing_of_rows_that_are_hidden(practice: Server) -> None:
    probe = f"SELECT 1 / (CASE WHEN family = '{SECRETS[0]}' THEN 0 ELSE 1 END) FROM patient"
    with psycopg.connect(practice.as_(StaffRole.PRACTITIONER), autocommit=True) as weber:
        weber.execute(probe.encode()).fetchall()
        for table in ("patient_word", "entry_change", "allocation", "readable_entry", "readable_allocation"):
            rows = weber.execute(f"SELECT * FROM {table}".encode()).fetchall()
            assert rows
            assert SECRETS[0].casefold() not in repr(rows).casefold()
        own = weber.execute("SELECT DISTINCT entry_id FROM allocation ORDER BY 1").fetchall()
        assert own == [(practice.of_weber.id,), (practice.operation.id,)]
        for statement in (
            "UPDATE entry SET starts_at = 0",
            "INSERT INTO patient (actor_id) VALUES (1)",
            "UPDATE allocation SET blocking = false",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                weber.execute(statement.encode())
        weber.execute("SET row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            weber.execute("SELECT * FROM entry")


def next_changes(watch: ChangeWatch) -> Changes:
    """What comes next; the server sends it when it likes."""
    while not (found := watch.poll()):
        pass
    return found


def test_messages_that_are_not_our_triggers_only_make_a_desk_look_again(practice: Server) -> None:
    store = Store.open(practice.url)
    watch = ChangeWatch(store)
    try:
        with psycopg.connect(practice.as_(StaffRole.VIEWER), autocommit=True) as eve:
            for payload in (
                "",
                "entry",
                "entry 1",
                "entry x y",
                "entry 9 1",
                "entry 0 99999999999",
                "practice 1",
            ):
                eve.execute("SELECT pg_notify('praxidesk', %s)", [payload])
                assert next_changes(watch) == Changes(practice=True, everything=True), payload
            eve.execute("SELECT pg_notify('praxidesk', %s)", [f"entry 0 {HOUR}"])
            assert [tuple(each) for each in next_changes(watch).spans] == [(0, HOUR)]
    finally:
        watch.close()
        store.close()
