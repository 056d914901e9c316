"""One language is spoken at a time, whoever spoke before."""

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from praxidesk.ui.wording.language import Language, fall_silent, speak


def undo() -> str:
    return QCoreApplication.translate("actions", "Undo")


def ok() -> str:
    """Qt's own word, from its own file."""
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_whoever_speaks_last_is_heard(qapp: QApplication) -> None:
    assert (undo(), ok()) == ("Undo", "Cancel")
    speak(qapp, Language.GERMAN)
    assert (undo(), ok()) == ("Rückgängig", "Abbrechen")
    assert QLocale().language() is QLocale.Language.German
    speak(qapp, Language.ENGLISH)
    assert (undo(), ok()) == ("Undo", "Cancel")
    assert QLocale().language() is QLocale.Language.English


def test_silence_is_what_stands_in_the_source(qapp: QApplication) -> None:
    speak(qapp, Language.GERMAN)
    fall_silent(qapp)
    assert (undo(), ok()) == ("Undo", "Cancel")
