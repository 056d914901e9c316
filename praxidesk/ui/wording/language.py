"""The language of the screen: German or English, switched while the program runs."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from praxidesk.resources.folder import FOLDER


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


def speak(app: QCoreApplication, language: Language) -> None:
    """Install one language in place of any other; every widget then hears a ``LanguageChange``.

    The translators belong to the program, not to a window: whoever speaks last is the one who is heard.
    """
    fall_silent(app)
    QLocale.setDefault(language.locale)
    standard = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file, folder in ((_own_file(language), ""), (f"qtbase_{language}", standard)):
        translator = QTranslator(app)
        if translator.load(file, folder):
            app.installTranslator(translator)
        else:
            translator.deleteLater()


def fall_silent(app: QCoreApplication) -> None:
    """Texts as they stand in the source again."""
    for each in app.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(each)
        each.setParent(None)
        each.deleteLater()


def _own_file(language: Language) -> str:
    return str(FOLDER / "translations" / f"praxidesk_{language}.qm")
