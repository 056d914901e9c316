"""Check lists of whom to show: practitioners, rooms, devices."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.ui import words
from praxidesk.ui.controls.discard import discard
from praxidesk.ui.fonts import BASE
from praxidesk.ui.panels.section import Section
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.theme import Theme

KINDS = (ActorKind.PRACTITIONER, ActorKind.ROOM, ActorKind.DEVICE)
_ROW = 25


class ActorRow(QCheckBox):
    """One name; shortened where the panel is too narrow. A double click shows nobody else."""

    only_wanted = Signal(object)
    """``ActorId``."""

    def __init__(self, actor: ActorId, name: str) -> None:
        super().__init__()
        self.actor = actor
        self._name = name
        self.setFont(BASE.font())
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten for the new width."""
        super().resizeEvent(event)
        room = self.width() - 26
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._name) if shown != self._name else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show nobody else."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.only_wanted.emit(self.actor)


class ActorList(QWidget):
    """In the order of the practice, kind by kind."""

    chosen = Signal(object)
    """``tuple[ActorId, ...]``: all that are checked now, in list order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._sections = {kind: Section(theme) for kind in KINDS}
        self._rows: list[ActorRow] = []
        for kind, section in self._sections.items():
            section.set_open(kind is not ActorKind.DEVICE)
            column.addWidget(section)

    def retranslate(self) -> None:
        """Word the headings anew."""
        for kind, section in self._sections.items():
            section.say(words.actor_kind_name(kind))

    def show_practice(self, practice: Practice, checked: Iterable[ActorId]) -> None:
        """List the active actors of a practice."""
        for row in self._rows:
            discard(row)
        self._rows = []
        for kind, section in self._sections.items():
            members = [id_ for id_, each in practice.actors.items() if each.kind is kind and each.active]
            section.setVisible(bool(members))
            for actor in members:
                row = ActorRow(actor, practice.actors[actor].name)
                row.toggled.connect(self._on_toggled)
                row.only_wanted.connect(self._on_only_wanted)
                section.rows.addWidget(row)
                self._rows.append(row)
        self.check(checked)
        self.retranslate()

    def check(self, actors: Iterable[ActorId]) -> None:
        """Show who is chosen; tells nobody."""
        wanted = set(actors)
        for row in self._rows:
            row.blockSignals(True)
            row.setChecked(row.actor in wanted)
            row.blockSignals(False)

    def checked(self) -> tuple[ActorId, ...]:
        """Who is chosen, in list order."""
        return tuple(row.actor for row in self._rows if row.isChecked())

    def row(self, actor: ActorId) -> ActorRow:
        """The row of one actor."""
        return next(row for row in self._rows if row.actor == actor)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:  # noqa: ARG002 (Qt's)
        self.chosen.emit(self.checked())

    @Slot(object)
    def _on_only_wanted(self, actor: ActorId) -> None:
        self.check((actor,))
        self.chosen.emit(self.checked())
