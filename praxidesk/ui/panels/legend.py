"""What the colours mean: every type, or every practitioner, with its colour."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ActorKind, Colour, TypeId
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.entry_filter import NO_FILTER, EntryFilter
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.look.fonts import SMALL
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.legend_rows import LegendRow, LegendRows


class Legend(QWidget):
    """Heading and rows; the word at the right of the heading switches what gives the colour."""

    switch_wanted = Signal(object)
    """``ColourBy``: the other one."""
    type_toggled = Signal(object)
    """``TypeId``: the filter shall ask for it, or no longer."""
    practitioner_toggled = Signal(object)
    """``ActorId``: likewise."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._practice: Practice | None = None
        self._by = ColourBy.TYPE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title = section_label(theme)
        self._switch = QPushButton()
        self._switch.setFont(SMALL.font())
        self._switch.setFlat(True)
        self._switch.setCursor(Qt.CursorShape.PointingHandCursor)
        self._switch.clicked.connect(self._on_switch)
        self.rows = LegendRows(theme)
        self.rows.toggled.connect(self._on_toggled)
        self._filter = NO_FILTER
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._switch)
        column.addLayout(head)
        column.addWidget(self.rows)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """The switch reads as a quiet word."""
        self._switch.setStyleSheet(
            "QPushButton { border: none; background: transparent; padding: 0 2px; min-height: 20px;"
            f" color: {theme.text3.name()}; }}"
            f"QPushButton:hover {{ color: {theme.accent.name()}; }}"
            f"QPushButton:focus {{ color: {theme.focus.name()}; text-decoration: underline; }}"
        )

    def show_practice(self, practice: Practice, by: ColourBy) -> None:
        """List what has a colour."""
        self._practice, self._by = practice, by
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        by_type = self._by is ColourBy.TYPE
        self._title.say(self.tr("Colour: type") if by_type else self.tr("Colour: practitioner"))
        self._switch.setText(self.tr("Practitioner") if by_type else self.tr("Type"))
        self._switch.setAccessibleName(
            self.tr("Colour by practitioner") if by_type else self.tr("Colour by type")
        )
        self.rows.setToolTip(self.tr("A click shows only these"))
        self.rows.show_rows(self._listed(), self._asked())

    def show_filter(self, wanted: EntryFilter) -> None:
        """Mark what the filter asks for."""
        if wanted != self._filter:
            self._filter = wanted
            self.rows.show_rows(self._listed(), self._asked())

    def _asked(self) -> frozenset[int]:
        if self._by is ColourBy.PRACTITIONER:
            return frozenset(self._filter.people)
        return frozenset(self._filter.services)

    def _listed(self) -> tuple[LegendRow, ...]:
        if self._practice is None:
            return ()
        if self._by is ColourBy.TYPE:
            return tuple(LegendRow(id_, each.colour, each.name) for id_, each in self._practice.types.items())
        return tuple(
            LegendRow(id_, each.colour or Colour.SLATE, each.name)
            for id_, each in self._practice.actors.items()
            if each.kind is ActorKind.PRACTITIONER and each.active
        )

    @Slot(object)
    def _on_toggled(self, id_: int) -> None:
        if self._by is ColourBy.TYPE:
            self.type_toggled.emit(TypeId(id_))
        else:
            self.practitioner_toggled.emit(ActorId(id_))

    def _on_switch(self) -> None:
        self.switch_wanted.emit(ColourBy.PRACTITIONER if self._by is ColourBy.TYPE else ColourBy.TYPE)
