"""Who takes part: a choice for each need, and anybody beyond the needs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QToolButton, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.booking.draft import Seat
from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.name_box import NameBox
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.participants import fitting
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import words

COLUMNS = 2


class SeatChoice(NameBox):
    """Everybody who fits one seat; the first line of a need leaves it to the desk."""

    def __init__(self, index: int, practice: Practice, seat: Seat) -> None:
        super().__init__()
        self.index = index
        self._practice = practice
        self._open = seat.need is not None
        self._options: list[ActorId | None] = [None] if self._open else []
        fits = fitting(practice, seat.role, seat.need)
        self._options += fits
        if seat.actor is not None and seat.actor not in fits:
            # Somebody unfit was chosen by hand, or has been here before the rules changed.
            self._options.append(seat.actor)
        self.addItems([self._word(each) for each in self._options])
        self.setAccessibleName(words.role_name(seat.role))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(14)

    def show_actor(self, actor: ActorId | None) -> None:
        """Show who is chosen; tells nobody."""
        self.blockSignals(True)
        self.setCurrentIndex(self._options.index(actor) if actor in self._options else -1)
        self.blockSignals(False)

    def say_free(self, actor: ActorId | None) -> None:
        """Whom the desk would take where nobody is chosen."""
        if not self._open:
            return
        text = self._word(None)
        if actor is not None:
            name = words.actor_name(self._practice, actor)
            text = self.tr("any: {name}").format(name=name)
        if self.itemText(0) != text:
            self.setItemText(0, text)

    def actor(self) -> ActorId | None:
        """Who is chosen."""
        return self._options[self.currentIndex()] if self.currentIndex() >= 0 else None

    def _word(self, actor: ActorId | None) -> str:
        return self.tr("any") if actor is None else words.actor_name(self._practice, actor)


class SeatRows(QWidget):
    """Two beside each other; built anew when the seats change."""

    seat_changed = Signal(object)
    """``tuple[int, ActorId | None]``."""
    seat_removed = Signal(object)
    """``int``."""
    person_added = Signal(object)
    """``ActorId``."""

    def __init__(self, theme: Theme, practice: Practice) -> None:
        super().__init__()
        self._theme = theme
        self._practice = practice
        self._shape: tuple[object, ...] | None = None
        self._seats: tuple[Seat, ...] = ()
        self.choices: list[SeatChoice] = []
        self._removers: dict[QToolButton, int] = {}
        self._adder = NameBox()
        self._addable: list[ActorId] = []
        self._adder.activated.connect(self._on_added)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(2 * column + 1, 1)

    def set_theme(self, theme: Theme) -> None:
        """New rows are drawn in these colours."""
        self._theme = theme

    def show_seats(self, seats: tuple[Seat, ...], filled: tuple[Participant, ...]) -> None:
        """Show who sits where; the same rows stay where only people differ."""
        shape = tuple((seat.role, seat.need, seat.need is None and seat.actor) for seat in seats)
        if shape != self._shape or len(self.choices) != len(seats) or self._has_stranger(seats):
            self._shape = shape
            self._build(seats)
        self._seats = seats
        taken = [each.actor for each in filled]
        for seat in seats:
            if seat.actor in taken:
                taken.remove(seat.actor)
        for choice, seat in zip(self.choices, seats, strict=True):
            fits = fitting(self._practice, seat.role, seat.need)
            free = next((each for each in taken if each in fits), None) if seat.actor is None else None
            if free is not None:
                taken.remove(free)
            choice.say_free(free)
            choice.show_actor(seat.actor)

    def retranslate(self) -> None:
        """Word it anew."""
        self._shape = None
        self.show_seats(self._seats, ())

    def _has_stranger(self, seats: tuple[Seat, ...]) -> bool:
        """Somebody sits where the present rows do not offer them."""
        return any(
            seat.actor is not None and choice.findText(words.actor_name(self._practice, seat.actor)) < 0
            for choice, seat in zip(self.choices, seats, strict=True)
        )

    def _build(self, seats: tuple[Seat, ...]) -> None:
        clear(self._grid, keep=self._adder)
        self.choices = []
        self._removers = {}
        for index, seat in enumerate(seats):
            row, column = divmod(index, COLUMNS)
            choice = SeatChoice(index, self._practice, seat)
            choice.activated.connect(self._on_activated)
            self.choices.append(choice)
            self._grid.addWidget(self._label(words.role_name(seat.role)), row, 2 * column)
            self._grid.addWidget(choice if seat.need else self._removable(choice, index), row, 2 * column + 1)
        self._fill_adder(seats)
        row, column = divmod(len(seats), COLUMNS)
        self._grid.addWidget(self._label(self.tr("Also") if seats else self.tr("Who")), row, 2 * column)
        self._grid.addWidget(self._adder, row, 2 * column + 1)

    def _label(self, text: str) -> ToneLabel:
        return ToneLabel(self._theme, text, SECONDARY, REGULAR, Tone.SECOND)

    def _removable(self, choice: SeatChoice, index: int) -> QWidget:
        cell = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(choice, 1)
        remove = QToolButton()
        remove.setIcon(icon(Icon.CROSS, self._theme))
        remove.setToolTip(plain_tooltip(self.tr("Take out")))
        remove.setAccessibleName(self.tr("Take out"))
        dress(remove, ButtonKind.QUIET)
        remove.clicked.connect(self._on_removed)
        self._removers[remove] = index
        row.addWidget(remove)
        return cell

    def _fill_adder(self, seats: tuple[Seat, ...]) -> None:
        inside = {seat.actor for seat in seats}
        self._addable = [
            id_ for id_, actor in self._practice.actors.items() if actor.active and id_ not in inside
        ]
        self._adder.clear()
        self._adder.addItem(self.tr("somebody or something …"))
        self._adder.addItems([self._practice.actors[each].name for each in self._addable])
        self._adder.setAccessibleName(self.tr("Add a participant"))
        self._adder.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._adder.setMinimumContentsLength(12)

    @Slot(int)
    def _on_activated(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        choice = self.sender()
        if isinstance(choice, SeatChoice):
            self.seat_changed.emit((choice.index, choice.actor()))

    @Slot()
    def _on_removed(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton) and button in self._removers:
            self.seat_removed.emit(self._removers[button])

    @Slot(int)
    def _on_added(self, index: int) -> None:
        if index > 0:
            self.person_added.emit(self._addable[index - 1])
