"""What was done in a few words, for the menu; and why it cannot be taken back."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.absence_changes import AbsenceChange
from praxidesk.engine.outcomes import Change, Refused
from praxidesk.engine.practice import Practice
from praxidesk.engine.together import TogetherOutcome
from praxidesk.engine.walltime import Zone
from praxidesk.ui.changes.noted_changes import absence_text, settings_text
from praxidesk.ui.changes.undo import Step
from praxidesk.ui.patient.patient_words import patient_name
from praxidesk.ui.practice_settings.settings_change import SettingsChange
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.done_words import is_moved
from praxidesk.ui.wording.refusals import is_stale

translate = QCoreApplication.translate

_LONGEST_NAME = 40
_MOST_NAMED = 3


def step_words(practice: Practice, step: Step) -> str:
    """``Verschieben von Kaya, Deniz``, ``Absage von 3 Terminen``."""
    if step.is_of_practice:
        return translate("steps", "settings (added)")
    if isinstance(step.noted, AbsenceChange):
        return absence_text(practice, step.noted)
    if isinstance(step.noted, SettingsChange):
        return settings_text(step.noted)
    if len(step.changed) > 1:
        return _several(step)
    whole = patient_name(step.noted.after) if step.noted else words.entry_name(practice, step.after)
    name = " ".join(whole.split())
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME - 1] + "…"
    if step.noted is not None:
        return translate("steps", "data of {name}").format(name=name)
    first = step.changed[0]
    match first.change:
        case Change.BOOKED:
            return translate("steps", "booking of {name}").format(name=name)
        case Change.MOVED if first.before is not None and is_moved(first.before, first.after):
            return translate("steps", "move of {name}").format(name=name)
        case Change.MOVED:
            return translate("steps", "change of {name}").format(name=name)
        case Change.CANCELLED:
            return translate("steps", "cancellation of {name}").format(name=name)
        case Change.STATUS_CHANGED:
            status = words.status_name(first.after.status)
            return translate("steps", "“{status}” for {name}").format(status=status, name=name)


def _several(step: Step) -> str:
    count = counted.appointments(len(step.changed))
    match step.change:
        case Change.BOOKED:
            return translate("steps", "booking ({count})").format(count=count)
        case Change.MOVED:
            return translate("steps", "move ({count})").format(count=count)
        case Change.CANCELLED:
            return translate("steps", "cancellation ({count})").format(count=count)
        case Change.STATUS_CHANGED:
            status = words.status_name(step.after.status)
            return translate("steps", "“{status}” ({count})").format(status=status, count=count)


def practice_kept_text() -> str:
    """Why the step that lies on top stays, and what the next one is."""
    return translate(
        "steps",
        "What was added to the settings stays: nothing is deleted. Once more takes back what came before.",
    )


def not_undone_text(practice: Practice, zone: Zone, refused: Refused, *, is_undo: bool) -> str:
    """Why a step cannot be taken back, or done again, and that nothing was lost."""
    sentences = ConflictWording(practice, zone, refused.others).blocking(refused.conflicts)
    return " ".join([_head(is_undo), *sentences, _end(is_stale(refused))])


def none_undone_text(practice: Practice, zone: Zone, outcome: TogetherOutcome, *, is_undo: bool) -> str:
    """The same for a step of several entries: who is in whose way."""
    return " ".join([_head(is_undo), *_clashes(practice, zone, outcome), _end(has_stale(outcome))])


def none_changed_text(practice: Practice, zone: Zone, outcome: TogetherOutcome) -> str:
    """Why none of several was changed, in one line for a toast."""
    head = translate("steps", "None of them was changed.")
    return " ".join([head, *_clashes(practice, zone, outcome)])


def has_stale(outcome: TogetherOutcome) -> bool:
    """Whether somebody else has gone on from one of the entries."""
    return any(is_stale(Refused(each.conflicts)) for each in outcome.clashing)


def _clashes(practice: Practice, zone: Zone, outcome: TogetherOutcome) -> Iterable[str]:
    wording = ConflictWording(practice, zone, outcome.others)
    for each in outcome.clashing[:_MOST_NAMED]:
        name, time = words.entry_name(practice, each.entry), dates.clock(zone, each.span.start)
        said = " ".join(wording.blocking(each.conflicts)[:1])
        yield translate("steps", "{name} {time}: {reason}").format(name=name, time=time, reason=said)
    more = len(outcome.clashing) - _MOST_NAMED
    if more > 0:
        yield counted.and_more(more)


def _head(is_undo: bool) -> str:
    return translate("steps", "Not taken back.") if is_undo else translate("steps", "Not done again.")


def _end(stale: bool) -> str:
    if stale:
        return translate("steps", "It stays as they left it, and can no longer be taken back here.")
    return translate("steps", "Everything stays as it is.")
