"""Palette and language of the program, switched while it runs."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from praxidesk.ui.look.theme import Theme, ThemeName, apply_theme
from praxidesk.ui.settings import DeskSettings, ThemeMode
from praxidesk.ui.wording.language import Language, speak


class Appearance(QObject):
    """One for the program; follows the system's palette where it is told to."""

    theme_applied = Signal(object)
    """``Theme``."""

    def __init__(self, app: QApplication, settings: DeskSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self._spoken = settings.language
        speak(app, self._spoken)
        self._theme = apply_theme(app, self._wanted())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The palette that holds now."""
        return self._theme

    @property
    def mode(self) -> ThemeMode:
        """Light, dark or the system's."""
        return self._settings.theme

    @property
    def language(self) -> Language:
        """What is spoken now."""
        return self._settings.language

    def set_mode(self, mode: ThemeMode) -> None:
        """Another palette, from now on and at the next start."""
        self._settings.theme = mode
        self._apply()

    def speak(self, language: Language) -> None:
        """Another language, from now on and at the next start."""
        self._settings.language = language
        if language is not self._spoken:
            self._spoken = language
            speak(self._app, language)

    def _wanted(self) -> ThemeName:
        if self._settings.theme is ThemeMode.SYSTEM:
            is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return ThemeName.DARK if is_dark else ThemeName.LIGHT
        return ThemeName.DARK if self._settings.theme is ThemeMode.DARK else ThemeName.LIGHT

    def _apply(self) -> None:
        wanted = self._wanted()
        if wanted is not self._theme.name:
            self._theme = apply_theme(self._app, wanted)
            self.theme_applied.emit(self._theme)

    @Slot()
    def _on_system_changed(self) -> None:
        self._apply()
