"""Who may do what in the database: one table of roles, tables and verbs, from which a server is set up.

What is not here, nobody may. A right holds for whole tables or for columns, and for all rows or for those of
a condition. Nobody deletes an entry or writes history: the first the product never does, the second the
database does itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Table

from praxidesk.engine.roles import OWN_STATUSES, Deed, who_may
from praxidesk.models import tables
from praxidesk.models.server.own_sight import IS_MET, IS_MINE, OWN_ACTOR
from praxidesk.models.server.roles import ERASER, EVERYBODY, KEEPER, OF_SITES, StaffRole
from praxidesk.models.server.site_rights import IDS_ELSEWHERE


class Verb(StrEnum):
    """What a statement does to a table."""

    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


@dataclass(frozen=True, slots=True)
class Right:
    """One group may do one thing to one table."""

    group: str
    table: str
    verb: Verb
    columns: tuple[str, ...] = ()
    """Only these; empty: all."""
    rows: str = "true"
    """Which rows are seen or deleted, or may be the outcome of a change: a condition in SQL.

    A login that may delete does so through ``erase`` alone, and an UPDATE is given column by column: whoever
    has either right on a table as a whole may lock it, and keep everybody waiting.
    """


NOTHING = "false"
"""A right to UPDATE no row: enough to lock one for a booking, and for nothing else."""

A_PATIENT = "EXISTS (SELECT FROM actor WHERE actor.id = actor_id AND actor.kind = 'patient')"
"""Nobody makes a patient of a room or a colleague."""

IN_PLACE = (
    "(SELECT actor.kind FROM actor WHERE actor.id = allocation.actor_id)"
    " = CASE WHEN role IN ('room', 'device', 'patient') THEN role ELSE 'practitioner' END"
)
"""No patient operates, and no doctor is a room: a program that met such a booking could not go on."""

JUST_WRITTEN = (
    "EXISTS (SELECT FROM patient WHERE patient.actor_id = patient_word.actor_id"
    " AND patient.xmin = pg_current_xact_id()::xid)"
)
"""Words are put in, and taken away, together with the patient who is found by them, never of another one."""

OF_A_PLACE = "EXISTS (SELECT FROM actor WHERE actor.id = actor_id AND actor.kind IN ('room', 'device'))"
"""Absences of rooms and devices."""

OF_CALENDAR = "topic IN ('entry', 'part', 'patient')"
"""Lines of the journal that tell of entries and patients, not of settings or logins."""

OF_MINE = (
    "entry_id IS NOT NULL AND EXISTS (SELECT FROM entry WHERE entry.id = journal.entry_id)"
    " OR subject = 'patient' AND EXISTS (SELECT FROM patient WHERE patient.actor_id = journal.patient_id)"
)
"""Lines of the journal that tell of what a practitioner sees."""

DESCRIPTION = (
    tables.site,
    tables.actor,
    tables.actor_site,
    tables.weekly_window,
    tables.day_exception,
    tables.local_holiday,
    tables.policy,
    tables.appointment_type,
    tables.procedure,
    tables.need,
    tables.need_member,
    tables.quota,
    tables.combination,
    tables.combination_part,
    tables.reservation,
    tables.reservation_actor,
    tables.reservation_holder,
    tables.reservation_service,
    tables.reservation_window,
)
"""What a practice is and offers: everybody's program reads it, an admin writes it."""

_R = StaffRole
_SEES_ALL = who_may(Deed.READ_EVERYTHING)
_BOOKS = who_may(Deed.WRITE_OPERATIONS)
_OF_OPERATIONS = {
    "entry": "kind <> 'appointment'",
    "allocation": "service <= 0",
}
"""What is written by whoever writes no appointments: operations and blocked time."""


def _all_but(table: Table, *left_out: str) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.name not in left_out)


def _reading() -> Iterable[Right]:
    for table in (*DESCRIPTION, tables.practice, tables.setting, tables.series):
        yield Right(EVERYBODY, table.name, Verb.SELECT)
    for role in StaffRole:
        # Nothing of the calendar hangs on that group: a login may act as it, and is bound to no site then.
        yield Right(role.group, "milestone", Verb.SELECT)
    calendar = (tables.entry, tables.allocation, tables.entry_change, tables.milestone_change)
    people = (tables.patient, tables.patient_word, tables.absence)
    for role in _SEES_ALL:
        for table in (*calendar, *people):
            yield Right(role.group, table.name, Verb.SELECT)
    # The OP plan, and what somebody takes part in; of patients those who are met there.
    mine = {
        "entry": f"kind = 'operation' OR {IS_MINE.format('entry.id')}",
        "allocation": f"service < 0 OR {IS_MINE.format('allocation.entry_id')}",
        "entry_change": "EXISTS (SELECT FROM entry WHERE entry.id = entry_id)",
        "milestone_change": "true",
        "patient": IS_MET.format("patient.actor_id"),
        # Asked directly: through the patient, whatever is typed would be looked up twice.
        "patient_word": IS_MET.format("patient_word.actor_id"),
        "absence": "true",
    }
    for name, rows in mine.items():
        yield Right(_R.PRACTITIONER.group, name, Verb.SELECT, rows=rows)
    # Names and words: none. Entries and absences are read as views of the same names, without texts.
    for table in (tables.allocation, tables.milestone_change):
        yield Right(_R.VIEWER.group, table.name, Verb.SELECT)
    # The fingerprint of a request would tell whether one has guessed whose it was.
    told = _all_but(tables.entry_change, "request_key", "request_fingerprint")
    yield Right(_R.VIEWER.group, "entry_change", Verb.SELECT, told)
    for table in (tables.patient, tables.patient_word):
        yield Right(_R.VIEWER.group, table.name, Verb.SELECT, rows=NOTHING)


def _booking() -> Iterable[Right]:
    for role in _BOOKS:
        rows = {} if role in who_may(Deed.WRITE_APPOINTMENTS) else _OF_OPERATIONS
        of_entry, of_part = rows.get("entry", "true"), rows.get("allocation", "true")
        yield Right(
            role.group,
            "entry",
            Verb.INSERT,
            _all_but(tables.entry, "id"),
            "version = 1" if of_entry == "true" else f"version = 1 AND {of_entry}",
        )
        yield Right(role.group, "entry", Verb.UPDATE, _all_but(tables.entry, "id"), of_entry)
        parts = _all_but(tables.allocation, "id", "occupancy", "service")
        outcome = IN_PLACE if of_part == "true" else f"{of_part} AND {IN_PLACE}"
        yield Right(role.group, "allocation", Verb.INSERT, parts, outcome)
        yield Right(role.group, "allocation", Verb.UPDATE, ("actor_id", "blocking"), outcome)
        yield Right(role.group, "allocation", Verb.DELETE, rows=of_part)
        yield Right(role.group, "series", Verb.INSERT, _all_but(tables.series, "id"))
        yield Right(role.group, "milestone", Verb.INSERT)
        yield Right(role.group, "milestone", Verb.UPDATE, ("reached_at",))
        yield Right(role.group, "milestone", Verb.DELETE)
        yield Right(role.group, "patient", Verb.INSERT, rows=A_PATIENT)
        yield Right(role.group, "patient_word", Verb.INSERT, rows=JUST_WRITTEN)
        yield Right(role.group, "patient", Verb.UPDATE, _all_but(tables.patient, "actor_id"))
        yield Right(role.group, "patient_word", Verb.DELETE, rows=JUST_WRITTEN)
        # Names stand in what everybody has read: the counter has them read it again.
        yield Right(role.group, "practice", Verb.UPDATE, ("version",))
        # Its own answers of a moment ago: who knows a key has made it up.
        yield Right(role.group, "settled_request", Verb.SELECT)
        yield Right(role.group, "settled_request", Verb.INSERT)
        counter = "name = 'last_patient_number'"
        yield Right(role.group, "setting", Verb.INSERT, rows=counter)
        yield Right(role.group, "setting", Verb.UPDATE, ("value",), counter)
    for role in (_R.RECEPTION, _R.OP_MANAGER):
        columns = ("kind", "name", "specialty", "category", "roles", "active")
        yield Right(role.group, "actor", Verb.INSERT, columns, "kind = 'patient'")
        yield Right(role.group, "actor", Verb.UPDATE, ("active",), NOTHING)


def _of_practitioners() -> Iterable[Right]:
    columns = (
        "version",
        "status",
        "reason",
        "override_reason",
        "last_change",
        "changed_at",
        "request_key",
        "request_fingerprint",
    )
    words = ", ".join(f"'{status}'" for status in OWN_STATUSES)
    rows = f"status IN ({words}) AND {IS_MINE.format('entry.id')}"
    yield Right(_R.PRACTITIONER.group, "entry", Verb.UPDATE, columns, rows)


def _describing() -> Iterable[Right]:
    for table in (*DESCRIPTION, tables.absence):
        yield Right(_R.ADMIN.group, table.name, Verb.INSERT)
        yield Right(_R.ADMIN.group, table.name, Verb.UPDATE)
        if table not in {tables.site, tables.actor, tables.appointment_type, tables.procedure}:
            yield Right(_R.ADMIN.group, table.name, Verb.DELETE)


def _of_absences() -> Iterable[Right]:
    """Whoever is at the desk hears that somebody is ill; the practice's own closures are described."""
    for role in who_may(Deed.CLOSE_ROOMS):
        if role in who_may(Deed.DESCRIBE_PRACTICE):
            continue
        rows = "actor_id IS NOT NULL" if role in who_may(Deed.ENTER_ABSENCES) else OF_A_PLACE
        yield Right(role.group, "absence", Verb.INSERT, _all_but(tables.absence, "id"), rows)
        yield Right(role.group, "absence", Verb.DELETE, rows=rows)


def _of_journal() -> Iterable[Right]:
    # Every desk keeps the newest seal, and looks whether it still stands: that tells nothing of anybody.
    yield Right(EVERYBODY, "journal_head", Verb.SELECT)
    yield Right(EVERYBODY, "journal_seal", Verb.SELECT, ("seq", "hash"))
    rows = {_R.RECEPTION: OF_CALENDAR, _R.OP_MANAGER: OF_CALENDAR, _R.PRACTITIONER: OF_MINE, _R.ADMIN: "true"}
    for role, lines in rows.items():
        yield Right(role.group, "journal", Verb.SELECT, rows=lines)
        yield Right(role.group, "journal_seal", Verb.SELECT)


RIGHTS = (*_reading(), *_booking(), *_of_practitioners(), *_describing(), *_of_absences(), *_of_journal())
"""All of them."""

HIDDEN_FROM_VIEWERS = {
    "entry": ("note", "reason", "override_reason", "request_key", "request_fingerprint"),
    "absence": ("reason",),
    "entry_change": ("request_key", "request_fingerprint"),
}
"""Columns that are empty in the views that a viewer reads instead of these tables."""

ERASER_READS = ("actor", "patient")
"""What conditions on rows that are taken away ask, besides those rows themselves."""

FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "journal_login(text, jsonb, jsonb)": (KEEPER,),
    "erase(text, text, bigint[], text[])": tuple(role.group for role in _BOOKS),
    "rehearse_booking()": tuple(role.group for role in _BOOKS),
    "take_turn(integer)": tuple(role.group for role in StaffRole if role is not _R.VIEWER),
    OWN_ACTOR: (_R.PRACTITIONER.group,),
    IDS_ELSEWHERE: (OF_SITES, ERASER, _R.VIEWER.group, _R.PRACTITIONER.group),
    "journal_read(bigint)": tuple(role.group for role in (*_SEES_ALL, _R.PRACTITIONER)),
}
"""Functions of the schema that a group may call. Triggers' functions nobody calls."""
