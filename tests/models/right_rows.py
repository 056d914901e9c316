"""A right row for each table, and a way to put them all in."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert

from praxidesk.models.store import Store
from praxidesk.models.tables import METADATA
from tests.models.bookings import NINE

T = METADATA.tables
HOUR = 3600
GROUP = 3
"""Besides the one practitioner: rooms that are booked as one."""

WRITTEN_BY_THE_DATABASE = {"practice", "journal", "journal_seal", "journal_head"}
"""Something is in them already."""

ROWS: Mapping[str, Mapping[str, Any]] = {
    "practice": {"id": 1, "version": 1},
    "site": {"id": 1, "code": "M", "name": "", "timezone": "Europe/Berlin", "holidays": ""},
    "actor": {
        "id": 1,
        "kind": "practitioner",
        "code": "WEB",
        "name": "",
        "specialty": "",
        "category": "",
        "roles": "surgeon assistant",
        "colour": None,
        "active": True,
        "is_group": False,
        "group_id": None,
        "equipment": "",
        "inspected_until": None,
        "turnover": 0,
    },
    "patient": {
        "actor_id": 2,
        "number": "P-1",
        "family": "",
        "given": "",
        "birth_date": "1984-02-29",
        "sex": "",
        "phone": "",
        "email": "",
        "note": "",
        "family_key": "",
        "given_key": "",
    },
    "patient_word": {"word": "a", "actor_id": 2},
    "weekly_window": {
        "id": 1,
        "site_id": 1,
        "actor_id": None,
        "purpose": "hours",
        "weekday": 0,
        "from_minute": 0,
        "to_minute": 1440,
        "weeks": "odd",
        "valid_from": "2026-01-01",
        "valid_to": "2026-01-01",
    },
    "absence": {
        "id": 1,
        "site_id": None,
        "actor_id": 1,
        "starts_local": "2026-12-24T00:00:00",
        "ends_local": "2026-12-25T00:00:00",
        "reason": "",
    },
    "day_exception": {
        "id": 1,
        "site_id": 1,
        "actor_id": None,
        "day": "2026-12-24",
        "from_minute": 60,
        "to_minute": 120,
        "purpose": "break",
    },
    "appointment_type": {
        "id": 1,
        "code": "K",
        "name": "",
        "minutes": 10,
        "colour": "teal",
        "buffer_before": 0,
        "buffer_after": 0,
        "min_distance": 0,
        "at_once": 1,
        "min_notice": 0,
        "max_advance": 0,
        "priority": "low",
        "travel": 0,
        "short": "",
        "first_visit": False,
    },
    "procedure": {
        "id": 1,
        "code": "K",
        "name": "",
        "setup_minutes": 0,
        "surgery_minutes": 1,
        "closing_minutes": 0,
        "cleaning_minutes": 0,
        "colour": "teal",
        "buffer_before": 0,
        "buffer_after": 0,
        "min_distance": 0,
        "at_once": 1,
        "min_notice": 0,
        "max_advance": 0,
        "priority": "low",
        "short": "",
    },
    "need": {
        "id": 1,
        "type_id": None,
        "procedure_id": 1,
        "position": 0,
        "role": "surgeon",
        "specialty": None,
        "category": None,
        "phases": "surgery closing",
        "equipment": "ecg",
    },
    "need_member": {"need_id": 1, "position": 0, "actor_id": 1},
    "policy": {"kind": "absent", "severity": "warning"},
    "setting": {"name": "a", "value": ""},
    "series": {
        "id": 1,
        "kind": "series",
        "starts_local": "2026-12-24T09:00:00",
        "timezone": "Europe/Berlin",
        "rule": "",
    },
    "entry": {
        "id": 1,
        "version": 1,
        "kind": "appointment",
        "status": "booked",
        "starts_at": NINE,
        "ends_at": NINE + HOUR,
        "type_id": 1,
        "procedure_id": None,
        "setup_minutes": None,
        "surgery_minutes": None,
        "closing_minutes": None,
        "cleaning_minutes": None,
        "patient_id": 2,
        "series_id": 1,
        "note": "",
        "reason": "",
        "override_reason": "",
        "last_change": "booked",
        "changed_at": NINE,
        "request_key": "k",
        "request_fingerprint": "f",
        "series_day": "2026-11-23",
        "is_exception": True,
    },
    "allocation": {
        "id": 1,
        "entry_id": 1,
        "actor_id": 1,
        "role": "practitioner",
        "starts_at": NINE,
        "ends_at": NINE + HOUR,
        "blocking": True,
        "own_part": False,
        "occupancy": 1,
        "service": 1,
        "group_id": None,
        "turnover": 0,
    },
    "entry_change": {
        "id": 5,
        "entry_id": 1,
        "version": 5,
        "change": "moved",
        "status": "booked",
        "starts_at": NINE,
        "ends_at": NINE + HOUR,
        "changed_at": NINE,
        "request_key": "other",
        "request_fingerprint": "f",
    },
    "milestone": {"entry_id": 1, "kind": "incision", "reached_at": NINE},
    "milestone_change": {"entry_id": 1, "version": 5, "kind": "incision", "reached_at": NINE},
    "journal": {
        "id": 900,
        "at": NINE,
        "deed": "read",
        "subject": "patient",
        "subject_key": "2",
        "entry_id": None,
        "patient_id": 2,
        "before": None,
        "after": None,
        "transaction_id": None,
    },
    "journal_seal": {
        "seq": 900,
        "journal_id": 900,
        "login": "",
        "client": "",
        "process": 1,
        "content_hash": "0" * 64,
        "hash": "0" * 64,
    },
    "journal_head": {"id": 1, "seq": 900, "hash": "0" * 64},
    "local_holiday": {"id": 1, "site_id": 1, "day": "08-08", "name": ""},
    "quota": {
        "id": 1,
        "type_id": None,
        "procedure_id": 1,
        "position": 0,
        "per": "half_day",
        "most": 1,
    },
    "reservation": {"id": 1, "code": "B", "name": "", "release_days": 0},
    "reservation_actor": {"reservation_id": 1, "position": 0, "actor_id": 1},
    "reservation_holder": {"reservation_id": 1, "position": 0, "actor_id": 1},
    "reservation_service": {"reservation_id": 1, "position": 0, "type_id": 1, "procedure_id": None},
    "reservation_window": {
        "id": 1,
        "reservation_id": 1,
        "weekday": 2,
        "from_minute": 420,
        "to_minute": 900,
        "weeks": "all",
        "valid_from": None,
        "valid_to": "2026-12-31",
    },
    "combination": {"id": 1, "code": "L", "name": ""},
    "combination_part": {
        "combination_id": 1,
        "position": 0,
        "type_id": 1,
        "least_gap": 0,
        "longest_gap": 0,
    },
}
"""One right row for each table; together they refer to each other."""


def fill(store: Store) -> None:
    """One of each, of actors one more that is a patient and one that is a group."""
    with store.write() as connection:
        for table in METADATA.sorted_tables:
            if table.name in WRITTEN_BY_THE_DATABASE:
                continue
            if table.name == "patient":
                patient = dict(ROWS["actor"], id=2, kind="patient", code=None, roles="")
                group = dict(ROWS["actor"], id=GROUP, kind="room", code="INF", roles="", is_group=True)
                connection.execute(insert(T["actor"]).values([patient, group]))
            connection.execute(insert(table).values(ROWS[table.name]))
