"""What the search and the card of a patient are told, from a calendar in memory, by plain parts of names."""

from dataclasses import replace

from praxidesk.engine.entries import Entry, Patient, PatientOnEntry
from praxidesk.engine.found import (
    PAGE,
    CardCounts,
    EntriesPage,
    Fit,
    Found,
    PatientCard,
    PatientHit,
    PatientsPage,
)
from praxidesk.engine.patient_changes import (
    PatientAnswer,
    PatientFault,
    PatientField,
    PatientMissing,
    PatientRefused,
    PatientSaved,
    PatientStale,
)
from praxidesk.engine.vocabulary import GONE, ActorId, Status
from praxidesk.worker.questions.finding import (
    AskPatientCard,
    EntriesAround,
    FindEverything,
    MoreEntries,
    MoreOfPatient,
    MorePatients,
    NeighbourEntry,
)
from praxidesk.worker.questions.patients import AskPatient, ChangePatient
from tests.ui.fake_store import FakeStore

_GONE = (Status.CANCELLED, Status.ENTERED_IN_ERROR, Status.NOSHOW, Status.WAITLIST)


def find_everything(store: FakeStore, asked: FindEverything, now: int) -> Found:
    entries = _entries(store, asked.text, now, 0) if len(asked.text) > 1 else None
    return Found(now, _patients(store, asked.text, 0), entries)


def more_patients(store: FakeStore, asked: MorePatients) -> PatientsPage:
    return _patients(store, asked.text, asked.offset)


def more_entries(store: FakeStore, asked: MoreEntries) -> EntriesPage:
    return _entries(store, asked.text, asked.at, asked.offset)


def patient_card(store: FakeStore, asked: AskPatientCard, now: int) -> PatientCard | None:
    who = store.patients.get(asked.patient)
    if who is None:
        return None
    mine = _of(store, who.id)
    counts = CardCounts(
        len(mine),
        sum(each.starts_at >= now and each.status not in _GONE for each in mine),
        sum(each.status is Status.NOSHOW for each in mine),
        sum(each.status is Status.CANCELLED for each in mine),
    )
    record = Patient(who.number, who.family, who.given, who.birth_date, who.sex, who.phone)
    return PatientCard(now, record, counts, None, _page(mine, now, 0))


def more_of_patient(store: FakeStore, asked: MoreOfPatient) -> EntriesPage:
    return _page(_of(store, asked.patient), asked.at, asked.offset)


def neighbour_entry(store: FakeStore, asked: NeighbourEntry) -> Entry | None:
    mine = sorted(_standing(store, asked.patient), key=lambda each: (each.starts_at, each.id))
    here = (asked.starts_at, asked.entry)
    if asked.later:
        return next((each for each in mine if (each.starts_at, each.id) > here), None)
    return next((each for each in reversed(mine) if (each.starts_at, each.id) < here), None)


def entries_around(store: FakeStore, asked: EntriesAround) -> tuple[Entry, ...]:
    mine = sorted(_standing(store, asked.patient), key=lambda each: (each.starts_at, each.id))
    day = store.zone.day(store.zone.day_of(asked.at))
    before = [each for each in mine if each.starts_at < day.start]
    after = [each for each in mine if each.starts_at >= day.end]
    on_day = [each for each in mine if day.start <= each.starts_at < day.end]
    return (*before[-2:], *on_day, *after[:4])


def _standing(store: FakeStore, patient: ActorId) -> list[Entry]:
    return [each for each in _of(store, patient) if each.status not in GONE]


def patient_record(store: FakeStore, asked: AskPatient) -> Patient | None:
    who = store.patients.get(asked.patient)
    if who is None:
        return None
    return Patient(who.number, who.family, who.given, who.birth_date, who.sex, who.phone)


def change_patient(store: FakeStore, asked: ChangePatient) -> PatientAnswer:
    change = asked.change
    present = patient_record(store, AskPatient(change.id))
    if present not in (change.before, change.after):
        return PatientMissing() if present is None else PatientStale(present)
    new = change.after
    if any(each.number == new.number for each in store.patients.values() if each.id != change.id):
        return PatientRefused(((PatientField.NUMBER, PatientFault.TAKEN),))
    who = PatientOnEntry(change.id, new.number, new.family, new.given, new.birth_date, new.sex, new.phone)
    store.patients[change.id] = who
    for each in _of(store, change.id):
        store.entries[each.id] = replace(each, patient=who)
    return PatientSaved(change)


def _fits(who: PatientOnEntry, text: str) -> bool:
    known = f"{who.family} {who.given} {who.number}".casefold()
    return all(word in known for word in text.casefold().split())


def _of(store: FakeStore, patient: ActorId) -> list[Entry]:
    return [
        each for each in store.entries.values() if each.patient is not None and each.patient.id == patient
    ]


def _patients(store: FakeStore, text: str, offset: int) -> PatientsPage:
    fitting = sorted(
        (each for each in store.patients.values() if _fits(each, text)),
        key=lambda each: (each.family, each.given, each.id),
    )
    hits = tuple(PatientHit(each, Fit.WHOLE) for each in fitting[offset : offset + PAGE])
    return PatientsPage(len(fitting), len(fitting), hits)


def _entries(store: FakeStore, text: str, now: int, offset: int) -> EntriesPage:
    fitting = [
        each for each in store.entries.values() if each.patient is not None and _fits(each.patient, text)
    ]
    return _page(fitting, now, offset)


def _page(entries: list[Entry], now: int, offset: int) -> EntriesPage:
    coming = sorted((each for each in entries if each.starts_at >= now), key=lambda each: each.starts_at)
    past = sorted((each for each in entries if each.starts_at < now), key=lambda each: -each.starts_at)
    return EntriesPage(len(entries), len(coming), tuple((coming + past)[offset : offset + PAGE]))
