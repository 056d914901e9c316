"""Fields of a patient, what can be wrong with them, and two states side by side, in words."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Patient
from praxidesk.engine.patient_changes import PatientChange, PatientFault, PatientField
from praxidesk.ui.other_desks.stale_states import StateRow
from praxidesk.ui.wording import dates

translate = QCoreApplication.translate

SEXES = ("", "female", "male", "other", "unknown")


def patient_name(patient: Patient) -> str:
    """``Müller-Öztürk, Işıl``."""
    return ", ".join(part for part in (patient.family, patient.given) if part)


def patient_text(change: PatientChange, *, undone: bool) -> str:
    """What was done, in one line: the text of a toast."""
    said = (
        translate("patient", "Taken back: data of {name}")
        if undone
        else translate("patient", "Saved: data of {name}")
    )
    return said.format(name=patient_name(change.after))


def patient_kept_text(*, is_undo: bool) -> str:
    """Why a change of a record came to nothing: somebody else has changed it since."""
    if is_undo:
        return translate("patient", "Not taken back: somebody else has changed this patient's data since.")
    return translate("patient", "Not saved: somebody else has changed this patient's data since.")


def field_name(field: PatientField) -> str:
    """``Familienname``."""
    return {
        PatientField.FAMILY: translate("patient", "Family name"),
        PatientField.GIVEN: translate("patient", "Given name"),
        PatientField.BIRTH_DATE: translate("patient", "Birth date"),
        PatientField.SEX: translate("patient", "Sex"),
        PatientField.PHONE: translate("patient", "Phone"),
        PatientField.EMAIL: translate("patient", "E-mail"),
        PatientField.NUMBER: translate("patient", "Number"),
        PatientField.NOTE: translate("patient", "Note"),
    }[field]


def sex_name(sex: str) -> str:
    """``weiblich``."""
    return {
        "": translate("patient", "not given", "sex"),
        "female": translate("patient", "female"),
        "male": translate("patient", "male"),
        "other": translate("patient", "diverse", "sex"),
        "unknown": translate("patient", "unknown", "sex"),
    }[sex]


def fault_words(field: PatientField, fault: PatientFault) -> str:
    """What is to be done about it."""
    match field, fault:
        case PatientField.FAMILY, PatientFault.MISSING:
            return translate("patient", "Everybody has a family name.")
        case PatientField.NUMBER, PatientFault.MISSING:
            return translate("patient", "Every patient has a number.")
        case PatientField.NUMBER, PatientFault.TAKEN:
            return translate("patient", "Another patient has this number.")
        case PatientField.BIRTH_DATE, _:
            return translate("patient", "No date of birth, such as 29.2.1984")
        case PatientField.EMAIL, PatientFault.UNREADABLE:
            return translate("patient", "No e-mail address, such as name@example.org")
        case PatientField.PHONE, PatientFault.UNREADABLE:
            return translate("patient", "No phone number: there is no digit")
        case _, PatientFault.TOO_LONG:
            return translate("patient", "Too long")
    return translate("patient", "Not readable")


def value_text(patient: Patient, field: PatientField) -> str:
    """A field's value as it is shown."""
    match field:
        case PatientField.BIRTH_DATE:
            return dates.birth_date(patient.birth_date) if patient.birth_date else ""
        case PatientField.SEX:
            return sex_name(patient.sex) if patient.sex else ""
    return str(getattr(patient, field.value))


def patient_rows(before: Patient, present: Patient, wanted: Patient) -> tuple[StateRow, ...]:
    """What was, what is saved and what was wanted, where they differ."""
    rows = (
        StateRow(
            field_name(field),
            value_text(present, field),
            value_text(wanted, field),
            value_text(before, field),
            field,
        )
        for field in PatientField
    )
    return tuple(row for row in rows if not row.was == row.theirs == row.ours)
