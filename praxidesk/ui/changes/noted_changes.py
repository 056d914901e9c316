"""Changes of what is no entry, a patient's data, an absence, the settings: how they are sent and told."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.absence_changes import AbsenceChange
from praxidesk.engine.patient_changes import PatientChange, PatientSaved
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import DraftRefused, DraftSaved
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.patient.patient_words import patient_kept_text, patient_name, patient_text
from praxidesk.ui.practice_settings.settings_change import SettingsChange, changed_names
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.error_words import worded
from praxidesk.worker.questions.patients import ChangePatient
from praxidesk.worker.questions.practice_settings import SavePractice
from praxidesk.worker.questions.question import Question

translate = QCoreApplication.translate

PracticeChange = AbsenceChange | SettingsChange
"""Goes over whatever is stored of the practice by then."""
NotedChange = PatientChange | PracticeChange
"""Goes the way of a question, and is taken back and done again as an entry's change is."""


def question_of(change: NotedChange, practice: Practice | None) -> Question | None:
    """What carries it to the store; ``None`` where somebody else has been there, as is known already."""
    if isinstance(change, PatientChange):
        return ChangePatient(change)
    draft = change.draft(practice) if practice is not None else None
    return SavePractice(draft) if draft is not None else None


def is_saved(answer: object) -> bool:
    """Whether it is as it was wanted."""
    return isinstance(answer, PatientSaved | DraftSaved)


def saved_text(practice: Practice, change: NotedChange, *, is_undo: bool) -> str:
    """What was done, in one line: the text of a toast."""
    if isinstance(change, PatientChange):
        return patient_text(change, undone=is_undo)
    if isinstance(change, SettingsChange):
        said = (
            translate("settings", "Taken back: {settings}")
            if is_undo
            else translate("settings", "Saved again: {settings}")
        )
        return said.format(settings=settings_text(change))
    if change.is_entered:
        # Whom it strands now may be others than at first.
        said = translate("absence", "Entered again: {absence} · those affected (K)")
    else:
        said = translate("absence", "Taken back: {absence}")
    return said.format(absence=absence_text(practice, change))


def kept_text(change: NotedChange, answer: object, *, is_undo: bool) -> str:
    """Why taking it back, or doing it again, came to nothing."""
    if isinstance(change, PatientChange):
        return patient_kept_text(is_undo=is_undo)
    head = _kept_head(change, is_undo=is_undo)
    if isinstance(answer, DraftRefused):
        return " ".join([head, *(worded(each.error) for each in answer.errors)])
    if isinstance(change, SettingsChange):
        why = translate("settings", "Another desk has changed the same since, and it stays as they left it.")
    else:
        why = translate("absence", "Another desk has changed it since, and it stays as they left it.")
    return f"{head} {why}"


def _kept_head(change: PracticeChange, *, is_undo: bool) -> str:
    if isinstance(change, SettingsChange):
        if is_undo:
            return translate("settings", "The settings were not taken back.")
        return translate("settings", "The settings were not saved again.")
    if is_undo:
        return translate("absence", "The absence was not taken back.")
    return translate("absence", "The absence was not entered again.")


def noted_name(practice: Practice, change: NotedChange) -> str:
    """Whose it is, as the toast names them."""
    if isinstance(change, PatientChange):
        return patient_name(change.after)
    if isinstance(change, SettingsChange):
        return settings_name(change)
    return words.short_actor_name(practice, change.actor)


def settings_text(change: SettingsChange) -> str:
    """``Einstellungen von Dr. Weber``."""
    return translate("settings", "settings of {name}").format(name=settings_name(change))


def settings_name(change: SettingsChange) -> str:
    """What was changed: the first of it, and how much more there is."""
    names = [one_line(each) for each in changed_names(change)]
    if change.policy:
        names.append(translate("settings", "Rules of booking"))
    if len(names) > 1:
        return counted.named_and_more(names[0], len(names) - 1)
    return names[0] if names else ""


def absence_text(practice: Practice, change: AbsenceChange) -> str:
    """``Abwesenheit von Dr. Weber, Mo 23. Nov. bis Fr 27. Nov.``."""
    said = translate("absence", "absence of {name}, {days}")
    return said.format(name=noted_name(practice, change), days=days_text(change))


def days_text(change: AbsenceChange) -> str:
    """One day, or the first and the last."""
    first, last = (dates.short_day(each) for each in change.days)
    if first == last:
        return first
    return translate("absence", "{first} to {last}").format(first=first, last=last)
