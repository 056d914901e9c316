from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.ui.settings import DeskSettings, ThemeMode
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.wording.language import Language
from tests.ui.desk import Desk
from tests.ui.fake_gateway import FakeGateway

OpenDesk = Callable[..., Desk]


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[SettingsFile]:
    made = SettingsFile(tmp_path / "desk.json")
    yield made
    made.sync()


@pytest.fixture
def open_desk(qtbot: QtBot, settings: SettingsFile) -> OpenDesk:
    """Opens a window on the fake gateway, in German unless told otherwise; booking opens the fields."""

    def opened(
        gateway: FakeGateway | None = None, language: Language = Language.GERMAN, *, by_line: bool = False
    ) -> Desk:
        remembered = DeskSettings(settings)
        remembered.books_by_line = by_line
        if not settings.value("look/language"):
            remembered.language = language
            remembered.theme = ThemeMode.LIGHT
        return Desk(qtbot, gateway or FakeGateway(), settings)

    return opened


@pytest.fixture
def desk(open_desk: OpenDesk) -> Iterator[Desk]:
    made = open_desk()
    yield made
    made.window.close()
