"""Small quiet buttons of the forms: a symbol alone, its words for whoever hovers or listens."""

from PySide6.QtWidgets import QToolButton

from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.text import plain_tooltip


class Tool(QToolButton):
    """Tinted anew with each theme."""

    def __init__(self, theme: Theme, picture: Icon, words: str) -> None:
        super().__init__()
        self._picture = picture
        self.setToolTip(plain_tooltip(words))
        self.setAccessibleName(words)
        dress(self, ButtonKind.QUIET)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.setIcon(icon(self._picture, theme, theme.text2))
