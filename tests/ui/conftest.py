"""Each test of a widget has the typefaces of the program."""

import pytest
from PySide6.QtWidgets import QApplication

from praxidesk.ui.look.fonts import load_fonts


@pytest.fixture(autouse=True)
def _own_typefaces(qapp: QApplication) -> None:
    # As in the program: what is painted before would be kept in another typeface.
    load_fonts()
