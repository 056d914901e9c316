"""Text of patients and users, kept plain wherever Qt would guess markup from a ``<``."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from praxidesk.ui.fonts import BASE, REGULAR, TextSize


def plain_label(
    text: str = "",
    size: TextSize = BASE,
    weight: QFont.Weight = REGULAR,
    parent: QWidget | None = None,
) -> QLabel:
    """A label that shows every character of ``text`` as it is."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(size.font(weight))
    label.setText(text)
    return label


def plain_tooltip(text: str) -> str:
    """``text`` for ``setToolTip``, which has no plain format: escaped, its line breaks and spaces kept."""
    return f'<div style="white-space: pre-wrap">{escape(text)}</div>' if text else ""


def plain_message(box: QMessageBox) -> QMessageBox:
    """The same message box, told to guess no markup."""
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
