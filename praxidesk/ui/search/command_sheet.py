"""Every gesture by its name: the command list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.ui.action_list import ACTIONS, ActionId
from praxidesk.ui.actions import Actions
from praxidesk.ui.icons import Icon
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice, Choices
from praxidesk.ui.search.query_sheet import QuerySheet
from praxidesk.ui.theme import Theme

_LINE = 34


class CommandSheet(QuerySheet):
    """Finds by parts of words; what cannot be done now is not offered."""

    chosen = Signal(object)
    """``ActionId``."""

    def __init__(self, window: QWidget, theme: Theme, actions: Actions) -> None:
        super().__init__(window, theme, Icon.COMMAND)
        self._offers = [
            (spec.id, actions[spec.id].text().replace("&&", "&").removesuffix(" …"), actions.keys(spec.id))
            for spec in ACTIONS
            if spec.id is not ActionId.COMMANDS and actions.is_allowed(spec.id) and actions.is_listed(spec.id)
        ]
        self._shown: list[ActionId] = []
        self.choices = Choices(theme, _LINE, framed=False)
        self.body.addWidget(self.choices)
        self.field.setPlaceholderText(self.tr("Which command?"))
        self.field.setAccessibleName(self.tr("All commands"))
        self.field.textChanged.connect(self._on_typed)
        self.stepped.connect(self._on_stepped)
        self.paged.connect(self._on_paged)
        self.taken.connect(self._on_enter)
        self.choices.taken.connect(self._on_taken)
        self._on_typed("")

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        parts = text.casefold().split()
        fitting = [each for each in self._offers if all(part in each[1].casefold() for part in parts)]
        self._shown = [each[0] for each in fitting]
        lines = [
            Choice((Cell(name, 0), Cell("   ".join(keys), -1, CellLook.QUIET))) for _, name, keys in fitting
        ]
        self.choices.show_lines(lines, 0 if lines else -1)
        self.count.say(self.tr("%n command(s)", "", len(lines)))
        self.fit_body()

    @Slot(object)
    def _on_stepped(self, by: int) -> None:
        self.choices.step(by)
        rect = self.choices.rect_of(self.choices.current())
        self.area.ensureVisible(rect.center().x(), rect.center().y() + 8, 0, _LINE)

    @Slot(object)
    def _on_paged(self, by: int) -> None:
        self._on_stepped(by * 8)

    @Slot()
    def _on_enter(self) -> None:
        if self.choices.current() >= 0:
            self._on_taken(self.choices.current())

    @Slot(object)
    def _on_taken(self, index: int) -> None:
        action = self._shown[index]
        self.close_sheet()
        self.chosen.emit(action)
