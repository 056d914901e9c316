"""Check lists of whom to show: practitioners, rooms, devices, with the next free time of each."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.roles import ANYBODY, Person
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.discard import discard
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.actor_row import ActorRow
from praxidesk.ui.panels.section import Section
from praxidesk.ui.wording import words

_MANY = 20
"""With more than so many in all, rooms that are not shown are folded: what colours mean stays in sight."""
KINDS = (ActorKind.PRACTITIONER, ActorKind.ROOM, ActorKind.DEVICE)


class ActorList(QWidget):
    """In the order of the practice, kind by kind."""

    chosen = Signal(object)
    """``tuple[ActorId, ...]``: all that are checked now, in list order."""
    free_wanted = Signal(object)
    """``Place``: somebody's next free time."""
    menu_wanted = Signal(object)
    """``ActorMenuWanted``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._sections = {kind: Section(theme) for kind in KINDS}
        self._theme = theme
        self._rows: list[ActorRow] = []
        self._knows_free = False
        for kind, section in self._sections.items():
            section.set_open(kind is not ActorKind.DEVICE)
            column.addWidget(section)

    def retranslate(self) -> None:
        """Word the headings anew."""
        for kind, section in self._sections.items():
            section.say(words.actor_kind_name(kind))
            section.say_aside(self.tr("next free") if self._knows_free else "")

    def set_theme(self, theme: Theme) -> None:
        """For rows to come."""
        self._theme = theme

    def show_free(
        self, free: Mapping[ActorId, Span], zone: Zone, today: date, reader: Person = ANYBODY
    ) -> None:
        """Say when everybody is free next, as far as the reader can know; who is not named is not soon."""
        if not self._knows_free:
            self._knows_free = True
            self.retranslate()
        for row in self._rows:
            if reader.knows_times_of(row.actor):
                row.show_free(free.get(row.actor), zone, today)
            else:
                row.leave_free_out()

    def show_practice(self, practice: Practice, checked: Iterable[ActorId]) -> None:
        """List the active actors of a practice."""
        checked, is_first = tuple(checked), not self._rows
        for row in self._rows:
            discard(row)
        self._rows = []
        for kind, section in self._sections.items():
            members = [id_ for id_, each in practice.actors.items() if each.kind is kind and each.active]
            section.setVisible(bool(members))
            for actor in members:
                row = ActorRow(self._theme, actor, practice.actors[actor].name)
                row.toggled.connect(self._on_toggled)
                row.only_wanted.connect(self._on_only_wanted)
                row.free_wanted.connect(self.free_wanted)
                row.menu_wanted.connect(self.menu_wanted)
                section.rows.addWidget(row)
                self._rows.append(row)
        self._check(checked)
        self.retranslate()
        if is_first and len(self._rows) > _MANY:
            self._sections[ActorKind.ROOM].set_open(
                any(practice.actors[each].kind is ActorKind.ROOM for each in checked)
            )

    def check(self, actors: Iterable[ActorId]) -> None:
        """Show who is chosen, and unfold what is chosen for the first time; tells nobody."""
        before = self._kinds_checked()
        self._check(actors)
        for kind in self._kinds_checked() - before:
            self._sections[kind].set_open(True)

    def _check(self, actors: Iterable[ActorId]) -> None:
        wanted = set(actors)
        for row in self._rows:
            row.blockSignals(True)
            row.setChecked(row.actor in wanted)
            row.blockSignals(False)

    def _kinds_checked(self) -> set[ActorKind]:
        return {
            kind
            for kind, section in self._sections.items()
            if any(row.isChecked() and section.isAncestorOf(row) for row in self._rows)
        }

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
