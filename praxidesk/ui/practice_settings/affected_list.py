"""The coming entries that a change would leave where they cannot be."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import DraftEffects
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.choices import Choices
from praxidesk.ui.rules.breach_lines import LINE, breach_line
from praxidesk.ui.wording.conflict_wording import ConflictWording

_WHO, _WHY = 150, 350


class AffectedList(QWidget):
    """A sentence that counts them, and a line for each; scrolls where there are many."""

    def __init__(self, theme: Theme, practice: Practice, zone: Zone) -> None:
        super().__init__()
        self._practice, self._zone = practice, zone
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.count = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.count.setWordWrap(True)
        self.about = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.about.setWordWrap(True)
        self.choices = Choices(theme, LINE, framed=False)
        inside = Surface(theme, "raised")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.choices)
        self.area = FittingScroll(inside)
        column.addWidget(self.count)
        column.addWidget(self.about)
        column.addWidget(self.area, 1)
        self.choices.moved.connect(self._on_moved)

    def show_effects(self, effects: DraftEffects) -> None:
        """Show these."""
        shown = [each.entry for each in effects.breaches]
        wording = ConflictWording(self._practice, self._zone, shown)
        self.choices.show_lines(
            [
                breach_line(self._practice, self._zone, wording, each, who=_WHO, why=_WHY)
                for each in effects.breaches
            ],
            0 if shown else -1,
        )
        count = self.tr("%n entry(s) would be affected.", "", effects.count)
        if not effects.is_complete:
            number = QLocale().toString(effects.count)
            count = self.tr("More than {number} entries would be affected.").format(number=number)
        self.count.say(count)
        about = self.tr(
            "They stay as they are, and are listed as breaking a rule until somebody moves them. "
            "The coming twelve months were looked at."
        )
        more = effects.count - len(effects.breaches)
        if more:
            beyond = self.tr("The list shows the first {shown}.").format(shown=len(effects.breaches))
            about = f"{about} {beyond}"
        self.about.say(about)

    def _on_moved(self, index: int) -> None:
        rect = self.choices.rect_of(index)
        self.area.ensureVisible(0, rect.center().y(), 0, LINE)
