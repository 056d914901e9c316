"""Everything about one patient: who it is, what they had and what they will have."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.found import EntriesPage, PatientCard
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.models import queries
from praxidesk.models.found_entries import card_counts, entries_around, neighbour, patient_entries_page
from praxidesk.models.found_patients import waiting_since
from praxidesk.models.journal_queries import note_read
from praxidesk.models.patient_records import patient_by_id
from praxidesk.services.desk import Desk


def patient_card(desk: Desk, patient: ActorId, now: int, *, is_open: bool = False) -> PatientCard | None:
    """The card with the first page of entries: seven statements, the first of which notes that it is read.

    It has a transaction of its own: nobody sees a record whose opening cannot be written down.

    :param is_open: it is on the screen already, and only shown as it is now: nothing is noted once more
    """
    if not is_open:
        with desk.store.write() as connection:
            note_read(connection, patient, now)
    with desk.store.read() as connection:
        record = patient_by_id(connection, patient)
        if record is None:
            return None
        counts = card_counts(connection, patient, now)
        waiting = waiting_since(connection, [patient]).get(patient)
        total, coming, ids = patient_entries_page(connection, patient, now, 0)
        entries = _in_order(queries.entries_by_id(connection, ids), ids)
        return PatientCard(now, record, counts, waiting, EntriesPage(total, coming, entries))


def more_of_patient(desk: Desk, patient: ActorId, at: int, offset: int) -> EntriesPage:
    """Their entries from ``offset`` on: three statements."""
    with desk.store.read() as connection:
        total, coming, ids = patient_entries_page(connection, patient, at, offset)
        return EntriesPage(total, coming, _in_order(queries.entries_by_id(connection, ids), ids))


def neighbour_entry(
    desk: Desk, patient: ActorId, starts_at: int, entry: EntryId, *, later: bool
) -> Entry | None:
    """The patient's next or previous entry that is not gone: three statements."""
    with desk.store.read() as connection:
        id_ = neighbour(connection, patient, starts_at, entry, later=later)
        return queries.entry(connection, id_) if id_ is not None else None


def around(desk: Desk, patient: ActorId, at: int) -> tuple[Entry, ...]:
    """Their entries of the day of ``at``, the last before it and the next after it: three statements."""
    with desk.store.read() as connection:
        ids = entries_around(connection, patient, desk.zone.day(desk.zone.day_of(at)))
        return queries.entries_by_id(connection, ids)


def _in_order(found: tuple[Entry, ...], ids: tuple[EntryId, ...]) -> tuple[Entry, ...]:
    known = {each.id: each for each in found}
    return tuple(known[id_] for id_ in ids if id_ in known)
