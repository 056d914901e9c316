"""The main window before anything is in it: its place on the screen, and the look of the program."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from praxidesk.ui.look.appearance import Appearance
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile

SMALLEST = QSize(848, 460)
"""What a laptop's screen leaves where everything is enlarged to 150 %, or full HD to 200 %."""


class MainWindow(QMainWindow):
    """Painted at once. What is in it, the workplace, takes longer to load and comes a moment later."""

    def __init__(self, settings: SettingsFile) -> None:
        super().__init__()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("a window needs a QApplication")
        self.settings = DeskSettings(settings)
        self.appearance = Appearance(app, self.settings, self)
        self.setWindowTitle("PraxiDesk")
        self.setMinimumSize(SMALLEST)
        self.resize(1600, 1000)
        if self.settings.geometry is not None:
            self.restoreGeometry(self.settings.geometry)

    def fit_screen(self) -> None:
        """Fill a screen that is smaller than the window: not every system keeps it within the edges."""
        free = self.screen().availableGeometry().size()
        if free.width() < self.width() or free.height() < self.height():
            self.resize(self.size().boundedTo(free).expandedTo(SMALLEST))
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember its place for the next start; what is in it closes too."""
        self.settings.geometry = self.saveGeometry()
        inside = self.centralWidget()
        if inside is not None:
            inside.close()
        super().closeEvent(event)
