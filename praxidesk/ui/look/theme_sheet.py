"""The style sheet of the controls, filled in from a theme, and how a button asks for its looks."""

from dataclasses import fields
from enum import StrEnum
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from praxidesk.resources.folder import FOLDER
from praxidesk.ui.look.fonts import BASE, SEMIBOLD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from praxidesk.ui.look.theme import Theme


class ButtonKind(StrEnum):
    """What a button looks like beyond the plain, framed one."""

    PRIMARY = "primary"
    """The one thing to do here: filled with the accent."""
    QUIET = "quiet"
    """No frame until the pointer is over it: tools, secondary ways out."""
    DANGER = "danger"
    """Takes something away: framed, in the colour of refusal."""
    SEGMENT = "segment"
    """One of several beside each other of which one is checked."""


def dress(button: "QAbstractButton", kind: ButtonKind) -> None:
    """Give the button its looks, now and in whatever theme comes."""
    button.setProperty("kind", kind.value)
    if kind is ButtonKind.PRIMARY:
        button.setFont(BASE.font(SEMIBOLD))
    button.style().unpolish(button)
    button.style().polish(button)


def style_sheet(theme: "Theme") -> str:
    """The whole sheet for the application."""
    folder = FOLDER / "themes"
    values = {
        each.name: _css(value)
        for each in fields(theme)
        if isinstance(value := getattr(theme, each.name), QColor)
    }
    pictures = (folder / theme.name).as_posix()
    return Template((folder / "controls.qss").read_text("utf-8")).substitute(values, pictures=pictures)


def _css(colour: QColor) -> str:
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"
