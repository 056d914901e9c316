"""The verdict on a draft in words."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryKind
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.draft import Draft, Missing
from praxidesk.ui.booking.draft_requests import span_of
from praxidesk.ui.booking.state import BookingState
from praxidesk.ui.booking.verdict import VerdictKind
from praxidesk.ui.overlays.slot_lines import slot_when
from praxidesk.ui.wording import dates, words

translate = QCoreApplication.translate


def title_words(draft: Draft) -> str:
    """What the dialog is about."""
    if draft.entry is not None:
        return translate("verdict", "Change {kind}").format(kind=words.kind_name(draft.kind))
    return {
        EntryKind.APPOINTMENT: translate("verdict", "New appointment"),
        EntryKind.OPERATION: translate("verdict", "New operation"),
        EntryKind.BLOCKOUT: translate("verdict", "Block time"),
    }[draft.kind]


def verdict(
    practice: Practice, zone: Zone, state: BookingState
) -> tuple[VerdictKind, tuple[str, ...]] | None:
    """Kind and sentences; ``None`` where the proposals say it all."""
    if state.error:
        return VerdictKind.TAKEN, (state.error,)
    if state.saving and state.is_delayed:
        lost = translate("verdict", "The connection was lost before the answer came.")
        again = translate("verdict", "It is still being booked, and once only; you need not wait here.")
        return VerdictKind.NOTE, (lost, again)
    if state.chosen >= 0 and not state.blocking:
        return None
    if state.nothing_found and state.seeks_time and not state.searching:
        return VerdictKind.WARNING, (translate("verdict", "Nothing is free within 90 days."),)
    if state.blocking:
        faster = translate("verdict", "Somebody was faster: nothing is booked.")
        return VerdictKind.TAKEN, (faster, *state.blocking) if state.refused else state.blocking
    open_points = [each for each in state.missing if each is not Missing.TIME and not each.can_wait]
    if open_points:
        return VerdictKind.NOTE, tuple(_missing(each) for each in open_points)
    if state.checking or state.searching:
        return VerdictKind.NOTE, (translate("verdict", "Looking …"),)
    if state.is_free:
        return VerdictKind.FREE, (_free(zone, span_of(practice, state.draft, zone)),)
    return None


def unreadable(field: str, text: str) -> tuple[VerdictKind, tuple[str, ...]]:
    """Of a field that cannot be read: what was said to the value before it counts no more."""
    said = translate("verdict", "{field}: “{text}” cannot be read. Nothing is saved before it can.")
    return VerdictKind.WARNING, (said.format(field=field, text=text),)


def submit_words(practice: Practice, zone: Zone, state: BookingState) -> str:
    """What the primary button says: exactly what Enter does."""
    if state.saving:
        return translate("verdict", "Saving …")
    if state.chosen >= 0:
        return _does(state, slot_when(zone, state.slots[state.chosen], state.draft.day))
    if state.is_blocked and state.slots:
        return translate("verdict", "Choose {time}").format(
            time=slot_when(zone, state.slots[0], state.draft.day)
        )
    span = span_of(practice, state.draft, zone)
    if span is None:
        return translate("verdict", "Book")
    return _does(state, f"{dates.weekday_short(zone.day_of(span.start))} {dates.clock(zone, span.start)}")


def _does(state: BookingState, when: str) -> str:
    if state.draft.entry is not None:
        return translate("verdict", "Save {time}").format(time=when)
    return translate("verdict", "Book {time}").format(time=when)


def _free(zone: Zone, span: Span | None) -> str:
    if span is None:
        return translate("verdict", "Free.")
    return translate("verdict", "Free: {time}.").format(time=dates.when(zone, span))


def _missing(missing: Missing) -> str:
    return {
        Missing.PATIENT: translate("verdict", "Choose a patient."),
        Missing.SERVICE: translate("verdict", "Choose a type or procedure."),
        Missing.TIME: translate("verdict", "Choose a time."),
        Missing.NONEXISTENT_TIME: translate(
            "verdict", "This time does not exist: the clock is put forward in this night."
        ),
        Missing.PEOPLE: translate("verdict", "Choose for whom or what the time is blocked."),
        Missing.FITTING_PEOPLE: translate(
            "verdict", "Somebody chosen does not do this: choose others or another type."
        ),
        Missing.REASON: translate("verdict", "Say what the time is blocked for."),
    }[missing]
