"""A patient the practice does not know yet: family name, given name, birth date, phone."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from praxidesk.engine.requests import NewPatient
from praxidesk.ui.controls.read_field import ReadField
from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates

LONGEST_NAME = 100
_DATE_PART = re.compile(r"\S*\d\S*")
_NAME_PART = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"von", "vom", "van", "de", "den", "der", "di", "da", "zu", "zum", "zur", "und"})
"""Words within a name that German writes small."""


class _PatientField(ReadField):
    """What cannot be this part of a patient keeps Enter from booking: it would be lost, or misplaced."""

    def __init__(self, understood: Callable[[str], str | None]) -> None:
        super().__init__()
        self._understood = understood

    def read(self) -> bool:
        """Write it as it is understood; nothing typed is not known."""
        typed = self.text().strip()
        said = self._understood(typed) if typed else ""
        if said is not None and said != self.text():
            self.setText(said)
        return said is not None


class NewPatientFields(QWidget):
    """Four fields in a row; Escape goes back to the search."""

    changed = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.family = _PatientField(_name)
        self.given = _PatientField(_name)
        self.born = _PatientField(self._born)
        self.phone = QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, stretch in ((self.family, 3), (self.given, 3), (self.born, 2), (self.phone, 2)):
            field.setMaxLength(LONGEST_NAME)
            field.setMinimumHeight(38)
            field.textEdited.connect(self._on_edited)
            row.addWidget(field, stretch)
        self.back = QToolButton()
        dress(self.back, ButtonKind.QUIET)
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.clicked.connect(self.given_up)
        row.addWidget(self.back)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Tint the way back."""
        self.back.setIcon(icon(Icon.CROSS, theme))

    def begin(self, typed: str) -> None:
        """Read what was typed into the search: ``family given`` or ``family, given``, and a date anywhere."""
        born = next((found for word in typed.split() if (found := self._date(word))), None)
        names = _DATE_PART.sub(" ", typed)
        family, _, given = names.partition("," if "," in names else " ")
        if typed.islower():
            # Typed as one types a search; names that somebody has spelt stay as they are.
            family, given = _capitalised(family), _capitalised(given)
        self.show_patient(NewPatient(" ".join(family.split()), " ".join(given.split()), born))

    def show_patient(self, patient: NewPatient) -> None:
        """Show these; what is being typed stays as it is."""
        if patient == self.patient():
            return
        self.family.setText(patient.family)
        self.given.setText(patient.given)
        self.born.setText(dates.birth_date(patient.birth_date) if patient.birth_date else "")
        self.phone.setText(patient.phone)

    def patient(self) -> NewPatient | None:
        """Who it is, once there is a name."""
        family = " ".join(self.family.text().split())
        if not family:
            return None
        given, phone = (" ".join(each.text().split()) for each in (self.given, self.phone))
        return NewPatient(family, given, self._date(self.born.text()), phone)

    def focus(self) -> None:
        """Begin at the first empty field."""
        empty = (each for each in (self.family, self.given, self.born) if not each.text())
        next(empty, self.phone).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the search."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Word it anew."""
        for field, words in (
            (self.family, self.tr("Family name")),
            (self.given, self.tr("Given name")),
            (self.born, self.tr("Birth date")),
            (self.phone, self.tr("Phone")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        back = self.tr("Search again (Esc)")
        self.back.setToolTip(plain_tooltip(back))
        self.back.setAccessibleName(back)

    def _date(self, text: str) -> date | None:
        found = dates.typed_date(text, self._today())
        return found if found is not None and date(1890, 1, 1) <= found <= self._today() else None

    def _born(self, typed: str) -> str | None:
        found = self._date(typed)
        return None if found is None else dates.birth_date(found)

    @Slot(str)
    def _on_edited(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        self.changed.emit()


def _name(typed: str) -> str | None:
    """No name has a digit: what has one is a birth date or a number in the wrong field."""
    return None if any(sign.isdigit() for sign in typed) else typed


def _capitalised(name: str) -> str:
    return _NAME_PART.sub(lambda part: part[0] if part[0] in _SMALL else part[0].capitalize(), name)
