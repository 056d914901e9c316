"""Specialties and kinds of room and device: practice files write them freely, most of them alike."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def practice_word(text: str) -> str:
    """The word in the language of the screen; one that is not known stays as it was written."""
    return _known().get(text.strip().casefold(), text)


def _known() -> dict[str, str]:
    return {
        "anaesthesia": translate("practice words", "Anaesthesia"),
        "cardiology": translate("practice words", "Cardiology"),
        "dermatology": translate("practice words", "Dermatology"),
        "ent": translate("practice words", "ENT"),
        "general medicine": translate("practice words", "General medicine"),
        "gynaecology": translate("practice words", "Gynaecology"),
        "internal medicine": translate("practice words", "Internal medicine"),
        "neurology": translate("practice words", "Neurology"),
        "ophthalmology": translate("practice words", "Ophthalmology"),
        "orthopaedics": translate("practice words", "Orthopaedics"),
        "paediatrics": translate("practice words", "Paediatrics"),
        "physiotherapy": translate("practice words", "Physiotherapy"),
        "radiology": translate("practice words", "Radiology"),
        "surgery": translate("practice words", "General surgery"),
        "urology": translate("practice words", "Urology"),
        "consulting": translate("practice words", "Consulting room"),
        "operating": translate("practice words", "Operating room"),
        "minor": translate("practice words", "Procedure room"),
        "procedure": translate("practice words", "Procedure room"),
        "treatment": translate("practice words", "Treatment room"),
        "arthroscopy": translate("practice words", "Arthroscopy tower"),
        "c-arm": translate("practice words", "C-arm"),
        "laparoscopy": translate("practice words", "Laparoscopy tower"),
        "microscope": translate("practice words", "Microscope"),
        "ultrasound": translate("practice words", "Ultrasound"),
        "x-ray": translate("practice words", "X-ray"),
        "xray": translate("practice words", "X-ray"),
    }
