"""A field whose content cannot be: framed in the colour of refusal, with why."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one cannot go on."""

    message: str
    field: QWidget


def mark_refused(field: QWidget, refused: bool) -> None:
    """Frame the field, or take the frame away."""
    if bool(field.property("refused")) == refused:
        return
    field.setProperty("refused", refused)
    field.style().unpolish(field)
    field.style().polish(field)


def refused(field: QWidget, message: str) -> Problem:
    """Mark a field, and say why."""
    mark_refused(field, refused=True)
    return Problem(message, field)
