"""What two desks have changed of the same settings, beside each other, to be chosen field by field."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.history import HistoryLine, RowDeed
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.practice_draft import PracticeRow
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.history.last_saver import saver_text
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.other_desks.stale_states import Field, StateRow
from praxidesk.ui.overlays.state_grid import StateGrid
from praxidesk.ui.practice_settings.draft_rows import Chosen, Clashes, RowClash
from praxidesk.ui.practice_settings.row_merge import differences
from praxidesk.ui.practice_settings.setting_words import Page, page_name
from praxidesk.ui.practice_settings.value_words import place_name, value_text
from praxidesk.ui.rules.rule_names import rule_name, severity_name

translate = QCoreApplication.translate


class ClashPage(QWidget):
    """A heading and a grid for each row that both have changed; theirs stays where nothing is chosen."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.clashes = Clashes()
        self.grids: list[StateGrid] = []
        self._states: tuple[StateRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.about = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.about.setWordWrap(True)
        inside = Surface(theme, "raised")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(8)
        self.area = FittingScroll(inside)
        self.all_theirs, self.all_ours = (KeyButton(theme, ButtonKind.QUIET) for _ in range(2))
        self.all_theirs.say(self.tr("All as saved"))
        self.all_ours.say(self.tr("All of mine"))
        both = QHBoxLayout()
        for button in (self.all_theirs, self.all_ours):
            both.addWidget(button)
        both.addStretch(1)
        column.addWidget(self.about)
        column.addWidget(self.area, 1)
        column.addLayout(both)
        self.all_theirs.clicked.connect(self._on_all_theirs)
        self.all_ours.clicked.connect(self._on_all_ours)

    def show_clashes(self, clashes: Clashes, rows: Iterable[PracticeRow]) -> None:
        """Show these; what was chosen of the same three states stays chosen.

        :param rows: all of the practice, to call them by their names
        """
        chosen: frozenset[Field] = self.chosen()
        known = {state.field: state for state in self._states if state.field in chosen}
        self.clashes, self._states = clashes, tuple[StateRow, ...]()
        names = {row.code: row.name for row in rows}
        clear(self._rows)
        self.grids = []
        for row in clashes.rows:
            self._add(row.theirs.name, _row_states(row, names))
        if clashes.rules:
            self._add(page_name(Page.RULES), _rule_states(clashes))
        self._rows.addStretch(1)
        same = [state.field for state in self._states if known.get(state.field) == state]
        for grid in self.grids:
            grid.take(same)
        widest = max(grid.names_width for grid in self.grids)
        for grid in self.grids:
            grid.align(widest)
        self.about.say(
            self.tr(
                "What both have changed stays as it is saved unless you choose yours;"
                " everything else goes together."
            )
        )

    def say_savers(self, practice: Practice, zone: Zone, lines: Sequence[HistoryLine], now: int) -> None:
        """Who saved each row last, and when, where the journal's newest lines tell."""
        for row, grid in zip(self.clashes.rows, self.grids, strict=False):
            line = next((each for each in lines if _is_about(practice, each, row)), None)
            if line is not None:
                grid.say_saver(saver_text(zone, line, now))

    def chosen(self) -> frozenset[Chosen]:
        """Of what ours is to be taken."""
        return frozenset(field for grid in self.grids for field in grid.chosen())  # type: ignore[misc]

    def _add(self, heading: str, states: tuple[StateRow, ...]) -> None:
        self._states += states
        grid = StateGrid(self._theme, states)
        grid.chosen_changed.connect(self.chosen_changed)
        self.grids.append(grid)
        self._rows.addWidget(ToneLabel(self._theme, heading, BASE, SEMIBOLD))
        self._rows.addWidget(grid)

    @Slot()
    def _on_all_theirs(self) -> None:
        for grid in self.grids:
            grid.take_theirs()

    @Slot()
    def _on_all_ours(self) -> None:
        for grid in self.grids:
            grid.take_ours()


def clash_text(clashes: Clashes) -> str:
    """What both desks have changed, in one line; empty where nothing is."""
    said = [_both_changed(row) for row in clashes.rows] + [rule_name(each.kind) for each in clashes.rules]
    if not said:
        return ""
    text = translate(
        "settings", "Changed at another desk meanwhile: {names}. What you save is shown beside it first."
    )
    return text.format(names="; ".join(said))


_SITES_OWN = frozenset({"weekly_window", "day_exception", "absence", "local_holiday"})
"""Rows that have no name of their own, and belong to the site where they belong to nobody."""


def _is_about(practice: Practice, line: HistoryLine, row: RowClash) -> bool:
    if not isinstance(line.what, RowDeed):
        return False
    actor = practice.actor_ids.get(row.theirs.code)
    if isinstance(row.theirs, Actor | Group):
        return actor is not None and line.what.actor == actor
    if line.what.actor is not None:
        return False
    if isinstance(row.theirs, Site) and line.what.subject in _SITES_OWN:
        return True  # those of people and things name them
    return line.what.name in {row.theirs.name, row.before.name}


def _both_changed(row: RowClash) -> str:
    found = differences(row.before, row.ours, row.theirs)
    fields = [place_name(each.place, row.theirs) for each in found if each.is_clash]
    return f"{row.theirs.name} ({', '.join(fields)})"


def _row_states(row: RowClash, names: dict[str, str]) -> tuple[StateRow, ...]:
    return tuple(
        StateRow(
            place_name(each.place, row.theirs),
            value_text(each.place, each.theirs, names),
            value_text(each.place, each.ours, names),
            value_text(each.place, each.was, names),
            (row.handle, each.place),
        )
        for each in differences(row.before, row.ours, row.theirs)
    )


def _rule_states(clashes: Clashes) -> tuple[StateRow, ...]:
    return tuple(
        StateRow(
            rule_name(each.kind),
            severity_name(each.theirs),
            severity_name(each.ours),
            severity_name(each.was),
            each.kind,
        )
        for each in clashes.rules
    )
