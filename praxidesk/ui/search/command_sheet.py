"""Every command by its name, and patients too: type the beginnings of words, Enter does it."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.found import PatientsPage
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.actions.actions import Actions
from praxidesk.ui.controls.tone_label import ToneLabel, section_label
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice, Choices
from praxidesk.ui.search.command_list import Command, commands, fitting
from praxidesk.ui.search.query_sheet import QuerySheet
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.finding import MorePatients

_LINE = 34
_NAME, _BORN, _NUMBER = 28, 380, 480
"""Where the cells of a line begin."""
_PAGE = 8
MOST_PATIENTS = 5
_DELAY_MS = 80
_LETTERS = 2
"""Of one letter alone half of all patients begin some word."""


class CommandSheet(QuerySheet):
    """Groups of lines that arrows go through as one list."""

    chosen = Signal(object)
    """``ActionId``."""
    patient_wanted = Signal(object)
    """``PatientOnEntry``: show their card."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        actions: Actions,
        gateway: Gateway,
        recent: Sequence[ActionId] = (),
    ) -> None:
        super().__init__(window, theme, Icon.COMMAND)
        self._gateway = gateway
        self._commands = commands(actions)
        self._recent = recent
        self._shown: dict[Choices, tuple[Command | PatientOnEntry, ...]] = {}
        self._heads: dict[Choices, ToneLabel] = {}
        self._ticket: Ticket | None = None
        self.recent = self._group(theme)
        self.choices = self._group(theme)
        self.patients = self._group(theme)
        self.nothing = section_label(theme, self.tr("Nothing is called so."))
        self.body.addWidget(self.nothing)
        self._heads[self.recent].say(self.tr("Used last"))
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY_MS)
        self._delay.timeout.connect(self._ask)
        self.field.setPlaceholderText(self.tr("Which command, or which patient?"))
        self.field.setAccessibleName(self.tr("All commands"))
        self.field.textChanged.connect(self._on_typed)
        self.stepped.connect(self._on_stepped)
        self.paged.connect(self._on_paged)
        self.grouped.connect(self._on_grouped)
        self.taken.connect(self._on_enter)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        self._on_typed("")

    def lines(self) -> tuple[Choice, ...]:
        """All lines, of every group."""
        return tuple(line for group in self._shown for line in group.lines())

    def current(self) -> Choice | None:
        """The line that Enter takes."""
        group = self._current_group()
        return group.lines()[group.current()] if group is not None else None

    def _group(self, theme: Theme) -> Choices:
        head, group = section_label(theme), Choices(theme, _LINE, framed=False)
        head.setContentsMargins(12, 6, 0, 2)
        self.body.addWidget(head)
        self.body.addWidget(group)
        self._shown[group], self._heads[group] = (), head
        group.taken.connect(self._on_clicked)
        return group

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        found = fitting(self._commands, text, self._recent)
        typed = bool(text.strip())
        used = [] if typed else [each for each in found if each.action in self._recent and each.is_allowed]
        rest = found if typed else [each for each in self._commands if each not in used]
        self._fill(self.recent, used, [_command_line(each) for each in used])
        self._fill(self.choices, rest, [_command_line(each) for each in rest])
        self._heads[self.choices].say(self.tr("Commands"))
        self._heads[self.choices].setVisible(bool(used and rest))
        self.count.say(self.tr("%n command(s)", "", len(found)))
        if len(text.strip()) >= _LETTERS:
            self._delay.start()
        else:
            self._delay.stop()
            self._ticket = None
            self._fill(self.patients, (), ())
        self._begin()

    @Slot()
    def _ask(self) -> None:
        self._ticket = self._gateway.ask(MorePatients(self.field.text(), self._gateway.now(), 0))

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket != self._ticket or not isinstance(told.answer, PatientsPage):
            return
        self._ticket = None
        before = self.current()
        people = [hit.patient for hit in told.answer.hits[:MOST_PATIENTS]]
        self._fill(self.patients, people, [_patient_line(each, self.tr("Open patient")) for each in people])
        self._heads[self.patients].say(counted.patients(told.answer.total))
        if before is None:
            self._begin()
        self._settle()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._ticket:
            # Commands are found without the store; of the patients there is nothing to say.
            self._ticket = None
            self._fill(self.patients, (), ())

    def _fill(
        self, group: Choices, what: Sequence[Command | PatientOnEntry], lines: Sequence[Choice]
    ) -> None:
        self._shown[group] = tuple(what)
        group.show_lines(lines)
        group.setVisible(bool(lines))
        self._heads[group].setVisible(bool(lines))

    def _begin(self) -> None:
        """The first line is the one that Enter takes."""
        for group in self._shown:
            group.show_lines(group.lines())
        first = next((group for group in self._shown if group.lines()), None)
        if first is not None:
            first.show_lines(first.lines(), 0)
        self._settle()

    def _settle(self) -> None:
        self.nothing.setVisible(not self.lines() and self._ticket is None and not self._delay.isActive())
        line = self.current()
        self.field.setAccessibleDescription(line.spoken if line is not None else "")
        self.fit_body()

    def _current_group(self) -> Choices | None:
        return next((group for group in self._shown if group.current() >= 0), None)

    @Slot(object)
    def _on_stepped(self, by: int) -> None:
        places = [(group, place) for group in self._shown for place in range(len(group.lines()))]
        if not places:
            return
        group = self._current_group()
        here = places.index((group, group.current())) if group is not None else -1
        self._go(*places[max(0, min(here + by, len(places) - 1))])

    @Slot(object)
    def _on_paged(self, by: int) -> None:
        self._on_stepped(by * _PAGE)

    @Slot(object)
    def _on_grouped(self, by: int) -> None:
        groups = [group for group in self._shown if group.lines()]
        here = self._current_group()
        if here is not None:
            self._go(groups[(groups.index(here) + by) % len(groups)], 0)

    def _go(self, group: Choices, place: int) -> None:
        for each in self._shown:
            each.show_lines(each.lines(), place if each is group else -1)
        self.field.setAccessibleDescription(group.lines()[place].spoken)
        at = group.geometry().topLeft() + group.rect_of(place).center()
        self.area.ensureVisible(at.x(), at.y(), 0, _LINE)

    @Slot()
    def _on_enter(self) -> None:
        group = self._current_group()
        if group is not None:
            self._take(group, group.current())

    @Slot(object)
    def _on_clicked(self, place: int) -> None:
        group = self.sender()
        if isinstance(group, Choices):
            self._go(group, place)
            self._take(group, place)

    def _take(self, group: Choices, place: int) -> None:
        """Do it; what cannot be done now stays listed, with its reason."""
        what = self._shown[group][place]
        if isinstance(what, PatientOnEntry):
            self.close_sheet()
            self.patient_wanted.emit(what)
        elif what.is_allowed:
            self.close_sheet()
            self.chosen.emit(what.action)


def _command_line(each: Command) -> Choice:
    spoken = ", ".join(part for part in (each.name, *each.keys, each.refusal) if part)
    cells = (Cell(each.name, _NAME), Cell(each.refusal, -1, CellLook.QUIET))
    return Choice(cells, end_keys=each.keys, name=spoken, sign=each.icon, is_off=bool(each.refusal))


def _patient_line(patient: PatientOnEntry, verb: str) -> Choice:
    name = words.patient_name(patient)
    born = dates.birth_date(patient.birth_date) if patient.birth_date else ""
    cells = (
        Cell(name, _NAME, CellLook.NAME),
        Cell(born, _BORN),
        Cell(patient.number, _NUMBER, CellLook.QUIET),
        Cell(verb, -1, CellLook.QUIET),
    )
    return Choice(cells, name=f"{verb}: {name} {born} {patient.number}", sign=Icon.USER)
