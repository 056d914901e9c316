"""What the use cases of the store are called; one that has no words yet has the name it has in the log."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def case_name(name: str) -> str:
    """In words, for people."""
    return _names().get(name, name)


def _names() -> dict[str, str]:
    return {
        "week": translate("diagnostics", "Load a week"),
        "book": translate("diagnostics", "Book or change"),
        "move": translate("diagnostics", "Move"),
        "cancel": translate("diagnostics", "Cancel an entry"),
        "status": translate("diagnostics", "Set a status"),
        "milestone": translate("diagnostics", "Record a milestone"),
        "check": translate("diagnostics", "Check whether it is free"),
        "several": translate("diagnostics", "Change several entries"),
        "check-several": translate("diagnostics", "Check several dates"),
        "slots": translate("diagnostics", "Find free times"),
        "combined-slots": translate("diagnostics", "Find times of a combination"),
        "patients": translate("diagnostics", "Find a patient while booking"),
        "series": translate("diagnostics", "Load a series"),
        "conflicts": translate("diagnostics", "List broken rules"),
        "policy": translate("diagnostics", "Change the rules of booking"),
        "noticed": translate("diagnostics", "Look for others' changes"),
        "AskPatient": translate("diagnostics", "Read a patient's data"),
        "AskPatientCard": translate("diagnostics", "Open a patient's card"),
        "ChangePatient": translate("diagnostics", "Change a patient's data"),
        "Diagnose": translate("diagnostics", "This diagnosis"),
        "EntriesAround": translate("diagnostics", "Entries around a patient's"),
        "AskHistory": translate("diagnostics", "Who changed what"),
        "MoreHistory": translate("diagnostics", "Who changed what: more lines"),
        "EntryDeeds": translate("diagnostics", "Who changed an entry"),
        "HistoryDoers": translate("diagnostics", "Who has changed anything"),
        "LastChange": translate("diagnostics", "Last change of an entry"),
        "LookAtSeal": translate("diagnostics", "Look at the journal's seal"),
        "ProveJournal": translate("diagnostics", "Prove the journal"),
        "EntryHistory": translate("diagnostics", "History of an entry"),
        "FindEverything": translate("diagnostics", "Search"),
        "ImportTable": translate("diagnostics", "Import a table"),
        "MoreEntries": translate("diagnostics", "Search: more entries"),
        "MoreOfPatient": translate("diagnostics", "More of a patient's entries"),
        "MorePatients": translate("diagnostics", "Search: more patients"),
        "NeighbourEntry": translate("diagnostics", "A patient's next entry"),
        "NextFree": translate("diagnostics", "Everybody's next free time"),
        "ParkedEntries": translate("diagnostics", "Parked entries"),
        "PatientsToCall": translate("diagnostics", "Patients to be recalled"),
        "PresenceOfDay": translate("diagnostics", "Waiting room"),
        "PreviewPractice": translate("diagnostics", "Preview of settings"),
        "PreviewTable": translate("diagnostics", "Preview of an import"),
        "PrintedDays": translate("diagnostics", "Print days"),
        "PrintedSlip": translate("diagnostics", "Print a slip"),
        "RoomlessOperations": translate("diagnostics", "Operations without a room"),
        "SavePractice": translate("diagnostics", "Save settings"),
        "SheetLoad": translate("diagnostics", "Days of the month sheet"),
        "WaitingList": translate("diagnostics", "Waiting list"),
    }
