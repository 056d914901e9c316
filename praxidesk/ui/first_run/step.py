"""One step of the wizard: a page with fields, and what is wrong in them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from praxidesk.ui.controls.refused_mark import Problem
from praxidesk.ui.first_run.wizard_draft import WizardDraft

LONGEST_CODE = 64


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
