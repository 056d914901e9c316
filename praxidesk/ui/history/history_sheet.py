"""Who changed what: of the whole practice, of a patient or of an entry, newest first."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.history import EntryDeed, HistoryLine
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.history.chain_line import ChainLine
from praxidesk.ui.history.deed_line import deed_line, deed_text
from praxidesk.ui.history.history_filters import HistoryFilters
from praxidesk.ui.history.history_pages import HistoryPages
from praxidesk.ui.history.scope import Scope, Whose
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.footer import Footer, Hint
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.search.found_layout import Block, Kind, Spot
from praxidesk.ui.search.found_line import FoundLine
from praxidesk.ui.search.found_list import FoundList
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket, Told
from praxidesk.worker.questions.held import ParkedEntries

WIDTH = 960
_TALLEST, _SHORTEST = 620, 200
_AROUND = 290
"""Pixels of a window that the list leaves to everything else; without filters and chain fewer."""
_OF_FILTERS = 110
DETAIL_LINES = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistorySheet(Sheet):
    """Arrows go through the deeds, Enter opens the entry or patient; below stands all of the one chosen."""

    entry_wanted = Signal(object)
    """``Entry``: go there."""
    card_wanted = Signal(object)
    """``PatientOnEntry``."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        gateway: Gateway,
        place: tuple[Practice, Zone],
        whose: Whose,
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._gateway = gateway
        self._practice, self._zone = place
        self._whose = whose
        self._opening: Ticket | None = None
        self.title = ToneLabel(theme, self._title(), HEADING, SEMIBOLD).elide()
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        is_whole = whose.scope is Scope.PRACTICE
        self.filters = HistoryFilters(theme, gateway, self._zone) if is_whole else None
        self.chain = ChainLine(theme, gateway, self._zone) if is_whole else None
        self.pages = HistoryPages(gateway, self)
        self.list = FoundList(theme, self._line, inset=6)
        self.detail = ToneLabel(theme, "", SECONDARY)
        self.detail.setWordWrap(True)
        self.detail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build(theme)
        self.list.moved.connect(self._on_moved)
        self.list.taken.connect(self._on_taken)
        self.list.missing.connect(self._on_missing)
        self.pages.changed.connect(self._on_changed)
        self.pages.grown.connect(self._on_grown)
        self.pages.became_late.connect(self._on_late)
        gateway.told.connect(self._on_told)
        self.setAccessibleName(self.title.words())
        self._show_list()
        self._ask()

    def open(self) -> None:
        """Show it; the keys go to the list."""
        super().open()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, paging and Enter are the list's."""
        if event.key() in _ENTER:
            self._open()
        elif not self.list.hears(event):
            super().keyPressEvent(event)
            return
        event.accept()

    def _title(self) -> str:
        if self._whose.scope is Scope.PRACTICE:
            return self.tr("Who changed what")
        return self.tr("History of {name}").format(name=self._whose.name)

    def _build(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 12)
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        column = self.card.column
        column.addLayout(head)
        column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        if self.filters is not None:
            column.addWidget(self.filters)
            column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
            self.filters.changed.connect(self._ask)
        column.addWidget(self.list)
        column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        about = QVBoxLayout()
        about.setContentsMargins(24, 10, 24, 10)
        about.addWidget(self.detail)
        # Room for all of them, so that nothing moves while somebody goes through the list.
        self.detail.setFixedHeight(DETAIL_LINES * self.detail.fontMetrics().lineSpacing() + 2)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(about)
        footer = Footer(theme)
        go = Hint(theme, "↵")
        go.say(self.tr("open", "what a line is about"))
        close = footer.way_out(self.tr("Close"), self.close_sheet)
        footer.row.addWidget(go)
        if self.chain is not None:
            self.listen("Alt+P", self.chain.begin)
            self.closed.connect(self.chain.give_up)
            footer.row.addSpacing(8)
            footer.row.addWidget(self.chain, 1)
        else:
            footer.row.addStretch(1)
        footer.row.addWidget(close)
        column.addWidget(footer)

    def _line(self, spot: Spot) -> FoundLine | None:
        line = self.pages.lines.get(spot.place)
        return deed_line(self._practice, self._zone, line, self._gateway.now()) if line is not None else None

    def _chosen(self) -> HistoryLine | None:
        spot = self.list.chosen()
        return self.pages.lines.get(spot.place) if spot is not None and spot.kind is Kind.DEED else None

    def _show_list(self) -> None:
        page, fault = self.pages.page, self.pages.fault
        blocks: list[Block] = []
        if fault is not None:
            blocks = [
                Block(Kind.TEXT, text=fault_message(fault, None).happened),
                Block(Kind.AGAIN, text=self.tr("Ask again"), aside="↵"),
            ]
        elif page is not None and page.total:
            blocks = [Block(Kind.DEED, page.total)]
        elif page is not None:
            blocks = [Block(Kind.TEXT, text=self.tr("Nothing was changed."))]
        around = _AROUND + (_OF_FILTERS if self.filters is not None else 0)
        tallest = max(_SHORTEST, min(_TALLEST, self._window.height() - around))
        first = Spot(blocks[-1].kind) if blocks and blocks[-1].kind.can_be_chosen else None
        self.list.show_blocks(blocks, first, tallest)
        if self.filters is not None:
            # One height whatever passes: nothing jumps while somebody filters.
            self.list.setFixedHeight(tallest)
        self._show_detail()
        self.follow_content()

    def _show_detail(self) -> None:
        line = self._chosen()
        self.detail.say(deed_text(self._practice, self._zone, line) if line is not None else "")

    def _open(self) -> None:
        spot, line = self.list.chosen(), self._chosen()
        if spot is not None and spot.kind is Kind.AGAIN:
            self.pages.again()
        elif line is not None and isinstance(line.what, EntryDeed):
            self._opening = self._gateway.ask(ParkedEntries((line.what.entry,)))
        elif line is not None and line.patient is not None:
            self.close_sheet()
            self.card_wanted.emit(PatientOnEntry(line.patient, "", line.patient_name, "", None, "", ""))

    @Slot()
    def _ask(self) -> None:
        self.pages.want(self.filters.wanted() if self.filters is not None else self._whose.of)

    @Slot()
    def _on_changed(self) -> None:
        page = self.pages.page
        self.count.say(counted.changes(page.total) if page is not None else "")
        self._show_list()

    @Slot()
    def _on_grown(self) -> None:
        self.list.refresh()
        self._show_detail()

    @Slot()
    def _on_late(self) -> None:
        self.count.say(self.tr("loading …"))

    @Slot(object)
    def _on_moved(self, spot: Spot) -> None:  # noqa: ARG002 (the signal's)
        self._show_detail()
        self.setAccessibleDescription(self.list.accessibleName())

    @Slot(object)
    def _on_taken(self, spot: Spot) -> None:  # noqa: ARG002 (the signal's)
        self._show_detail()
        self._open()

    @Slot(object)
    def _on_missing(self, spot: Spot) -> None:
        if spot.kind is Kind.DEED:
            self.pages.want_line(spot.place)

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._opening and isinstance(told.answer, tuple) and told.answer:
            self._opening = None
            self.close_sheet()
            self.entry_wanted.emit(told.answer[0])
