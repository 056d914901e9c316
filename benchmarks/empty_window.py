"""An empty Qt window in the style, font and colour scheme of ours, until its first paint."""

import os
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QMainWindow, QStyleFactory

FONTS = Path(__file__).parents[1] / "praxidesk" / "resources" / "fonts"


class Watch(QObject):
    """Says when a window is painted, and ends the process."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, then for the events that are already there."""
        if watched is self.parent() and event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self.say)
        return False

    @Slot()
    def say(self) -> None:
        """Painted."""
        print("painted", flush=True)
        os._exit(0)


def main() -> None:
    """Show the window."""
    app = QApplication([])
    for file in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFontFromData(file.read_bytes())
    app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont("Source Sans 3")
    font.setPixelSize(14)
    app.setFont(font)
    app.styleHints().colorScheme()
    window = QMainWindow()
    window.resize(1600, 1000)
    window.installEventFilter(Watch(window))
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
