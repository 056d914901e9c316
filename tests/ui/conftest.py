"""Each test of a widget begins without translations, in the C locale, whatever ran before it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from praxidesk.ui.fonts import load_fonts


@pytest.fixture(autouse=True)
def _plain_language(qapp: QApplication) -> Iterator[None]:
    def finish() -> None:
        # Windows of the test before take their translators with them.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QLocale.setDefault(QLocale.c())

    # As in the program: what is painted before would be kept in another typeface.
    load_fonts()
    finish()
    yield
    finish()
