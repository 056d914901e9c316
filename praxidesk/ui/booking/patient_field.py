"""The patient of a booking: searched as one types, or new."""

from collections.abc import Callable
from datetime import date
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.requests import NewPatient
from praxidesk.engine.typed_booking import read
from praxidesk.engine.typed_names import Vocabulary
from praxidesk.engine.typed_values import Reading
from praxidesk.ui.booking.new_patient import NewPatientFields
from praxidesk.ui.booking.patient_offers import Offer, Way, offers
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.popup import Popup
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Choices
from praxidesk.ui.wording import dates, words
from praxidesk.worker.messages import PatientsFound

SEARCH_DELAY_MS = 60
SHOWN = 6
_NAME_WIDTH = 280
"""Leaves room for the birth date and the number, which tell two of one name apart."""
_LINE = 36


class Page(Enum):
    """Which face the field shows."""

    SEARCH = 0
    CHOSEN = 1
    NEW = 2


class PatientField(QWidget):
    """Arrows choose among those found; Enter takes; the last line is a new patient of the typed name.

    What is hardly a name but a whole wish is offered as a booking in one line, before it could become a name.
    """

    search_wanted = Signal(object)
    """``str``."""
    chosen = Signal(object)
    """``PatientOnEntry | NewPatient | None``."""
    finished = Signal()
    """The patient is settled: the focus may go on."""
    line_wanted = Signal(object, object)
    """``str``, ``bool``: this is a booking in one line; whether its patient is new."""

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._offers: tuple[Offer, ...] = ()
        self._vocabulary: Vocabulary | None = None
        self._ground: QWidget | None = None
        self._pages = QStackedWidget()
        self.search = QLineEdit()
        self.search.setFont(HEADING.font())
        self.search.setMinimumHeight(40)
        self.search.setMaxLength(200)
        self.search.setTextMargins(26, 0, 0, 0)
        self._glass = QLabel(self.search)
        self._glass.setGeometry(12, 12, 16, 16)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.results = Choices(theme, _LINE, framed=False)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.popup = Popup(theme, self.results, self)
        self._name = ToneLabel(theme, "", HEADING, SEMIBOLD)
        self._about = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND).elide()
        self._other = KeyButton(theme, ButtonKind.QUIET)
        self.new = NewPatientFields(theme, self._today)
        self._build()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SEARCH_DELAY_MS)
        self._delay.timeout.connect(self._on_delay)
        self.search.installEventFilter(self)
        self.search.textEdited.connect(self._on_typed)
        self.results.taken.connect(self._on_taken)
        self._other.clicked.connect(self.search_again)
        self.new.changed.connect(self._on_new_changed)
        self.new.given_up.connect(self.search_again)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Tint the glass."""
        self._glass.setPixmap(pixmap(Icon.SEARCH, theme.text2, 16, self.devicePixelRatioF()))

    def offer_on(self, ground: QWidget) -> None:
        """Where the people found are shown: something larger than the field."""
        self._ground = ground

    def read_lines(self, vocabulary: Vocabulary) -> None:
        """What is typed may be a booking in one line, in these words."""
        self._vocabulary = vocabulary

    def show_patient(self, patient: PatientOnEntry | NewPatient | None) -> None:
        """Show who is chosen; tells nobody."""
        if isinstance(patient, PatientOnEntry):
            self._name.say(
                self._name.fontMetrics().elidedText(
                    words.patient_name(patient), Qt.TextElideMode.ElideRight, _NAME_WIDTH
                )
            )
            born = [dates.birth_date(patient.birth_date)] if patient.birth_date else []
            self._about.say(" · ".join([*born, patient.number, *([patient.phone] if patient.phone else [])]))
            self._turn(Page.CHOSEN)
        elif isinstance(patient, NewPatient):
            self.new.show_patient(patient)
            self._turn(Page.NEW)
        else:
            self._turn(Page.SEARCH)

    @Slot(object)
    def show_found(self, answer: PatientsFound) -> None:
        """Offer the best of these, say how many there are, and offer a new patient."""
        text = self.search.text().strip()
        if not text or self._page() is not Page.SEARCH:
            return
        lines = offers(text, answer.patients[:SHOWN], answer.total, self._reading(text))
        self._offers = tuple(offer for offer, _ in lines)
        self.results.show_lines([line for _, line in lines], 0)
        self.popup.drop(self._ground or self.window())

    def page(self) -> Page:
        """Which face is shown."""
        return self._page()

    def begin_new(self) -> None:
        """A new patient with what is typed as the name; the rest of a whole wish goes along."""
        self.popup.hide()
        text = self.search.text()
        reading = self._reading(text)
        if reading is not None and reading.is_booking:
            self.line_wanted.emit(text, True)
            return
        self._begin_named(text)

    def _begin_named(self, name: str) -> None:
        self.popup.hide()
        self.new.begin(name)
        self._turn(Page.NEW)
        self.new.focus()
        self._on_new_changed()

    def begin_new_named(self, typed: str) -> None:
        """A new patient of this name."""
        self.search.setText(typed)
        self._begin_named(typed)

    def begin_typing(self, text: str) -> None:
        """Go on with what somebody has begun to type elsewhere."""
        self.search.setFocus()
        self.search.clear()
        self.search.insert(text)

    @Slot()
    def search_again(self) -> None:
        """Choose somebody else."""
        self.chosen.emit(None)
        self._turn(Page.SEARCH)
        self.search.setFocus()
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Escape while people are offered."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Word it anew."""
        self.search.setPlaceholderText(self.tr("Patient: name, birth date, number or phone"))
        self.search.setAccessibleName(self.tr("Patient"))
        self._other.say(self.tr("Somebody else"))

    def _build(self) -> None:
        chosen = QWidget()
        row = QHBoxLayout(chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._name)
        row.addWidget(self._about, 1)
        row.addWidget(self._other)
        for page in (self.search, chosen, self.new):
            self._pages.addWidget(page)
        self._pages.setFixedHeight(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._pages)

    def _page(self) -> Page:
        return Page(self._pages.currentIndex())

    def _turn(self, page: Page) -> None:
        self._pages.setCurrentIndex(page.value)
        if page is not Page.SEARCH:
            self.popup.hide()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.begin_new()
            return True
        if self.popup.isHidden():
            return False
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.results.step(1 if key == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_taken(max(0, self.results.current()))
            case Qt.Key.Key_Tab if self._offers[:1] not in ((), (Way.NEW,)):
                self._on_taken(max(0, self.results.current()))
            case Qt.Key.Key_Escape:
                self.popup.hide()
            case _:
                return False
        return True

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if text.strip():
            self._delay.start()
        else:
            self._delay.stop()
            self.popup.hide()

    @Slot()
    def _on_delay(self) -> None:
        self.search_wanted.emit(self.search.text().strip())

    @Slot(object)
    def _on_taken(self, index: int) -> None:
        patient = self._offers[index]
        if patient is Way.LINE:
            self.popup.hide()
            self.line_wanted.emit(self.search.text(), False)
            return
        if patient is Way.NEW:
            # Chosen knowingly, beside the other reading: all of it is the name.
            self._begin_named(self.search.text())
            return
        self.show_patient(patient)
        self.chosen.emit(patient)
        self.finished.emit()

    def _reading(self, text: str) -> Reading | None:
        return read(text, self._vocabulary, self._today()) if self._vocabulary is not None else None

    @Slot()
    def _on_new_changed(self) -> None:
        self.chosen.emit(self.new.patient())
