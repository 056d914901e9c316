"""Patients of a foreign table: put in once, whether they come with numbers or with names alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from praxidesk.engine.entries import Patient
from praxidesk.engine.requests import NewPatient
from praxidesk.models import writes
from praxidesk.models.name_keys import name_key
from praxidesk.models.patient_queries import number_of_person
from praxidesk.models.patient_records import patients_by_number

_Person = tuple[str, str, date | None]


class PeopleByName:
    """Within one transaction. Whoever is stored already stays as stored."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[_Person, str] = {}
        self.added = 0
        """Put in so far."""

    def number_of(self, person: NewPatient) -> str:
        """The number of somebody known by names and birth date alone; put in where nobody is."""
        key = (name_key(person.family), name_key(person.given), person.birth_date)
        number = self._numbers.get(key) or number_of_person(self._connection, person)
        if number is None:
            number = writes.next_patient_number(self._connection)
            new = Patient(number, person.family, person.given, person.birth_date, phone=person.phone)
            writes.insert_patient(self._connection, new)
            self.added += 1
        self._numbers[key] = number
        return number

    def numbered(self, patient: Patient) -> Patient:
        """The same with the number it is stored under, or with the next one."""
        person = NewPatient(patient.family, patient.given, patient.birth_date)
        key = (name_key(person.family), name_key(person.given), person.birth_date)
        number = self._numbers.get(key) or number_of_person(self._connection, person)
        number = number or writes.next_patient_number(self._connection)
        self._numbers[key] = number
        return replace(patient, number=number)

    def admit(self, patients: Sequence[Patient]) -> list[bool]:
        """Put in those whose number is new; of each whether it was known."""
        seen = {each.number for each in patients_by_number(self._connection, [p.number for p in patients])}
        known, new = [], []
        for each in patients:
            known.append(each.number in seen)
            if each.number not in seen:
                seen.add(each.number)
                new.append(each)
        writes.insert_patients(self._connection, new)
        self.added += len(new)
        return known
