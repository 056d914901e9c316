"""Fields of forms, each named for a screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

LONGEST_NAME = 200
LONGEST_REASON = 500
"""Characters; whoever reads one wants to see it whole."""


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
