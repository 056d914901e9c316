"""The registry of gestures as Qt actions: worded, tinted, enabled by what is selected."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from praxidesk.ui.actions.action_list import ACTIONS, GROUPS, ActionId, Needs, action_texts
from praxidesk.ui.look.icons import icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip


def key_text(key: str) -> str:
    """A key as it is written on the keyboard of this language: ``Strg+Z``."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    # Both keys carry the same sign, in every language.
    return text.replace("Return", "↵").replace("Enter", "↵")


class Actions(QObject):
    """One ``QAction`` for each gesture, installed on a window.

    Single letters are safe: Qt asks a focused text field first (``ShortcutOverride``), and it keeps them.
    """

    triggered = Signal(object)
    """``ActionId``; for checkable ones too, by hand only."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[ActionId, QAction] = {}
        self._keys: dict[ActionId, tuple[str, ...]] = {}
        self._ear = QWidget(window)
        """Where their keys are heard: nothing is to be seen of it, and while it is disabled none is."""
        self._ear.setFixedSize(0, 0)
        self._menus: list[QMenu] = []
        for spec in ACTIONS:
            action = QAction(window)
            action.setObjectName(spec.id)
            action.setData(spec.id)
            action.setCheckable(spec.checkable)
            # In a menu an icon would take the place of the check mark.
            action.setIconVisibleInMenu(not spec.checkable)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setAutoRepeat(spec.id in {ActionId.PREVIOUS, ActionId.NEXT})
            action.triggered.connect(self._on_triggered)
            # Whoever may not see what lies under a sheet may lock it all the same.
            (window if spec.id is ActionId.LOCK else self._ear).addAction(action)
            self._actions[spec.id] = action
        self._names: dict[ActionId, str] = {}
        self.met: frozenset[Needs] = frozenset()
        """The needs that are met now."""
        self._unlisted: frozenset[ActionId] = frozenset()
        self._refusals: Mapping[ActionId, str] = {}
        self._allowed: object = None
        """What was said last; ``None`` where it must be said again."""
        for members in GROUPS:
            group = QActionGroup(self)
            for member in members:
                group.addAction(self._actions[member])
        self.retranslate()

    def __getitem__(self, wanted: ActionId) -> QAction:
        """The action of a gesture."""
        return self._actions[wanted]

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        for spec in ACTIONS:
            self._actions[spec.id].setIcon(icon(spec.icon, theme))

    def allow(
        self, met: frozenset[Needs], *, undo: str, redo: str, refusals: Mapping[ActionId, str] | None = None
    ) -> None:
        """Enable what can be done now; ``undo`` and ``redo`` say what they are about, empty for nothing.

        :param refusals: why whoever is signed in may not do some of them
        """
        allowed = met, undo, redo, refusals
        if allowed == self._allowed:
            return
        self.met, self._allowed = met, allowed
        before, self._refusals = self._refusals, refusals or {}
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.needs in met and spec.id not in self._refusals)
        plain = action_texts()
        for wanted, what in ((ActionId.UNDO, undo), (ActionId.REDO, redo)):
            self._actions[wanted].setEnabled(bool(what) and wanted not in self._refusals)
            about = self.tr("{action}: {what}").format(action=plain[wanted], what=what)
            self._say(wanted, about if what else plain[wanted])
        for wanted in {*before, *self._refusals} - {ActionId.UNDO, ActionId.REDO}:
            self._say(wanted, self._names.get(wanted, plain[wanted]))

    def name(self, names: Mapping[ActionId, str], unlisted: frozenset[ActionId]) -> None:
        """Call some by a name somebody gave them; some are in no list, though their keys answer."""
        before, self._names, self._unlisted = self._names, dict(names), unlisted
        plain = action_texts()
        for wanted in (*before, *names):
            self._say(wanted, names.get(wanted, plain[wanted]))

    def is_listed(self, wanted: ActionId) -> bool:
        """Whether menus and the command list show it."""
        return wanted not in self._unlisted

    def suspend(self, suspended: bool) -> None:
        """While a sheet lies over the window, no key of theirs may fire, but the one that locks it."""
        self._ear.setEnabled(not suspended)
        for menu in self._menus:
            menu.menuAction().setEnabled(not suspended)

    def silence_with(self, menu: QMenu) -> None:
        """Keys of what is in a menu are heard wherever its button is shown, too: suspend them as well."""
        self._menus.append(menu)

    @property
    def are_suspended(self) -> bool:
        """Whether no key of theirs may fire."""
        return not self._ear.isEnabled()

    def is_allowed(self, wanted: ActionId) -> bool:
        """Whether it can be done now."""
        return self._actions[wanted].isEnabled()

    def refusal(self, wanted: ActionId) -> str:
        """Why whoever is signed in may not do it, whatever is selected; empty where they may."""
        return self._refusals.get(wanted, "")

    def keys(self, wanted: ActionId) -> tuple[str, ...]:
        """All its keys as written on the keyboard."""
        return self._keys[wanted]

    def key(self, wanted: ActionId) -> str:
        """Its first key as written, or nothing."""
        return self._keys[wanted][0] if self._keys[wanted] else ""

    def retranslate(self) -> None:
        """Word everything, keys too, in the language spoken now."""
        self._allowed = None
        self._keys = {spec.id: tuple(dict.fromkeys(map(key_text, spec.keys))) for spec in ACTIONS}
        for wanted, text in action_texts().items():
            self._say(wanted, self._names.get(wanted, text))

    def _say(self, wanted: ActionId, text: str) -> None:
        action = self._actions[wanted]
        action.setText(text.replace("&", "&&"))
        key = self.key(wanted)
        said = f"{text} ({key})" if key else text
        why = self._refusals.get(wanted, "")
        action.setToolTip(plain_tooltip(f"{said}\n{why}" if why else said))

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.triggered.emit(ActionId(action.objectName()))
