"""A page of words: what is meant by something, before it is done; or why nothing can be."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from praxidesk.ui.controls.discard import discard
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.logins.login_page import LoginPage
from praxidesk.ui.look.theme import Theme


class TextPage(LoginPage):
    """Worded anew for each question."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: list[QWidget] = []

    def ask(
        self, title: str, about: str, paragraphs: Sequence[str], confirm: str = "", *, takes: bool = False
    ) -> None:
        """Say this.

        :param confirm: what its button says, if it has one
        :param takes: whether that takes something away
        """
        self.title, self.about, self.confirm, self.is_dangerous = title, about, confirm, takes
        for old in self._shown:
            self.column.removeWidget(old)
            discard(old)
        self._shown = []
        for text in paragraphs:
            label = ToneLabel(self._theme, text)
            label.setWordWrap(True)
            self.column.addWidget(label)
            label.show()  # at once, so that its height counts
            self._shown.append(label)

    def words(self) -> str:
        """All of it."""
        return "\n".join(each.words() for each in self._shown if isinstance(each, ToneLabel))
