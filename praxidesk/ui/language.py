"""The language of the screen: German or English, switched while the program runs."""

from enum import StrEnum
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator


class Language(StrEnum):
    """What the screen can speak."""

    GERMAN = "de"
    ENGLISH = "en"

    @property
    def locale(self) -> QLocale:
        """How dates and numbers are written."""
        if self is Language.GERMAN:
            return QLocale(QLocale.Language.German, QLocale.Country.Germany)
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def system_language() -> Language:
    """English where the system speaks English, else German."""
    english = QLocale.system().language() == QLocale.Language.English
    return Language.ENGLISH if english else Language.GERMAN


class Translations:
    """The installed translators; they go with their owner."""

    def __init__(self, app: QCoreApplication, owner: QObject) -> None:
        self._app = app
        self._owner = owner
        self._installed: list[QTranslator] = []
        self.language: Language | None = None

    def speak(self, language: Language) -> None:
        """Install one language; every widget then hears a ``LanguageChange``."""
        if language is self.language:
            return
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
        QLocale.setDefault(language.locale)
        self.language = language
        own = QTranslator(self._owner)
        if own.load(_own_file(language)):
            self._install(own)
        standard = QTranslator(self._owner)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if standard.load(f"qtbase_{language}", folder):
            self._install(standard)

    def _install(self, translator: QTranslator) -> None:
        self._installed.append(translator)
        self._app.installTranslator(translator)


def _own_file(language: Language) -> str:
    return str(files("praxidesk.resources") / "translations" / f"praxidesk_{language}.qm")
