"""What is the same for whatever is in hand, in every view: put down, parked, or given up by going away."""

from typing import Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.ui.calendar.entry_tooltip import entry_tooltip
from praxidesk.ui.calendar.over_days import OverDays
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.calendar.view import CalendarView

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class InHand(Protocol):
    """Entries from taking hold of them to putting them down."""

    by_keys: bool

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """All that is in hand, the one held first."""

    @property
    def is_changed(self) -> bool:
        """Whether putting it down would change anything."""

    @property
    def wanted(self) -> tuple[MoveWanted, ...]:
        """What putting it down asks for, of each."""


class HandView(CalendarView):
    """A view in which entries are moved; how they are held and painted is the subclass's."""

    _move: InHand | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.over_days = OverDays(self)

    def is_moving(self) -> bool:
        """Whether something is in hand, by mouse or keys."""
        return self._move is not None

    def is_dragging(self) -> bool:
        """Whether something is in hand by mouse."""
        return self._move is not None and not self._move.by_keys

    def held(self) -> tuple[EntryId, ...]:
        """All that is in hand, the one held first."""
        return () if self._move is None else self._move.entries

    def aim(self, actor: ActorId, instant: int) -> None:
        """Hold what is in hand by keys with somebody at a time; not where that is out of sight."""

    def _entry(self, wanted: EntryId | None) -> Entry | None:
        """An entry that has a tile."""
        return self._state.entry(wanted) if self._state is not None else None

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips say what a tile has no room for, and why taken time tells no more."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self._to_contents(event.pos())
            item, beside = self._item_at(at), self._beside_at(at)
            entry = self._entry(item.entry) if item is not None else None
            if item is not None and entry is not None and self._state is not None:
                text, rect = entry_tooltip(self._state, entry, self._edited), item.rect
            elif item is None and beside is not None:
                text, rect = beside.tooltip(), beside.rect
            else:
                QToolTip.hideText()
                return True
            QToolTip.showText(event.globalPos(), text, self.viewport(), self._to_viewport(rect))
            return True
        return super().viewportEvent(event)

    def _let_go(self) -> None:
        """Hold nothing any more."""
        raise NotImplementedError

    def _put_down(self) -> None:
        """Ask for what putting it down here means: of one entry, or of several together."""
        move = self._move
        self._let_go()
        if move is not None and move.is_changed:
            self._ask_for(move.wanted)

    def _ask_for(self, wanted: tuple[MoveWanted, ...]) -> None:
        if len(wanted) > 1:
            self.moves_wanted.emit(wanted)
        elif wanted:
            self.move_wanted.emit(wanted[0])

    def _park(self) -> None:
        """Back where it was, and kept beside the calendar."""
        move = self._move
        self._let_go()
        if move is not None:
            self.park_wanted.emit(move.entries)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere has given up a move by keys."""
        super().focusOutEvent(event)
        if self._move is not None and self._move.by_keys and event.reason() not in _PASSING:
            self._let_go()
