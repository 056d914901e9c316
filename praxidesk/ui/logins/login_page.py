"""One page of the sheet about logins: what it is called, what it asks, and where one begins."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from praxidesk.engine.logins import LoginFault
from praxidesk.engine.passwords import LONGEST_PASSWORD, PasswordFlaw
from praxidesk.ui.controls.named_fields import line
from praxidesk.ui.controls.refused_mark import Problem, mark_refused
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR
from praxidesk.ui.look.theme import Theme

translate = QCoreApplication.translate


class LoginPage(Surface):
    """A subclass fills ``column``, and says what its button does."""

    edited = Signal()
    """What was wrong may be right now."""

    width_ = 600
    """Of the sheet, in pixels."""
    scrolls = False
    """Whether it scrolls by itself where there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "raised")
        self.title = self.about = self.confirm = ""
        self.is_dangerous = False
        """Whether its button takes something away."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 16, 24, 16)
        self.column.setSpacing(12)

    def first(self) -> QWidget:
        """Where the keys go."""
        return self

    def forget(self) -> None:
        """Take what was typed out of it."""

    def field_of(self, why: LoginFault | PasswordFlaw) -> QWidget | None:  # noqa: ARG002 - each knows its own
        """What has to be typed anew."""
        return None

    def height_for(self, width: int) -> int:
        """As much as it needs to be seen whole."""
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.sizeHint().height()


class FieldsPage(LoginPage):
    """Names at the left, fields beside them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(10)
        self.grid.setColumnMinimumWidth(0, 140)
        self.grid.setColumnStretch(1, 1)
        self.column.addLayout(self.grid)
        self._labels: dict[QWidget, ToneLabel] = {}

    def add_row(self, name: str, field: QWidget) -> None:
        """One more."""
        label = ToneLabel(self._theme, name, BASE, REGULAR, Tone.SECOND)
        label.setMinimumHeight(32)
        row = self.grid.rowCount()
        self.grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(field, row, 1)
        self._labels[field] = label
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._on_edited)

    def add_hint(self, label: ToneLabel) -> None:
        """Words under the field above."""
        label.setWordWrap(True)
        self.grid.addWidget(label, self.grid.rowCount(), 1)

    def show_row(self, field: QWidget, *, on: bool) -> None:
        """Show or hide a field with its name."""
        field.setVisible(on)
        self._labels[field].setVisible(on)

    def unmark(self) -> None:
        """Nothing is wrong as far as is known."""
        for field in self._labels:
            mark_refused(field, refused=False)

    def _on_edited(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        self.unmark()
        self.edited.emit()


def password_line(name: str) -> QLineEdit:
    """A field whose text nobody sees, and nobody can copy."""
    field = line(name, LONGEST_PASSWORD)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def first_empty(fields: Sequence[QLineEdit]) -> Problem | None:
    """The first that has to be filled in, marked."""
    for field in fields:
        if not field.isHidden() and not field.text().strip():
            mark_refused(field, refused=True)
            said = translate("logins", "Please fill in: {field}.").format(field=field.accessibleName())
            return Problem(said, field)
    return None
