"""A plain label with some of its words in bold; nothing of it is markup."""

import re
from collections.abc import Iterable, Iterator
from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD, TextSize
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import breakable

_ENDLESS = 100_000.0


class MarkedLabel(ToneLabel):
    """Wraps where it is told to; the words are one text for whoever reads them aloud."""

    def __init__(self, theme: Theme, text: str = "", size: TextSize = BASE, tone: Tone = Tone.TEXT) -> None:
        self._marked: tuple[str, ...] = ()
        super().__init__(theme, text, size, REGULAR, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def say(self, text: str, marked: Iterable[str] = ()) -> None:
        """Set the words, and which of them, wherever they stand by themselves, are bold."""
        self._marked = tuple(each for each in marked if each)
        super().say(text)
        self.updateGeometry()
        self.update()

    def marked(self) -> tuple[str, ...]:
        """What is bold, as it stands in the words."""
        return tuple(self.words()[start:end] for start, end in self._spans(self.words()))

    def sizeHint(self) -> QSize:
        """In one line, or as QLabel would wrap it."""
        hint = super().sizeHint()
        if self.wordWrap():
            return QSize(hint.width(), self.heightForWidth(hint.width()))
        layout = self._laid_out(_ENDLESS)
        lines = [layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())]
        return QSize(ceil(max(lines, default=0)) + 1, hint.height())

    def minimumSizeHint(self) -> QSize:
        """All of it where it does not wrap."""
        return super().minimumSizeHint() if self.wordWrap() else self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Where it wraps."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Of all lines; bold ones are longer."""
        return round(self._laid_out(width).boundingRect().height()) if self.wordWrap() else -1

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The lines, in the middle of the height."""
        layout = self._laid_out(self.width() if self.wordWrap() else _ENDLESS)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout.draw(painter, QPointF(0, (self.height() - layout.boundingRect().height()) / 2))
        painter.end()

    def _laid_out(self, width: float) -> QTextLayout:
        text = (breakable(self.words()) if self.wordWrap() else self.words()).replace("\n", "\u2028")
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap if self.wordWrap() else QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([_bold(start, end) for start, end in self._spans(text)])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        for each in self._marked:
            words = re.escape(breakable(each) if self.wordWrap() and each not in text else each)
            for found in re.finditer(rf"(?<!\w){words}(?!\w)", text):
                yield found.span()


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    looks = QTextCharFormat()
    looks.setFontWeight(SEMIBOLD)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, looks
    return found
