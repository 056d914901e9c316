"""The strip over the calendar while a filter holds: nobody shall wonder where the entries have gone."""

from PySide6.QtCore import Signal

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.notice_strip import NoticeStrip, StripLook
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.wording.counted import counted


class FilterBar(NoticeStrip):
    """Says how many pass, what is asked for, and how to be rid of it."""

    change_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, theme: Theme, keys: tuple[str, str]) -> None:
        change, clear = (KeyButton(theme, ButtonKind.QUIET, key=each) for each in keys)
        super().__init__(theme, StripLook("accentsoft", "accent", Icon.FILTER), (change, clear))
        self.change, self.clear = change, clear
        self._numbers = (0, 0)
        self._asked = ""
        self._hides = False
        self.change.clicked.connect(self.change_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.retranslate()

    def show_filter(self, passing: int, of: int, asked: str, *, hides: bool) -> None:
        """A filter holds."""
        self._numbers, self._asked, self._hides = (passing, of), asked, hides
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Word it anew."""
        passing, of = self._numbers
        self.title.say(
            self.tr("Filter: {passing} of {entries}").format(passing=passing, entries=counted.of_entries(of))
        )
        rest = self.tr("others are hidden, their time stays taken")
        if not self._hides:
            rest = self.tr("others are dimmed")
        self.text.say(f"{self._asked} – {rest}")
        self.text.setToolTip("")
        self.change.say(self.tr("Change"))
        self.clear.say(self.tr("Show all"))
        self.setAccessibleName(self.title.words())
