"""Choosing what to see: statuses, types, people, a patient; nothing ticked means all."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    ServiceId,
    Status,
    procedure_service,
    type_service,
)
from praxidesk.ui.calendar.entry_filter import NO_FILTER, EntryFilter
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.filtering.filter_words import FILTERED, service_words
from praxidesk.ui.look.fonts import REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import Heading
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import words
from praxidesk.ui.wording.counted import counted

WIDTH = 760
_COLUMNS = 3
_TALLEST = 520
_Asked = TypeVar("_Asked", Status, ServiceId, ActorId)

Counting = Callable[[EntryFilter], tuple[int, int]]
"""How many of the entries shown a filter lets pass, and how many there are."""


class _Tick(QCheckBox):
    """A name to tick; shortened where there is no room."""

    def __init__(self, name: str, ticked: bool) -> None:
        super().__init__(name.replace("&", "&&"))
        self.setChecked(ticked)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


class FilterSheet(Sheet):
    """Tab goes on, Space ticks, Enter shows; the footer says how many would pass."""

    accepted = Signal(object)
    """``EntryFilter``."""

    def __init__(
        self, window: QWidget, theme: Theme, practice: Practice, shown: EntryFilter, counting: Counting
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._counting = counting
        self.statuses: dict[Status, _Tick] = {
            each: _Tick(words.status_name(each), each in shown.statuses) for each in FILTERED
        }
        services = [
            *map(type_service, practice.types),
            *map(procedure_service, practice.procedures),
            ServiceId(0),
        ]
        self.services: dict[ServiceId, _Tick] = {
            each: _Tick(service_words(practice, each), each in shown.services) for each in services
        }
        self.people: dict[ActorId, _Tick] = {
            id_: _Tick(one_line(each.name), id_ in shown.people)
            for id_, each in practice.actors.items()
            if each.active and each.kind is ActorKind.PRACTITIONER
        }
        self.patient = QLineEdit(shown.patient)
        self.patient.setMaxLength(200)
        self.patient.setPlaceholderText(self.tr("Parts of the name, or the number"))
        self.rest = Segments(2)
        self.rest.choose(int(shown.hides))
        title = self.tr("Filter")
        about = self.tr("What does not match stays in its place, quietly: its time never looks free.")
        self.card.column.addWidget(Heading(theme, title, about))
        self.card.column.addWidget(self._body(theme))
        self.card.column.addWidget(self._footer(theme))
        for tick in self._ticks():
            tick.toggled.connect(self._count)
        self.patient.textChanged.connect(self._count)
        self.listen("Return", self._on_accept)
        self.listen("Enter", self._on_accept)
        self.setAccessibleName(title)
        self._count()

    def open(self) -> None:
        """Show it; the first status has the keys."""
        super().open()
        next(iter(self.statuses.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def wanted(self) -> EntryFilter:
        """What is ticked and typed."""
        return EntryFilter(
            _ticked(self.statuses),
            _ticked(self.services),
            _ticked(self.people),
            self.patient.text().strip(),
            hides=self.rest.choice() == 1,
        )

    def _ticks(self) -> Iterator[_Tick]:
        yield from self.statuses.values()
        yield from self.services.values()
        yield from self.people.values()

    def _body(self, theme: Theme) -> QScrollArea:
        inside = Surface(theme, "raised")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(8)
        for name, ticks in (
            (self.tr("Status"), self.statuses.values()),
            (self.tr("Type or procedure"), self.services.values()),
            (self.tr("Takes part"), self.people.values()),
        ):
            column.addWidget(section_label(theme, name))
            column.addLayout(_grid(ticks))
            column.addSpacing(8)
        column.addWidget(section_label(theme, self.tr("Patient")))
        self.patient.setAccessibleName(self.tr("Patient"))
        column.addWidget(self.patient)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        wanted = inside.sizeHint().height()
        area.setFixedHeight(min(_TALLEST, wanted, max(240, self._window.height() - 240)))
        return area

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        row: QHBoxLayout = footer.row
        label = ToneLabel(theme, self.tr("The others"), SECONDARY, REGULAR, Tone.SECOND)
        self.rest.say([self.tr("dimmed"), self.tr("hidden")])
        self.rest.set_compact(compact=True)
        self.count = ToneLabel(theme, "", SECONDARY, SEMIBOLD)
        self.all = KeyButton(theme)
        self.all.say(self.tr("Show all"))
        self.all.clicked.connect(self._on_all)
        keep = footer.way_out(self.tr("Cancel"), self.close_sheet)
        self.apply = footer.way_on(self.tr("Filter"), self._on_accept)
        row.addWidget(label)
        row.addWidget(self.rest)
        row.addSpacing(8)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.all, keep, self.apply):
            row.addWidget(button)
        return footer

    @Slot()
    def _count(self) -> None:
        passing, of = self._counting(self.wanted())
        self.count.say(
            self.tr("{passing} of {entries}").format(passing=passing, entries=counted.of_entries(of))
        )

    @Slot()
    def _on_all(self) -> None:
        self.close_sheet()
        self.accepted.emit(replace(NO_FILTER, hides=self.rest.choice() == 1))

    @Slot()
    def _on_accept(self) -> None:
        self.close_sheet()
        self.accepted.emit(self.wanted())


def _ticked(ticks: dict[_Asked, _Tick]) -> frozenset[_Asked]:
    return frozenset(each for each, tick in ticks.items() if tick.isChecked())


def _grid(ticks: Iterable[_Tick]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for place, tick in enumerate(ticks):
        grid.addWidget(tick, place // _COLUMNS, place % _COLUMNS)
    for column in range(_COLUMNS):
        grid.setColumnStretch(column, 1)
    return grid
