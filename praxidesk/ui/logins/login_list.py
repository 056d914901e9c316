"""Everybody's logins in a list, and beside it what can be done with the one chosen."""

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from praxidesk.engine.logins import KnownLogin, LoginFault, LoginKeeping, LoginList, LoginState, keeps_in
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.verdict import Verdict, VerdictKind
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.logins.login_page import LoginPage
from praxidesk.ui.logins.login_words import belongs_text, fault_text, last_text, shown_name, state_text
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice, Choices
from praxidesk.ui.sign_in.sign_in_words import role_name
from praxidesk.ui.text import plain_tooltip

HEIGHT = 420
_LINE = 46
_NAME, _ROLE, _STATE = 28, 212, 452
_BESIDE = 252
_PAD = 12
_SIGNS = {
    LoginState.OPEN: (Icon.CHECK, "ok"),
    LoginState.WAITING: (Icon.HOURGLASS, "warn"),
    LoginState.LOCKED: (Icon.LOCK, "danger"),
    LoginState.WITHOUT_KEY: (Icon.WARNING, "warn"),
}


class LoginListPage(LoginPage):
    """Arrows choose, letters search; Enter changes, Delete removes."""

    edit_wanted = Signal(object)
    """``KnownLogin``, as the others."""
    password_wanted = Signal(object)
    lock_wanted = Signal(object)
    """Where it is locked or waits: the end of that."""
    remove_wanted = Signal(object)

    width_ = 920
    scrolls = True

    def __init__(self, theme: Theme, practice: Practice, zone: Zone) -> None:
        super().__init__(theme)
        self._practice, self._zone = practice, zone
        self._known = LoginList(LoginKeeping.FILE, ())
        self._shown: list[KnownLogin] = []
        self.title = self.tr("Logins")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setMaxLength(200)
        self.choices = Choices(theme, _LINE, framed=False)
        self.none = ToneLabel(theme, self.tr("Nobody is called so."), tone=Tone.SECOND)
        self.said = Verdict(theme)
        self.edit = KeyButton(theme, icon=Icon.PENCIL, key="↵")
        self.password = KeyButton(theme, icon=Icon.KEY, key=self.tr("Ctrl+P"))
        self.lock = KeyButton(theme, icon=Icon.LOCK, key=self.tr("Ctrl+B"))
        self.remove = KeyButton(theme, ButtonKind.DANGER, Icon.TRASH, self.tr("Del"))
        self.why = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self._build(theme)
        self.edit.say(self.tr("Change …"))
        self.password.say(self.tr("New password …"))
        self.remove.say(self.tr("Remove …"))
        self.field.textEdited.connect(self._on_searched)
        self.choices.moved.connect(self._on_moved)
        self.choices.taken.connect(self._on_taken)
        self.edit.clicked.connect(self.begin_edit)
        self.password.clicked.connect(self.begin_password)
        self.lock.clicked.connect(self.begin_lock)
        self.remove.clicked.connect(self.begin_remove)

    def first(self) -> QWidget:
        """The list."""
        return self.choices if self._shown else self.field

    def height_for(self, width: int) -> int:  # noqa: ARG002 - always the same
        """The list scrolls."""
        return HEIGHT

    def show_logins(self, known: LoginList, chosen: str = "", said: str = "") -> None:
        """Everybody; this one is chosen where it is among them, and this was done."""
        self._known = known
        self.about = (
            self.tr("One login for each person; the server itself keeps to what its role may do.")
            if known.keeping is LoginKeeping.SERVER
            else self.tr(
                "One login for each person. They protect from a colleague or visitor at this desk, not from"
                " whoever may read or write the file."
            )
        )
        if chosen and not self._matches(known.of(chosen)):
            self.field.clear()
        self._refresh(chosen)
        self.said.setVisible(bool(said))
        if said:
            self.said.say(VerdictKind.FREE, (said,))

    def chosen(self) -> KnownLogin | None:
        """Whom the buttons are about."""
        current = self.choices.current()
        return self._shown[current] if 0 <= current < len(self._shown) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters search, from wherever in the page."""
        is_held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.choices.step(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Delete:
                self.begin_remove()
            case _ if event.text().strip() and event.text().isprintable() and not is_held:
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
                self.field.insert(event.text())
                self._on_searched(self.field.text())
            case _:
                super().keyPressEvent(event)

    @Slot()
    def begin_edit(self) -> None:
        """Change the chosen one."""
        self._begin(self.edit, self.edit_wanted)

    @Slot()
    def begin_password(self) -> None:
        """Give them another password."""
        self._begin(self.password, self.password_wanted)

    @Slot()
    def begin_lock(self) -> None:
        """Lock them, or end that."""
        self._begin(self.lock, self.lock_wanted)

    @Slot()
    def begin_remove(self) -> None:
        """Take their login away."""
        self._begin(self.remove, self.remove_wanted)

    def _begin(self, button: KeyButton, wanted: SignalInstance) -> None:
        known = self.chosen()
        if known is not None and button.isEnabled():
            wanted.emit(known)

    def _build(self, theme: Theme) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(12, 12, 12, 8)
        left.setSpacing(6)
        left.addWidget(self.field)
        left.addWidget(self._heads(theme))
        inside = Surface(theme, "raised")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.choices)
        lines.addWidget(self.none)
        lines.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        left.addWidget(self.area, 1)
        left.addWidget(self.said)
        self.said.hide()
        side = Surface(theme, "chrome")
        buttons = QVBoxLayout(side)
        buttons.setContentsMargins(12, 12, 12, 12)
        buttons.setSpacing(8)
        for button in (self.edit, self.password, self.lock, self.remove):
            buttons.addWidget(button)
        self.why.setWordWrap(True)
        buttons.addWidget(self.why)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        beside = FittingScroll(side)
        beside.setFixedWidth(_BESIDE)
        row.addWidget(beside)
        self.column.addLayout(row, 1)

    def _heads(self, theme: Theme) -> QWidget:
        heads = QWidget()
        row = QHBoxLayout(heads)
        row.setContentsMargins(_PAD + _NAME, 0, 0, 0)
        row.setSpacing(0)
        names = (self.tr("Name, user"), self.tr("Role, practitioner, sites"), self.tr("State"))
        widths = (_ROLE - _NAME, _STATE - _ROLE, 0)
        for name, width in zip(names, widths, strict=True):
            label = section_label(theme, name)
            if width:
                label.setFixedWidth(width)
            row.addWidget(label)
        row.addStretch(1)
        return heads

    def _refresh(self, chosen: str) -> None:
        self._shown = [each for each in self._known.logins if self._matches(each)]
        self._shown.sort(key=lambda each: shown_name(self._practice, each).casefold())
        logins = [each.login for each in self._shown]
        current = logins.index(chosen) if chosen in logins else 0
        self.choices.show_lines([self._line(each) for each in self._shown], current)
        self.none.setVisible(not self._shown)
        self._follow()

    def _matches(self, known: KnownLogin | None) -> bool:
        if known is None:
            return False
        practice = self._practice
        words = (known.login, shown_name(practice, known), role_name(known.role), state_text(known))
        told = " ".join((*words, belongs_text(practice, known))).casefold()
        return all(word in told for word in self.field.text().casefold().split())

    def _line(self, known: KnownLogin) -> Choice:
        name, whose = shown_name(self._practice, known), belongs_text(self._practice, known)
        is_named, is_own = name != known.login, known.login == self._known.own
        login = known.login if is_named else ""
        if is_own:
            login = self.tr("{login} (you)").format(login=login) if is_named else self.tr("you")
        role, state = role_name(known.role), state_text(known)
        last = last_text(self._zone, known, self._known.keeping)
        sign, tone = _SIGNS[known.state]
        return Choice(
            (
                Cell(name, _NAME, CellLook.NAME, below=login),
                Cell(role, _ROLE, below=whose),
                Cell(state, _STATE, below=last),
            ),
            name=", ".join(each for each in (name, login, role, whose, state, last) if each),
            sign=sign,
            tone=tone,
        )

    def _follow(self) -> None:
        """Which buttons can be pressed for the chosen one, and why not the others."""
        known = self.chosen()
        is_own = known is not None and known.login == self._known.own
        stays = keeps_in(self._known, known.login) if known is not None else None
        is_held = known is not None and known.state in {LoginState.LOCKED, LoginState.WAITING}
        self.lock.say(
            self.tr("Unlock")
            if known is not None and known.state is LoginState.LOCKED
            else self.tr("End the wait")
            if is_held
            else self.tr("Lock …")
        )
        has_nothing = is_own and self._known.keeping is LoginKeeping.FILE
        for button, on in (
            (self.edit, not has_nothing),
            (self.password, not is_own),
            (self.lock, is_held or stays is None),
            (self.remove, stays is None),
        ):
            button.setEnabled(known is not None and on)
            why = "" if on or known is None else self._reason(button, stays)
            button.setToolTip(plain_tooltip(why))
            button.setAccessibleDescription(why)
        said = dict.fromkeys(
            each.accessibleDescription()
            for each in (self.edit, self.password, self.lock, self.remove)
            if each.accessibleDescription()
        )
        self.why.say(" ".join(said))

    def _reason(self, button: KeyButton, stays: LoginFault | None) -> str:
        if button is self.password:
            return self.tr("You change your own password in the menu: “Change your password …”.")
        return fault_text(stays or LoginFault.ONESELF, "")

    @Slot(str)
    def _on_searched(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        known = self.chosen()
        self._refresh(known.login if known is not None else "")
        self.said.hide()

    @Slot(object)
    def _on_moved(self, index: int) -> None:
        self.area.ensureVisible(0, self.choices.rect_of(index).center().y(), 0, _LINE)
        self._follow()

    @Slot(object)
    def _on_taken(self, index: int) -> None:
        """Enter is the sheet's; a click only chooses."""
