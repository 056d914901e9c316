"""A field whose content cannot be: framed in the colour of refusal."""

from PySide6.QtWidgets import QWidget


def mark_refused(field: QWidget, refused: bool) -> None:
    """Frame the field, or take the frame away."""
    if bool(field.property("refused")) == refused:
        return
    field.setProperty("refused", refused)
    field.style().unpolish(field)
    field.style().polish(field)
