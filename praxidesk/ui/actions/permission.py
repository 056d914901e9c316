"""What can be done at this window, and in one sentence why not: for actions, drags and sheets alike.

Who is signed in decides it, and whether the store is there: while it is gone, only reading is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from praxidesk.engine.absence_changes import AbsenceChange
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.patient_changes import PatientChange
from praxidesk.engine.requests import BookRequest, MilestoneRequest, StatusRequest
from praxidesk.engine.roles import Deed, Person, writing
from praxidesk.engine.together import TogetherRequest
from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.changes.happenings import Wanted
from praxidesk.ui.panels.note_field import NoteField
from praxidesk.ui.panels.status_button import StatusButton
from praxidesk.ui.practice_settings.settings_change import SettingsChange
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Link, StoreState

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace

A = ActionId
translate = QCoreApplication.translate

_NEEDED: Mapping[ActionId, Deed] = {
    A.BLOCK: Deed.BLOCK_TIME,
    A.PATIENT: Deed.READ_NAMES,
    A.NEXT_OF_PATIENT: Deed.READ_NAMES,
    A.PREVIOUS_OF_PATIENT: Deed.READ_NAMES,
    A.SEARCH: Deed.READ_NAMES,
    A.PRINT_SLIP: Deed.READ_NAMES,
    A.CHANGES: Deed.READ_EVERYTHING,
    A.ENTRY_HISTORY: Deed.READ_NAMES,
    A.EDIT_PATIENT: Deed.WRITE_PATIENTS,
    A.PLACE: Deed.WRITE_OPERATIONS,
    A.PLACE_WAITING: Deed.WRITE_APPOINTMENTS,
    A.UNDO: Deed.WRITE_OPERATIONS,
    A.REDO: Deed.WRITE_OPERATIONS,
    A.RULES: Deed.SET_RULES,
    A.SETTINGS: Deed.DESCRIBE_PRACTICE,
    A.LOGINS: Deed.ADMIT_PEOPLE,
    A.IMPORT: Deed.IMPORT_TABLES,
    A.ABSENCE: Deed.CLOSE_ROOMS,
    A.MILESTONE: Deed.WRITE_OPERATIONS,
    A.MILESTONE_AT: Deed.WRITE_OPERATIONS,
}
"""Whatever is selected."""

WRITING = frozenset({A.OPEN, A.MOVE, A.PARK, A.NOTE, A.WAITLIST, A.NOSHOW, A.RESTORE, A.CANCEL})
"""What needs the right to write the entries selected."""

STATUSES: Mapping[ActionId, Status] = {
    A.ARRIVED: Status.ARRIVED,
    A.CHECKED_IN: Status.CHECKED_IN,
    A.FULFILLED: Status.FULFILLED,
}
"""What a practitioner may say of own entries, too."""


CHANGING = frozenset(_NEEDED) & frozenset(
    {A.BLOCK, A.EDIT_PATIENT, A.PLACE, A.PLACE_WAITING, A.UNDO, A.REDO, A.RULES, A.SETTINGS, A.IMPORT}
    | {A.ABSENCE, A.MILESTONE, A.MILESTONE_AT, A.LOGINS}
) | {*WRITING, *STATUSES, A.BOOK, A.NEXT_FREE} - {A.PARK}
"""What waits until the store is there again."""


def reason_text(deed: Deed) -> str:
    """Who may do what somebody else may not."""
    return {
        Deed.READ_NAMES: translate("rights", "This login sees no patients' names."),
        Deed.READ_TIMES: translate("rights", "This login does not see everything that takes this time."),
        Deed.READ_EVERYTHING: translate("rights", "This login does not see the whole calendar."),
        Deed.WRITE_APPOINTMENTS: translate(
            "rights", "Only reception and administration may book and change appointments."
        ),
        Deed.WRITE_OPERATIONS: translate(
            "rights", "Only reception, OP management and administration may book and change entries."
        ),
        Deed.BLOCK_TIME: translate(
            "rights", "Only reception, OP management and administration may block time."
        ),
        Deed.SET_OWN_STATUS: translate("rights", "Practitioners set the status of their own entries only."),
        Deed.OVERRIDE: translate(
            "rights", "Only reception, OP management and administration may book against a rule."
        ),
        Deed.WRITE_PATIENTS: translate(
            "rights", "Only reception, OP management and administration may change patients' data."
        ),
        Deed.CLOSE_ROOMS: translate(
            "rights", "Only reception, OP management and administration may enter absences."
        ),
        Deed.ENTER_ABSENCES: translate(
            "rights", "Only reception and administration may enter people's absences."
        ),
        Deed.IMPORT_TABLES: translate("rights", "Only reception and administration may import tables."),
        Deed.DESCRIBE_PRACTICE: translate("rights", "Only administration may change the settings."),
        Deed.SET_RULES: translate("rights", "Only administration may change the rules of booking."),
        Deed.READ_JOURNAL: translate("rights", "Only administration may read the whole journal."),
        Deed.ADMIT_PEOPLE: translate("rights", "Only administration may let people in."),
    }[deed]


def lacking(person: Person, action: ActionId, entries: Iterable[Entry], view: ViewKind) -> Deed | None:
    """What this person would have to be allowed to do for an action; ``None`` where nothing is missing."""
    if person.role is None:
        return None
    needed = _NEEDED.get(action)
    if action is A.BOOK or action is A.NEXT_FREE:
        needed = writing(EntryKind.OPERATION if view is ViewKind.ROOMS else EntryKind.APPOINTMENT)
    if needed is not None:
        return None if person.may(needed) else needed
    if action in WRITING:
        return next((writing(each.kind) for each in entries if not person.may_write(each)), None)
    if action in STATUSES:
        for each in entries:
            if not person.may_set(each, STATUSES[action]):
                is_others = person.may(Deed.SET_OWN_STATUS)
                return Deed.SET_OWN_STATUS if is_others else writing(each.kind)
    return None


class Permission(QObject):
    """Of whoever is signed in at a window; refusing, it says why at the bottom of the window."""

    changed = Signal()
    """Other actions are refused now."""

    def __init__(self, window: Workplace, gateway: Gateway) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._has_marked = False
        self._gone_since: int | None = None
        """Instant since when the store has been gone for longer than a moment."""
        gateway.state_changed.connect(self._on_state)
        window.reception.refuses = self.refuses
        window.conversations.refuses_writing = self.refuses_writing

    def refusals(self) -> dict[ActionId, str]:
        """Which actions are refused now, and why."""
        person, selected, view = self._gateway.person, self._window.selected_all, self._window.shown.view
        offline = self._offline()
        if person.role is None and not self._has_marked and not offline:
            return {}
        found = {action: lacking(person, action, selected, view) for action in ActionId}
        refused = {action: reason_text(deed) for action, deed in found.items() if deed is not None}
        self._window.parts.details.nothing.leave_out(refused)
        if offline:
            refused = dict.fromkeys(CHANGING, offline) | refused
        self._mark(refused)
        return refused

    def refuses_action(self, action: ActionId) -> bool:
        """Whether it may not be done; says why."""
        window = self._window
        deed = lacking(self._gateway.person, action, window.selected_all, window.shown.view)
        return self._says(deed, changes=action in CHANGING)

    def refuses_writing(self, kind: EntryKind) -> bool:
        """Whether entries of a kind may not be booked or changed; says why."""
        return self._says(None if self._gateway.person.may(writing(kind)) else writing(kind))

    def refuses(self, wanted: Wanted) -> bool:
        """Whether a change may not be made, however it came about; says why."""
        return self._says(self._lacks(wanted))

    def _offline(self) -> str:
        """Why nothing can be changed by anybody; empty where it can."""
        since, zone = self._gone_since, self._gateway.zone
        if since is None or zone is None:
            return ""
        return self.tr("Offline since {time}: changes are possible again once the database answers.").format(
            time=dates.clock_or_day(zone, since, self._gateway.now())
        )

    @Slot(object)
    def _on_state(self, state: StoreState) -> None:
        # Whom the store does not let in sees the cover, and it says why.
        is_gone = state.link is Link.OFFLINE and state.fault is not StoreFault.SIGN_IN
        since = state.since if is_gone else None
        if since != self._gone_since:
            self._gone_since = since
            self.changed.emit()

    def _mark(self, refused: Mapping[ActionId, str]) -> None:
        """Grey in the details what may not be done there."""
        self._has_marked = bool(refused)
        details = self._window.parts.details
        for late in (details.late, details.operation.late):
            late.deny(refused.get(A.MILESTONE, ""))
        why = refused.get(A.NOTE, "")
        for note in details.findChildren(NoteField):
            # What is half written stays open to its writer.
            note.setReadOnly((bool(why) or note.is_of_gone()) and not note.is_touched())
            note.setToolTip(plain_tooltip(why))
        for face in (details.entry, details.operation):
            for wanted, changing in face.buttons.items():
                changing.setEnabled(wanted not in refused)
                changing.setToolTip(plain_tooltip(refused.get(wanted, "")))
        for button in details.findChildren(StatusButton):
            action = button.step.action
            why = refused.get(action, "") if action is not None else ""
            if why or button.toolTip():
                button.setEnabled(action is not None and not why)
                button.setToolTip(plain_tooltip(why))

    def _lacks(self, wanted: Wanted) -> Deed | None:
        person = self._gateway.person
        if person.role is None:
            return None
        if isinstance(wanted, TogetherRequest):
            return next((deed for each in wanted.changes if (deed := self._lacks(each))), None)
        if isinstance(wanted, PatientChange):
            return None if person.may(Deed.WRITE_PATIENTS) else Deed.WRITE_PATIENTS
        if isinstance(wanted, AbsenceChange):
            actor = self._window.practice.actors[wanted.actor] if self._window.practice is not None else None
            return None if actor is None or person.may_close(actor) else Deed.ENTER_ABSENCES
        if isinstance(wanted, SettingsChange):
            deed = Deed.DESCRIBE_PRACTICE if wanted.rows else Deed.SET_RULES
            return None if person.may(deed) else deed
        if isinstance(wanted, BookRequest):
            return None if person.may(writing(wanted.kind)) else writing(wanted.kind)
        entry = self._window.placing.entry(wanted.entry)
        if entry is None or person.may_write(entry):
            return None
        if isinstance(wanted, StatusRequest) and person.may(Deed.SET_OWN_STATUS):
            return None if person.may_set(entry, wanted.status) else Deed.SET_OWN_STATUS
        return Deed.WRITE_OPERATIONS if isinstance(wanted, MilestoneRequest) else writing(entry.kind)

    def _says(self, deed: Deed | None, *, changes: bool = True) -> bool:
        why = reason_text(deed) if deed is not None else self._offline() if changes else ""
        if why:
            self._window.toast.say_hint(why)
        return bool(why)
