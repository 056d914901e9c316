"""What stands in the window while nothing can be opened."""

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.panels.no_practice import NoPractice
from praxidesk.worker.messages import StoreState


@pytest.mark.parametrize(
    ("trouble", "title", "to_do"),
    [
        (None, "The database server does not answer.", "Check the network"),
        (ServerTrouble.REFUSED, "The database server does not answer.", "Is PostgreSQL running there"),
        (ServerTrouble.TLS_OTHER_NAME, "There is no safe way to the server.", "the name in its certificate"),
        (ServerTrouble.TLS_NO_CERTIFICATE, "There is no safe way to the server.", "Name another one"),
        (ServerTrouble.NOT_ALLOWED, "The server refuses the connection.", "Ask whoever looks after it"),
    ],
)
def test_a_server_that_answers_is_not_said_to_be_silent(
    qtbot: QtBot, trouble: ServerTrouble | None, title: str, to_do: str
) -> None:
    panel = NoPractice(theme(ThemeName.LIGHT))
    qtbot.addWidget(panel)
    panel.show_state(StoreState(False, 0, 0.0, "", StoreFault.UNREACHABLE, "", trouble))
    assert panel.title.words() == title
    assert to_do in panel.text.words()


def test_what_an_older_program_has_written_on_a_server_is_not_upgraded_from_a_desk(qtbot: QtBot) -> None:
    panel = NoPractice(theme(ThemeName.LIGHT), is_file=False)
    qtbot.addWidget(panel)
    panel.show_state(StoreState(False, 0, 0.0, "", StoreFault.TOO_OLD))
    assert panel.retry.words() == "Try again"
    assert "Ask whoever administers" in panel.text.words()
    with qtbot.assertNotEmitted(panel.upgrade_wanted), qtbot.waitSignal(panel.retry_wanted):
        panel.retry.click()
