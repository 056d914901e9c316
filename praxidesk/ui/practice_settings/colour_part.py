"""The twelve type colours to choose from, each with its name."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.controls.swatch import SIDE, paint_swatch
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.practice_settings.part import Bound, Part
from praxidesk.ui.practice_settings.setting_words import colour_name
from praxidesk.ui.text import plain_tooltip

_SQUARE = 26
"""Pixels: thirteen of them and a name stand beside the list in the narrowest window."""


class ColourPart(Part):
    """Arrow keys go along; the name of the chosen one stands behind them."""

    def __init__(self, theme: Theme, label: str, bound: Bound, *, optional: bool) -> None:
        super().__init__(theme, label, bound)
        self._choices: list[Colour | None] = [*([None] if optional else []), *Colour]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout()
        row.setSpacing(0)
        for index, colour in enumerate(self._choices):
            button = QToolButton()
            button.setCheckable(True)
            button.setFixedSize(_SQUARE, _SQUARE)
            button.setIconSize(QSize(SIDE, SIDE))
            button.setStyleSheet(
                "QToolButton { min-height: 24px; max-height: 24px; min-width: 24px; padding: 0; }"
            )
            dress(button, ButtonKind.QUIET)
            name = colour_name(colour)
            button.setToolTip(plain_tooltip(name))
            button.setAccessibleName(f"{label}: {name}")
            self._group.addButton(button, index)
            row.addWidget(button)
        self.name = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND).elide()
        row.addSpacing(4)
        row.addWidget(self.name, 1)
        self.body.addLayout(row)
        self.close_with_error()
        self.set_theme(theme)
        self._group.idClicked.connect(self._on_clicked)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        for index, colour in enumerate(self._choices):
            button = self._group.button(index)
            if isinstance(button, QToolButton):
                button.setIcon(
                    icon(Icon.SLASH_CIRCLE, theme) if colour is None else _swatch(button, theme, colour)
                )

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show one."""
        self._group.button(self._choices.index(value)).setChecked(True)
        self.name.say(colour_name(value))

    def value(self) -> Any:  # noqa: ANN401
        """The chosen one."""
        return self._choices[max(0, self._group.checkedId())]

    def button(self, colour: Colour | None) -> QToolButton:
        """The button of a colour."""
        found = self._group.button(self._choices.index(colour))
        assert isinstance(found, QToolButton)  # noqa: S101 - all of them are
        return found

    def focus(self) -> None:
        """The chosen one."""
        self.button(self.value()).setFocus()

    @Slot(int)
    def _on_clicked(self, index: int) -> None:
        self.name.say(colour_name(self._choices[index]))
        self.edited.emit()


def _swatch(widget: QWidget, theme: Theme, colour: Colour) -> QIcon:
    ratio = max(1.0, widget.devicePixelRatioF())
    pixmap = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRect(0, 0, SIDE, SIDE), theme.types[colour])
    painter.end()
    return QIcon(pixmap)
