"""The print dialog: what, of when and of whom at the left, the pages as they will be at the right."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.printing import paper_doors
from praxidesk.ui.printing.job import Offer, PrintKind
from praxidesk.ui.printing.page_preview import PagePreview
from praxidesk.ui.printing.paper_doors import NoPrinter
from praxidesk.ui.printing.pdf_file import pdf_bytes
from praxidesk.ui.printing.press import Press
from praxidesk.ui.printing.print_options import PrintOptions
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.whole_file import save_whole
from praxidesk.ui.wording.counted import counted
from praxidesk.worker.gateway import Gateway

WIDEST, _NARROWEST = 1160, 700
_TALLEST, _LOWEST = 940, 240
_AROUND = 150
"""Height of all that is above and below the preview, with the margins of the sheet."""
_FAULT = 52
"""Height of two lines on what went wrong."""


class Output(Enum):
    """Where pages go."""

    PRINTER = "printer"
    PDF = "pdf"


class PrintSheet(Sheet):
    """Enter prints, Ctrl+S saves a PDF, Page Up and Page Down turn the pages."""

    done = Signal(object)
    """``str``: what was printed or saved."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        gateway: Gateway,
        place: tuple[Practice, Zone],
        offer: Offer,
    ) -> None:
        super().__init__(window, theme, _width(window))
        self._wanted: Output | None = None
        practice, zone = place
        self.press = Press(gateway, practice, zone, self)
        today = zone.day_of(gateway.now())
        self.options = PrintOptions(theme, practice, today, offer)
        self.preview = PagePreview(theme)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.count = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.zoom = Segments(2)
        self.zoom.say([self.tr("Whole page"), self.tr("Page width")])
        self.zoom.set_compact(compact=True)
        self.zoom.choose(0)
        self.zoom.chosen.connect(self._on_zoom)
        self.earlier, self.later = QToolButton(), QToolButton()
        self.fault = ToneLabel(theme, "", BASE, REGULAR, Tone.DANGER)
        self.fault.setWordWrap(True)
        self.fault.setFixedHeight(_FAULT)
        self.fault.hide()
        self._build(theme)
        self.press.document_set.connect(self._on_document)
        self.press.went_wrong.connect(self._on_went_wrong)
        self.press.lateness.changed.connect(self._on_late)
        self.options.changed.connect(self._on_changed)
        self.listen("Ctrl+P", self._on_print)
        self.listen("Ctrl+S", self._on_save)
        self.listen("PgUp", self._on_earlier, repeats=True)
        self.listen("PgDown", self._on_later, repeats=True)
        self.listen("Ctrl++", self._on_widen)
        self.listen("Ctrl+=", self._on_widen)
        self.listen("Ctrl+-", self._on_shrink)
        self.setAccessibleName(self.tr("Print"))
        self.press.want(offer.job)
        self._follow()

    def open(self) -> None:
        """Show it; the kinds of sheet have the keys."""
        super().open()
        self.options.focus()

    def set_theme(self, theme: Theme) -> None:
        """Tint the arrows too."""
        super().set_theme(theme)
        self._tint(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window has room for."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter prints, or does what the button says that has the focus; a field has read it before."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            is_button = isinstance(focused, KeyButton | QToolButton) and self.isAncestorOf(focused)
            if is_button and isinstance(focused, QAbstractButton):
                focused.click()
            else:
                self._on_print()
            event.accept()
            return
        super().keyPressEvent(event)

    def _build(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 16, 12)
        head.setSpacing(8)
        head.addWidget(ToneLabel(theme, self.tr("Print"), HEADING, SEMIBOLD))
        head.addStretch(1)
        head.addWidget(self.count)
        for button, name in ((self.earlier, self.tr("Page before")), (self.later, self.tr("Next page"))):
            dress(button, ButtonKind.QUIET)
            button.setAccessibleName(name)
        self.earlier.setToolTip(plain_tooltip(self.tr("Page before (Page Up)")))
        self.later.setToolTip(plain_tooltip(self.tr("Next page (Page Down)")))
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        head.addWidget(self.zoom)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.options)
        middle.addWidget(Rule(theme, Qt.Orientation.Vertical))
        middle.addWidget(self.preview, 1)
        self._middle = QWidget()
        self._middle.setLayout(middle)
        wrong = QVBoxLayout()
        wrong.setContentsMargins(24, 0, 24, 0)
        wrong.addWidget(self.fault)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.card.column.addWidget(self._middle)
        self.card.column.addLayout(wrong)
        self.card.column.addWidget(self._footer(theme))
        self._tint(theme)
        self._fit()

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        cancel = footer.way_out(self.tr("Cancel"), self.close_sheet)
        self.save = KeyButton(theme, key=self.tr("Ctrl+S"))
        self.save.say(self.tr("Save as PDF …"))
        self.save.clicked.connect(self._on_save)
        self.print = footer.way_on(self.tr("Print …"), self._on_print)
        footer.row.addWidget(cancel)
        footer.row.addStretch(1)
        footer.row.addWidget(self.save)
        footer.row.addWidget(self.print)
        return footer

    def _tint(self, theme: Theme) -> None:
        self.earlier.setIcon(icon(Icon.CHEVRON_LEFT, theme))
        self.later.setIcon(icon(Icon.CHEVRON_RIGHT, theme))

    def _fit(self) -> None:
        self.card.setFixedWidth(_width(self._window))
        told = _FAULT if self.fault.isVisibleTo(self) else 0
        room = self._window.height() - _AROUND - told
        self._middle.setFixedHeight(max(_LOWEST, min(_TALLEST, room)))

    def _follow(self) -> None:
        """Buttons and the count say what there is."""
        document = self.press.document
        is_there = document is not None and document.count > 0
        self.print.setEnabled(is_there or self.press.is_busy)
        self.save.setEnabled(is_there or self.press.is_busy)
        pages = document.count if document is not None else 0
        number = self.preview.number()
        self.earlier.setEnabled(is_there and number > 0)
        self.later.setEnabled(is_there and number + 1 < pages)
        text = self.tr("Page {number} of {count}").format(number=number + 1, count=pages)
        self.count.say(text if is_there else "")

    def _say_fault(self, text: str) -> None:
        self.fault.say(text)
        self.fault.setVisible(bool(text))
        self._fit()
        self.follow_content()

    def _turn(self, step: int) -> None:
        self.preview.turn_to(self.preview.number() + step)
        self._follow()

    def _put_out(self, output: Output) -> None:
        """Send the pages off as soon as they are there."""
        if self.press.is_busy:
            self._wanted = output
            return
        self._wanted = None
        if self.press.document is None:
            return
        self._say_fault("")
        if output is Output.PRINTER:
            self._print()
        else:
            self._save()

    def _print(self) -> None:
        document = self.press.document
        if document is None:
            return
        try:
            printer = paper_doors.choose_printer(self, document)
        except NoPrinter:
            self._say_fault(
                self.tr(
                    "Nothing was printed: no printer is set up on this computer. "
                    "Set one up, or save a PDF instead."
                )
            )
            return
        if printer is None:
            return
        if not paper_doors.print_document(document, printer, self.press.stamp()):
            self._say_fault(
                self.tr("Not everything was printed: the printer did not take it. Check it and print again.")
            )
            return
        text = self.tr("Sent to the printer: {title}, {pages}")
        self._end(text.format(title=document.title, pages=counted.pages(document.count)))

    def _save(self) -> None:
        document = self.press.document
        file = paper_doors.choose_file(self, document.title) if document is not None else None
        if document is None or file is None:
            return
        try:
            save_whole(file, pdf_bytes(document, self.press.stamp()))
        except OSError as error:
            self._say_fault(paper_doors.saving_fault(error, file))
            return
        text = self.tr("Saved: {file}, {pages}")
        self._end(text.format(file=file.name, pages=counted.pages(document.count)))

    def _end(self, text: str) -> None:
        self.close_sheet()
        self.done.emit(text)

    @Slot()
    def _on_changed(self) -> None:
        self._wanted = None
        self._say_fault("")
        self.press.want(self.options.job)
        self._follow()

    @Slot()
    def _on_document(self) -> None:
        document = self.press.document
        if document is not None and document.count:
            self.preview.show_document(document, self.press.stamp())
        else:
            self.preview.show_message(self._why_nothing())
        self._follow()
        if self._wanted is not None:
            self._put_out(self._wanted)

    def _why_nothing(self) -> str:
        if self.press.is_gone:
            return self.tr("This entry is no longer there.")
        job = self.options.job
        if job.kind is PrintKind.RECALL:
            if job.type is None:
                return self.tr("This practice has no types of appointment yet.")
            return self.tr("Choose a first day that is not behind the last.")
        return self.tr("Choose at the left whom to print.")

    @Slot(object)
    def _on_late(self, late: bool) -> None:
        if late and self.press.document is None:
            self.preview.show_message(self.tr("Loading …"))

    @Slot(object)
    def _on_went_wrong(self, text: str) -> None:
        self._wanted = None
        self.preview.show_message(text)
        self._follow()

    @Slot(object)
    def _on_zoom(self, place: int) -> None:
        self.preview.set_wide(place == 1)

    def _on_print(self) -> None:
        self._put_out(Output.PRINTER)

    def _on_save(self) -> None:
        self._put_out(Output.PDF)

    def _on_earlier(self) -> None:
        self._turn(-1)

    def _on_later(self) -> None:
        self._turn(1)

    def _on_widen(self) -> None:
        self.zoom.choose(1)
        self.preview.set_wide(True)

    def _on_shrink(self) -> None:
        self.zoom.choose(0)
        self.preview.set_wide(False)


def _width(window: QWidget) -> int:
    return max(_NARROWEST, min(WIDEST, window.width() - 32))
