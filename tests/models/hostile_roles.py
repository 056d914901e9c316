"""What is refused to one role, or to all of them; and what may be answered, as long as it tells nothing."""

from collections.abc import Mapping

from praxidesk.models.server.roles import StaffRole
from tests.models.hostile_statements import DESCRIPTION, OURS, THE_SERVER, WRITING

_ABSENT = (
    "INSERT INTO absence (actor_id, starts_local, ends_local, reason) SELECT id, {0}, {1}, {2}"
    " FROM actor WHERE code = 'R1'"
)
_ANOTHER = "UPDATE entry SET version = version + 1, last_change = 'changed', {0} WHERE id = {1}"
UNREADABLE = (
    _ABSENT.format("repeat('a', 19)", "repeat('b', 19)", "''"),
    _ABSENT.format("'2026-02-31T00:00:00'", "'2026-03-31T00:00:00'", "''"),
    _ABSENT.format("'2026-02-20T00:00:00'", "'2026-02-20T24:00:00'", "''"),
    _ABSENT.format("'20260220T000000.123'", "'20260228T000000.123'", "''"),
    _ABSENT.format("'2026-02-20T00:00:00'", "'2026-02-21T00:00:00'", "repeat('x', 2001)"),
    _ANOTHER.format("starts_at = 9000000000000000000, ends_at = 9000000000000000060", "{op}"),
    _ANOTHER.format("changed_at = -9000000000000000000", "{op}"),
    _ANOTHER.format("reason = repeat('x', 2001)", "{op}"),
    _ANOTHER.format("override_reason = repeat('x', 1000000)", "{op}"),
    _ANOTHER.format("request_key = 'k', request_fingerprint = repeat('x', 2001)", "{op}"),
    "WITH its AS (INSERT INTO series (kind, starts_local, timezone, rule)"
    " VALUES ('series', '2026-11-23T08:00:00', 'Europe/Berlin', '') RETURNING id)"
    " UPDATE entry SET version = version + 1, series_id = its.id, series_day = '2026-13-45' FROM its"
    " WHERE entry.id = {op}",
    "INSERT INTO series (kind, starts_local, timezone, rule)"
    " VALUES ('series', '2026-02-31T08:00:00', 'Europe/Berlin', '')",
    "INSERT INTO series (kind, starts_local, timezone, rule)"
    " VALUES ('series', '2026-11-23T08:00:00', 'Europe/Berlin', repeat('x', 20001))",
    "INSERT INTO allocation (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
    " SELECT {op}, id, 'room', -99999999999, -99999999940, true, false FROM actor WHERE code = 'R2'",
    "UPDATE patient SET birth_date = '1970-02-31'",
    "UPDATE patient SET birth_date = '0000-00-00'",
    "UPDATE patient SET birth_date = repeat('x', 10)",
    "UPDATE patient SET family = repeat('M', 2001)",
    "UPDATE patient SET phone = repeat('1', 2001)",
    "UPDATE patient SET note = repeat('x', 20001)",
    "UPDATE patient SET phone = '1' ;;"
    " INSERT INTO patient_word SELECT repeat('z', 201), actor_id FROM patient",
    "INSERT INTO actor (kind, name, specialty, category, roles, active)"
    " VALUES ('patient', repeat('x', 2001), '', '', '', true)",
    "SELECT pg_logical_emit_message(false, 'x', repeat('x', 1000))",
)
"""What no desk could read any more: no date, no instant of any calendar, or a text without end."""

_TAKING = (
    "UPDATE entry SET version = version + 1, last_change = 'changed' WHERE id = {{op}} ;;"
    " INSERT INTO allocation (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
    " SELECT {{op}}, id, '{0}', 0, 60, true, false FROM actor WHERE {1}"
)
OUT_OF_PLACE = (
    *(_TAKING.format(role, "id = {hidden}") for role in ("practitioner", "surgeon", "room", "device")),
    *(_TAKING.format(role, "code = 'WEB'") for role in ("room", "device", "patient")),
    *(_TAKING.format(role, "code = 'R2'") for role in ("assistant", "anaesthetist", "device", "patient")),
    "UPDATE entry SET version = version + 1, last_change = 'changed' WHERE id = {op} ;;"
    " UPDATE allocation SET actor_id = {hidden} WHERE entry_id = {op} AND role = 'room'",
    "UPDATE entry SET version = version + 1, last_change = 'changed' WHERE id = {op} ;;"
    " UPDATE allocation SET actor_id = (SELECT id FROM actor WHERE code = 'R2')"
    " WHERE entry_id = {op} AND role = 'surgeon'",
)
"""A patient who operates, a room that is treated: what no program expects of a booking."""

ALIENS: Mapping[StaffRole, tuple[str, ...]] = {
    StaffRole.RECEPTION: (
        *UNREADABLE,
        *OUT_OF_PLACE,
        "UPDATE practice SET version = 1",
        "UPDATE practice SET version = 2147483647",
        "UPDATE setting SET value = 'x' WHERE name = 'last_patient_number'",
        "UPDATE setting SET value = '99999999999999999999' WHERE name = 'last_patient_number'",
        "UPDATE setting SET value = '9223372036854775807' WHERE name = 'last_patient_number'",
        "UPDATE setting SET value = '1' WHERE name = 'last_patient_number'",
        "UPDATE entry SET kind = 'blockout', type_id = NULL, patient_id = NULL, version = version + 1"
        " WHERE id = {koc}",
        "UPDATE entry SET version = version + 2 WHERE id = {koc}",
        "UPDATE entry SET version = version WHERE id = {koc}",
        "UPDATE entry SET note = 'x' WHERE id = {koc}",
        "SELECT erase('milestone', 'entry_id', NULL, NULL) / 0",
        "SELECT erase('patient_word', 'actor_id', '{{{hidden}}}', NULL) / 0",
        "UPDATE patient SET actor_id = 1 WHERE actor_id = {hidden}",
        "UPDATE patient SET number = 'P-1001'",
        "INSERT INTO patient_word VALUES ('x', {hidden})",
        "INSERT INTO patient (actor_id, number, family, given, sex, phone, email, note, family_key,"
        " given_key) VALUES (1, 'P-9', '', '', '', '', '', '', '', '')",
        "INSERT INTO milestone VALUES ({op}, 'incision', 0)",
        "UPDATE allocation SET blocking = false WHERE entry_id = {koc}",
        "UPDATE entry SET version = version + 1 WHERE id = {koc} ;;"
        " UPDATE allocation SET blocking = false WHERE entry_id = {koc}",
        "UPDATE entry SET version = version + 1, override_reason = 'x' WHERE id = {koc} ;;"
        " UPDATE allocation SET actor_id = (SELECT id FROM actor WHERE kind = 'patient' LIMIT 1)"
        " WHERE entry_id = {koc}",
        "UPDATE entry SET version = version + 1 WHERE id = {koc} ;; SET CONSTRAINTS ALL IMMEDIATE",
        "UPDATE entry SET version = version + 1 WHERE id = {koc} ;;"
        " SET/**/CONSTRAINTS/**/ALL -- at once\nimmediate",
        "SET CONSTRAINTS ALL IMMEDIATE ;; UPDATE entry SET version = version + 1 WHERE id = {koc}",
        "UPDATE entry SET version = version + 1 WHERE id = {koc} ;;"
        " DO 'BEGIN EXECUTE ''SET CONSTRAINTS ALL IMMED'' || ''IATE''; END'",
        "SET CONSTRAINTS ALL DEFERRED ;; UPDATE entry SET version = version + 2 WHERE id = {koc}",
        "MERGE INTO entry USING (SELECT {koc} AS its) AS it ON entry.id = it.its WHEN MATCHED THEN DELETE",
        "UPDATE series SET rule = 'x'",
        "UPDATE absence SET reason = 'x'",
    ),
    StaffRole.OP_MANAGER: (
        *UNREADABLE,
        *OUT_OF_PLACE,
        "UPDATE entry SET note = 'x', version = version + 1 WHERE id = {koc}",
        "UPDATE entry SET status = 'cancelled', version = version + 1 WHERE id = {koc}",
        "UPDATE entry SET kind = 'appointment', procedure_id = NULL, type_id = 1, version = version + 1"
        " WHERE id = {op}",
        "UPDATE entry SET version = version + 1",
        "INSERT INTO entry (version, kind, status, starts_at, ends_at, type_id, note, reason,"
        " override_reason, last_change, changed_at)"
        " VALUES (1, 'appointment', 'booked', 0, 60, 1, '', '', '', 'booked', 0)",
        "INSERT INTO allocation (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
        " SELECT {koc}, id, 'room', 0, 60, true, false FROM actor WHERE code = 'R1'",
        "UPDATE allocation SET blocking = false WHERE entry_id = {koc}",
        "UPDATE entry SET version = version + 1 WHERE id = {op} ;;"
        " SELECT erase('allocation', 'entry_id', '{{{koc}}}', NULL) / 0",
        "INSERT INTO absence (actor_id, starts_local, ends_local, reason) SELECT id, '2026-12-01T00:00:00',"
        " '2026-12-02T00:00:00', 'x' FROM actor WHERE code = 'WEB'",
        "INSERT INTO milestone VALUES ({koc}, 'incision', 0)",
        "UPDATE practice SET version = 1",
        "UPDATE setting SET value = 'x' WHERE name = 'last_patient_number'",
        "UPDATE patient SET actor_id = 1 WHERE actor_id = {hidden}",
        "SELECT own_actor()",
        "SELECT * FROM own_part",
        "SELECT * FROM met_patient",
    ),
    StaffRole.PRACTITIONER: (
        "UPDATE entry SET reason = 'x'",
        "UPDATE entry SET status = 'arrived', version = 2",
        "UPDATE entry SET status = 'noshow', version = version + 1 WHERE id = {weber}",
        "UPDATE entry SET request_key = 'k', request_fingerprint = 'f' WHERE id = {weber}",
        "UPDATE entry SET status = 'arrived', version = version + 2 WHERE id = {weber}",
        "SELECT * FROM pg_stat_activity, patient FOR UPDATE OF patient",
    ),
    StaffRole.VIEWER: (
        "SELECT * FROM public.entry",
        "SELECT note FROM public.entry",
        "SELECT public.entry FROM public.entry",
        "SELECT reason FROM public.absence",
        "SELECT * FROM readable_entry",
        "SELECT * FROM readable_allocation",
        "SELECT journal_read({hidden})",
        "SELECT * FROM journal",
        "SELECT login FROM journal_seal",
        "SELECT own_actor()",
        "SELECT * FROM own_part",
        "SELECT * FROM met_patient",
        "SELECT request_key FROM public.entry_change",
        "SELECT it FROM public.entry_change AS it",
        "UPDATE entry SET note = 'x'",
        "INSERT INTO entry DEFAULT VALUES",
        "DELETE FROM praxi_viewer.entry",
        "UPDATE praxi_viewer.absence SET reason = 'x'",
        "UPDATE public.entry SET status = 'arrived'",
        "SELECT 1 FROM public.allocation FOR UPDATE",
        "SELECT 1 FROM entry FOR UPDATE",
        "LOCK TABLE praxi_viewer.entry IN EXCLUSIVE MODE",
    ),
    StaffRole.ADMIN: (
        *UNREADABLE,
        *OUT_OF_PLACE,
        "UPDATE site SET timezone = '../../etc/localtime'",
        "UPDATE site SET name = repeat('x', 2001)",
        "UPDATE weekly_window SET valid_from = repeat('x', 10)",
        "INSERT INTO day_exception (site_id, day, purpose) SELECT id, repeat('x', 10), 'hours' FROM site",
        "INSERT INTO local_holiday (site_id, day, name) SELECT id, '99-99', 'x' FROM site",
        "INSERT INTO local_holiday (site_id, day, name) SELECT id, 'xxxxx', 'x' FROM site",
        "UPDATE actor SET inspected_until = '2026-02-31' WHERE code = 'R1'",
        "INSERT INTO policy VALUES ('nonsense', 'off')",
        "SELECT praxi_access.add_login('eve', 'owner', NULL, '{verifier}')",
        "SELECT praxi_access.add_login('eve', 'keeper', NULL, '{verifier}')",
        "SELECT praxi_access.add_login('eve\" SUPERUSER --', 'admin', NULL, '{verifier}')",
        "SELECT praxi_access.add_login('eve', 'admin''; ALTER ROLE test_admin SUPERUSER; --', NULL,"
        " '{verifier}')",
        "SELECT praxi_access.add_login('postgres', 'admin', NULL, '{verifier}')",
        "SELECT praxi_access.add_login('praxi', 'admin', NULL, '{verifier}')",
        "SELECT praxi_access.add_login('pg_eve', 'admin', NULL, '{verifier}')",
        "SELECT praxi_access.add_login('praxi_owner', 'admin', NULL, '{verifier}')",
        "SELECT praxi_access.add_login('eve', 'practitioner', NULL, '{verifier}')",
        "SELECT praxi_access.add_login('eve', 'admin', NULL, '{verifier}'' SUPERUSER PASSWORD ''x')",
        "SELECT praxi_access.add_login('eve', 'admin', NULL, E'{verifier}\\n')",
        "SELECT praxi_access.add_login('eve', 'admin', NULL, 'clear password')",
        "SELECT praxi_access.set_password('praxi', '{verifier}')",
        "SELECT praxi_access.set_password('praxi_owner', '{verifier}')",
        "SELECT praxi_access.lock_login('praxi')",
        "SELECT praxi_access.remove_login('praxi_keeper')",
        "SELECT praxi_access.end_sessions('praxi')",
        "SELECT praxi_access.unlock_login('praxi_owner')",
        "SELECT praxi_access.remove_login('test_admin')",
        "SELECT praxi_access.lock_login('test_admin')",
        "SELECT praxi_access.name_login('praxi', 'x')",
        "ALTER FUNCTION praxi_access.add_login(text, text, text, text) SECURITY INVOKER",
        "INSERT INTO praxi_access.login VALUES ('praxi', 'admin', NULL)",
        "CREATE ROLE eve",
        "GRANT praxi_reception TO CURRENT_USER",
        "GRANT praxi_admin TO test_viewer",
        "ALTER ROLE test_viewer SUPERUSER",
        "DROP ROLE test_viewer",
        "UPDATE actor SET kind = 'patient' WHERE code = 'WEB'",
        "UPDATE practice SET version = 1",
        "UPDATE practice SET version = 2147483647",
        "INSERT INTO policy VALUES ('practitioner_busy', 'off')",
        "SELECT erase('site', 'id', NULL, NULL)",
        "SELECT erase('appointment_type', 'id', NULL, NULL)",
        "SELECT erase('weekly_window', 'id; DROP TABLE site', '{{1}}', NULL)",
        "UPDATE entry SET kind = 'blockout', type_id = NULL, patient_id = NULL, version = version + 1"
        " WHERE id = {koc}",
        "UPDATE setting SET value = 'x' WHERE name = 'last_patient_number'",
        "SELECT 1 FROM site FOR UPDATE ;; LOCK TABLE site",
    ),
}
"""What is refused to one role in particular."""

OF_BACKUP = (
    "SET ROLE praxi_backup ;; ALTER ROLE praxi_backup LOGIN",
    "SET ROLE praxi_backup ;; ALTER ROLE praxi_backup SUPERUSER",
    "SET ROLE praxi_backup ;; GRANT praxi_backup TO test_viewer",
    "SET ROLE praxi_backup ;; UPDATE entry SET note = 'x'",
    "SET ROLE praxi_backup ;; INSERT INTO setting VALUES ('x', 'y')",
    "SET ROLE praxi_backup ;; DELETE FROM journal",
    "SET ROLE praxi_backup ;; TRUNCATE journal CASCADE",
    "SET ROLE praxi_backup ;; SELECT erase('allocation', 'entry_id', NULL, NULL)",
    "SET ROLE praxi_backup ;; SELECT 1 FROM actor FOR UPDATE",
    "SET ROLE praxi_backup ;; LOCK TABLE entry IN SHARE MODE",
    "SET ROLE praxi_backup ;; SELECT praxi_access.people()",
    "SET ROLE praxi_backup ;; SELECT journal_read({hidden})",
    "SET ROLE praxi_backup ;; COPY entry TO '/tmp/praxidesk-hostile'",
    "SET ROLE praxi_backup ;; COPY entry TO PROGRAM 'id'",
    "SET ROLE praxi_backup ;; SELECT nextval('entry_id_seq')",
    "SET ROLE praxi_backup ;; CREATE TEMP TABLE mine (id bigint)",
)

READ_BY_BACKUP = frozenset(
    {
        "SET ROLE pg_read_all_data",
        "SELECT * FROM pg_statistic",
        "SELECT * FROM pg_statistic_ext_data",
        "SELECT * FROM pg_subscription",
        "SELECT * FROM pg_user_mapping",
        "SELECT * FROM praxi_access.login",
        "SELECT * FROM account",
    }
)
"""Whoever makes copies reads everything, and nothing more."""


def refused_to(role: StaffRole | None) -> tuple[str, ...]:
    """All that somebody of a role is refused; without one: who makes copies."""
    everybody = (*THE_SERVER, *OURS)
    if role is None:
        asked = (*everybody, *DESCRIPTION, *WRITING, *OF_BACKUP)
        return tuple(each for each in asked if each not in READ_BY_BACKUP)
    of_admins = () if role is StaffRole.ADMIN else DESCRIPTION
    of_desks = WRITING if role in {StaffRole.PRACTITIONER, StaffRole.VIEWER} else ()
    return (*everybody, *of_admins, *of_desks, *ALIENS[role])


ANSWERED = (
    "SELECT * FROM pg_stats",
    "SELECT * FROM pg_stats_ext",
    "SELECT usename, query, client_addr FROM pg_stat_activity",
    "SELECT * FROM pg_stat_get_activity(NULL)",
    "SELECT * FROM pg_locks",
    "SELECT * FROM pg_prepared_xacts",
    "SELECT * FROM pg_cursors",
    "SELECT * FROM pg_settings",
    "SELECT * FROM pg_roles",
    "SELECT * FROM pg_user",
    "SELECT * FROM information_schema.tables",
    "SELECT * FROM pg_sequences",
    "SELECT * FROM pg_stat_user_tables",
    "SELECT * FROM praxi_access.my_login()",
    "SELECT * FROM setting",
    "SELECT * FROM series",
    "SELECT * FROM milestone",
    "SELECT seq, hash FROM journal_seal",
    "SELECT * FROM journal_head",
    "SELECT * FROM actor",
    "SELECT query_to_xml('SELECT * FROM patient', true, true, '')",
    "SELECT table_to_xml('patient', true, true, '')",
    "SELECT * FROM ts_stat('SELECT to_tsvector(family) FROM patient')",
    "SELECT to_jsonb(patient) FROM patient",
    "SELECT CAST(family AS integer) FROM patient",
    "SELECT CAST(note AS integer) FROM entry",
    "SELECT 1 / length(replace(family, '{name}', '')) FROM patient",
    "SELECT word FROM patient_word",
    "SELECT string_agg(word, ' ') FROM patient_word",
    "TABLE patient",
    "SELECT * FROM entry",
    "SELECT * FROM absence",
    "SELECT e.note, p.family FROM allocation JOIN entry AS e ON e.id = entry_id LEFT JOIN patient AS p"
    " ON p.actor_id = allocation.actor_id",
)
"""What may be answered, as long as nothing of it is hidden from the role."""

GUESSES = (
    "SELECT count(*) FROM patient WHERE family = '{guess}'",
    "SELECT count(*) FROM patient WHERE family LIKE '{guess}%' OR number = '{guess}'",
    "SELECT count(*) FROM patient_word WHERE word = lower('{guess}')",
    "SELECT 1 / CASE WHEN EXISTS (SELECT FROM patient WHERE family = '{guess}') THEN 0 ELSE 1 END",
    "SELECT count(*) FROM entry WHERE note = '{guess}'",
    "SELECT pg_sleep(0) FROM patient WHERE family = '{guess}'",
    "SELECT has_column_privilege('patient', 'family', 'SELECT'), count(*) FROM patient"
    " WHERE family >= '{guess}' AND family < '{guess}z'",
)
"""A guess that is right is answered as one that is wrong."""
