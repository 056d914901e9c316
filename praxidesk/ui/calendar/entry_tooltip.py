"""What a tooltip says of an entry: all that its tile may have had no room for."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId, EntryKind, Role
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates, stranded_words, words

translate = QCoreApplication.translate

_LONGEST_NOTE = 300
_NOBODY: Mapping[EntryId, str] = MappingProxyType({})


def entry_tooltip(state: CalendarState, entry: Entry, edited: Mapping[EntryId, str] = _NOBODY) -> str:
    """Escaped, for ``QToolTip``.

    :param edited: who has which entry open at another desk, in words
    """
    return plain_tooltip("\n".join([*_lines(state, entry), *filter(None, [edited.get(entry.id)])]))


def _lines(state: CalendarState, entry: Entry) -> Iterator[str]:
    patient = entry.patient
    if patient is not None:
        born = patient.birth_date
        if born is None:
            yield words.patient_name(patient)
        else:
            years = dates.age(born, state.zone.day_of(entry.starts_at))
            yield translate("tooltip", "{name}, born {date} ({age})").format(
                name=words.patient_name(patient), date=dates.birth_date(born), age=years
            )
    elif entry.kind is EntryKind.BLOCKOUT and entry.reason:
        yield entry.reason
    yield f"{dates.time_range(state.zone, entry.span)} · {words.service_name(state.practice, entry)}"
    yield " · ".join(
        dict.fromkeys(
            words.actor_name(state.practice, each.actor)
            for each in entry.allocations
            if each.role is not Role.PATIENT
        )
    )
    yield ", ".join((words.status_name(entry.status), *words.distinctions(state.practice, entry)))
    if stranded := stranded_words.stranded_text(state.practice, state.zone, entry):
        yield stranded
    if entry.series is not None:
        yield words.series_name(entry)
    if entry.override_reason:
        yield translate("tooltip", "Overridden: {reason}").format(reason=entry.override_reason)
    if entry.note:
        yield entry.note[:_LONGEST_NOTE]
