"""One step of the wizard: a page with fields, and what is wrong in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.first_run.wizard_draft import WizardDraft

LONGEST_NAME, LONGEST_CODE = 200, 64


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one cannot go on."""

    message: str
    field: QWidget


class Step(QWidget):
    """Shows its part of a draft, and gives it back as it stands in the fields."""

    changed = Signal()

    title = ""
    about = ""

    def show_draft(self, draft: WizardDraft) -> None:
        """Put it into the fields."""
        raise NotImplementedError

    def read(self, draft: WizardDraft) -> WizardDraft:
        """The draft with what stands in the fields."""
        raise NotImplementedError

    def problem(self) -> Problem | None:
        """The first thing that is wrong, marked; ``None`` where one can go on."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """The field to begin with."""
        raise NotImplementedError

    def field_of(self, path: Sequence[str]) -> QWidget | None:  # noqa: ARG002  each step knows its own
        """The field of a place in the description such as ``practitioner[0]``, ``name``."""
        return None


def line(name: str, longest: int = LONGEST_NAME) -> QLineEdit:
    """A field for one line, named for a screen reader."""
    field = QLineEdit()
    field.setMaxLength(longest)
    field.setAccessibleName(name)
    return field


def combo(name: str, *, editable: bool = False) -> QComboBox:
    """A choice; the wheel over a page is for the page."""
    field = QComboBox()
    field.setEditable(editable)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    field.setAccessibleName(name)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return field


def refused(field: QWidget, message: str) -> Problem:
    """Mark a field, and say why."""
    mark_refused(field, refused=True)
    return Problem(message, field)
