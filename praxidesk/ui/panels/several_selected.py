"""Several entries selected at once: which they are, and what can be done with all of them."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.ui.actions.action_list import ACTIONS, ActionId, action_texts
from praxidesk.ui.actions.allowed import needs_met_by_all
from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD, TITLE
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.details_face import DetailsFace, KeyOf, Titled
from praxidesk.ui.panels.subject import Subject
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted

_SHOWN = 12
_OFFERED = (
    ActionId.MOVE,
    ActionId.PARK,
    ActionId.ARRIVED,
    ActionId.CHECKED_IN,
    ActionId.FULFILLED,
    ActionId.NOSHOW,
    ActionId.RESTORE,
    ActionId.CANCEL,
)


class SeveralSelected(DetailsFace):
    """Offers only what none of them refuses by its status."""

    def __init__(self, theme: Theme, key_of: KeyOf) -> None:
        super().__init__(theme, key_of)
        self.title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self.title.setWordWrap(True)
        self.when = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.when.setWordWrap(True)
        self._names = QWidget()
        self._grid = QGridLayout(self._names)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[tuple[str, str], ...] = ()
        specs = {spec.id: spec for spec in ACTIONS}
        self._needs = {each: specs[each].needs for each in _OFFERED}
        self.buttons = {each: KeyButton(theme, icon=specs[each].icon) for each in _OFFERED}
        actions = QWidget()
        rows = QGridLayout(actions)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(4)
        for row, (action, button) in enumerate(self.buttons.items()):
            button.setObjectName(action)
            button.clicked.connect(self._on_clicked)
            rows.addWidget(button, row, 0)
        self._actions = Titled(theme, actions)
        column = self.scrolled()
        column.addWidget(self.title)
        column.addWidget(self.when)
        column.addSpacing(8)
        column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        column.addSpacing(8)
        column.addWidget(self._names)
        column.addWidget(self._actions)
        column.addStretch(1)

    def show_subject(self, subject: Subject) -> None:
        """Show all that are selected, by start."""
        entries = sorted(subject.entries, key=lambda each: (each.starts_at, each.id))
        if not entries:
            return
        self.title.say(counted.selected(len(entries)))
        first, last = (subject.zone.day_of(each.starts_at) for each in (entries[0], entries[-1]))
        self.when.say(
            dates.short_day(first)
            if first == last
            else self.tr("{first} to {last}").format(first=dates.short_day(first), last=dates.short_day(last))
        )
        self._list(tuple(self._line(subject, each, one_day=first == last) for each in entries))
        met = needs_met_by_all(subject.practice, entries)
        for action, button in self.buttons.items():
            button.setVisible(self._needs[action] in met)
        self._actions.setVisible(any(need in met for need in self._needs.values()))

    def retranslate(self) -> None:
        """Word it anew."""
        self._actions.say(self.tr("With all of them"))
        texts = action_texts()
        for action, button in self.buttons.items():
            button.say(texts[action], self.key_of(action))

    def _line(self, subject: Subject, entry: Entry, *, one_day: bool) -> tuple[str, str]:
        clock = dates.clock(subject.zone, entry.starts_at)
        day = dates.day_month(subject.zone.day_of(entry.starts_at))
        return clock if one_day else f"{day} {clock}", words.entry_name(subject.practice, entry)

    def _list(self, lines: tuple[tuple[str, str], ...]) -> None:
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._grid)
        fits = len(lines) <= _SHOWN
        for row, (time, name) in enumerate(lines if fits else lines[: _SHOWN - 1]):
            when, label = ToneLabel(self._theme, time, tone=Tone.SECOND), ToneLabel(self._theme, name)
            self._grid.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label.elide(), row, 1)
        if not fits:
            more = counted.and_more(len(lines) - _SHOWN + 1)
            self._grid.addWidget(ToneLabel(self._theme, more, tone=Tone.SECOND), _SHOWN, 1)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.action_wanted.emit(ActionId(button.objectName()))
