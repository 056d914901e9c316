"""From a typed line to a booking: reads it at every key, asks for patients and times, waits for neither.

Nothing is booked that was not on the screen when Enter was pressed. Enter before the answer waits for it; if
the answer is what had been shown already, it is booked, else shown, to be confirmed by another Enter.
"""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.offerings import Combination
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import NewPatient
from praxidesk.engine.spelling import folded
from praxidesk.engine.typed_booking import read
from praxidesk.engine.typed_names import Vocabulary
from praxidesk.engine.typed_tokens import tokens_of
from praxidesk.engine.typed_values import Meaning
from praxidesk.engine.vocabulary import Ranking
from praxidesk.ui.booking.draft import Draft
from praxidesk.ui.booking.line_draft import drafted
from praxidesk.ui.booking.line_state import LineState
from praxidesk.ui.booking.session import DELAY_MS, BookingSession
from praxidesk.ui.booking.state import BookingState
from praxidesk.ui.booking.store_back import StoreBack
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.messages import Failed, PatientsFound, Ticket

_Promise = tuple[object, ...] | None
"""What Enter would book: for whom, what, when, with whom."""


class LineTalk(QObject):
    """Holds the line's state; the session holds what comes of it."""

    changed = Signal(object)
    """``LineState``."""
    combination_wanted = Signal(object)
    """``Combination``: for the patient of the session's draft."""
    newcomer_wanted = Signal(object)
    """``str``: the fields of a new patient shall open with this."""

    def __init__(self, practice: Practice, session: BookingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gateway = session.gateway
        self._gateway = gateway
        self._practice = practice
        self._session = session
        self.vocabulary = Vocabulary.of(practice)
        self._state = LineState(session.state.draft)
        self._meant: dict[int, Meaning] = {}
        self._others: tuple[tuple[int, Meaning], ...] = ()
        """Of the line as it would be read without anything chosen."""
        self._asked = ""
        """The words that ``found`` is the answer to."""
        self._ticket: Ticket | None = None
        self._namesakes: Ticket | None = None
        self._shown: _Promise = None
        self._is_on = False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._on_delay)
        session.changed.connect(self._on_session_changed)
        session.watch.changed.connect(self._on_patient_changed)
        gateway.patients_found.connect(self._on_found)
        gateway.failed.connect(self._on_failed)
        self._back = StoreBack(gateway, self)
        self._back.came.connect(self._look_again)

    @property
    def state(self) -> LineState:
        """What holds now."""
        return self._state

    def begin(self, base: Draft, *, keeps_service: bool = False) -> None:
        """Read the line over this draft from now on."""
        self._is_on = True
        self._state = replace(self._state, base=base, keeps_service=keeps_service)
        self.type(self._state.text)

    def leave(self) -> None:
        """The fields take over: answers for the line no longer count."""
        self._is_on = False
        self._delay.stop()
        self._ticket = self._namesakes = None
        self._state = replace(self._state, is_waiting=False, asks_again=False)

    def clear(self) -> None:
        """An empty line: what it had said stands in the draft now."""
        self._asked = ""
        self._meant = {}
        self._state = LineState(self._state.base)

    def type(self, text: str) -> None:
        """The line is another one now: what was found for the old one can no longer be booked."""
        before, after = tokens_of(self._state.text), tokens_of(text)
        self._meant = {
            place: meaning
            for place, meaning in self._meant.items()
            if place < len(after) and place < len(before) and before[place].text == after[place].text
        }
        self._state = replace(self._state, text=text, needs_patient=False, asks_again=False, error="")
        self._read()
        words = " ".join(self._state.reading.patient)
        # From the first letter on: nobody is told to be unknown who was not asked for yet.
        is_asked = bool(words) and (words != self._asked or self._ticket is not None)
        self._state = replace(self._state, is_searching=is_asked and not self._state.is_new)
        self._session.hold()
        self._delay.start()
        self._tell()

    def other(self) -> bool:
        """The next patient that fits, then the next meaning of a doubtful word; whether there is one."""
        state = self._state
        if state.chosen + 1 < len(state.found) and not state.is_new:
            self._choose(state.chosen + 1)
            return True
        if not self._others and len(state.found) < 2:
            return False
        if not self._others:
            self._choose(0)
            return True
        options: list[dict[int, Meaning]] = [{}, *({place: meaning} for place, meaning in self._others)]
        here = options.index(self._meant) if self._meant in options else 0
        self._meant = options[(here + 1) % len(options)]
        self._state = replace(self._state, chosen=0)
        self._read()
        self._session.hold()
        self._on_delay()
        return True

    def enter(self) -> None:
        """Do what the button says, or wait for what it will say."""
        if self._state.is_waiting or self._session.state.saving:
            return
        if self.is_settled():
            self._act()
        else:
            self._state = replace(self._state, is_waiting=True, asks_again=False)
            self._tell()

    def begin_new(self) -> None:
        """A new patient of the name typed."""
        state = self._state
        born = [f"{state.reading.born:%d.%m.%Y}"] if state.reading.born is not None else []
        self._state = replace(state, is_new=True, newcomer=None, needs_patient=False)
        self.newcomer_wanted.emit(" ".join([*state.reading.names, *born]))
        self._tell()

    @Slot(object)
    def take_newcomer(self, patient: NewPatient | None) -> None:
        """What the fields of the new patient say now."""
        if not self._state.is_new:
            return
        self._state = replace(self._state, newcomer=patient, namesakes=())
        self._namesakes = None
        if patient is not None and patient.given:
            self._namesakes = self._gateway.search_patients(f"{patient.family} {patient.given}")
        self._settle()

    def take_namesake(self) -> None:
        """Not new after all: the first who is known by the name."""
        known = self._state.namesakes
        if known:
            self._state = replace(
                self._state,
                is_new=False,
                newcomer=None,
                found=known,
                total=len(known),
                namesakes=(),
                chosen=0,
            )
            self._settle()

    def give_up_new(self) -> None:
        """Back to the line."""
        self._state = replace(self._state, is_new=False, newcomer=None, namesakes=())
        self._settle()

    def today(self) -> date:
        """The practice's date."""
        return self._session.today()

    def _read(self) -> None:
        plain = read(self._state.text, self.vocabulary, self.today())
        self._others = plain.others
        reading = read(self._state.text, self.vocabulary, self.today(), self._meant) if self._meant else plain
        options: list[dict[int, Meaning]] = [{}, *({place: meaning} for place, meaning in self._others)]
        here = options.index(self._meant) if self._meant in options else 0
        following = options[(here + 1) % len(options)]
        other, word = None, ""
        words = tokens_of(self._state.text)
        for place in following or self._meant:
            other = following.get(place) or next(
                (each.meaning for each in plain.pieces if place in each.places), None
            )
            word = words[place].text
        self._state = replace(self._state, reading=reading, other=other, other_word=word)

    def _choose(self, index: int) -> None:
        self._state = replace(self._state, chosen=index, needs_patient=False)
        self._settle()

    @Slot()
    def _on_delay(self) -> None:
        self._delay.stop()
        words = " ".join(self._state.reading.patient)
        if words == self._asked or self._state.is_new:
            self._settle()
            return
        self._asked = words
        if not words:
            self._ticket = None
            self._state = replace(self._state, found=(), total=0, chosen=0, is_searching=False)
            self._settle()
            return
        self._ticket = self._gateway.search_patients(words)
        self._state = replace(self._state, is_searching=True)
        self._tell()

    @Slot(object)
    def _on_found(self, answer: PatientsFound) -> None:
        if answer.ticket == self._namesakes:
            self._namesakes = None
            self._state = replace(self._state, namesakes=_namesakes(self._state.newcomer, answer.patients))
            self._tell()
        if answer.ticket != self._ticket:
            return
        self._ticket = None
        found = answer.patients
        before = self._state.patient if self._state.found else None
        chosen = next((at for at, each in enumerate(found) if each == before), 0)
        self._state = replace(self._state, found=found, total=answer.total, chosen=chosen, is_searching=False)
        if not found and not self._meant and self._read_otherwise():
            return
        self._settle()

    @Slot(object)
    def _on_patient_changed(self, present: PatientOnEntry) -> None:
        """Called otherwise by now: the one chosen stays."""
        state = self._state
        found = tuple(present if each.id == present.id else each for each in state.found)
        of_base = state.base.patient
        is_of_base = isinstance(of_base, PatientOnEntry) and of_base.id == present.id
        base = replace(state.base, patient=present) if is_of_base else state.base
        self._state = replace(state, found=found, base=base)
        self._tell()

    def _read_otherwise(self) -> bool:
        """Nobody is called so: a word of the patient's that may be something else is that."""
        for place, meaning in self._others:
            is_patient = any(
                place in each.places and each.meaning is Meaning.PATIENT
                for each in self._state.reading.pieces
            )
            if is_patient and meaning is not Meaning.PATIENT:
                self._meant = {place: meaning}
                self._read()
                self._on_delay()
                return True
        return False

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket is not None and failed.ticket == self._ticket:
            self._ticket = None
            self._asked = ""
            message = fault_message(failed.fault, None).text
            self._state = replace(self._state, is_searching=False, found=(), error=message, is_waiting=False)
            self._settle()

    @Slot()
    def _look_again(self) -> None:
        """For whom nobody could look before."""
        if self._is_on and self._state.error:
            self._state = replace(self._state, error="")
            self._on_delay()

    def _settle(self) -> None:
        """Everything of the line is known: ask when it could be."""
        if not self._is_on:
            return
        state = self._state
        draft = drafted(
            self._practice,
            state.base,
            state.reading,
            state.patient,
            self.today(),
            keeps_service=state.keeps_service,
        )
        if state.patient is None and state.reading.patient:
            draft = replace(draft, patient=None)
        self._session.rank(state.reading.ranking or Ranking.EARLIEST)
        self._session.look(draft)
        self._tell()

    def is_settled(self) -> bool:
        """Whether all is shown that the line asks for."""
        booking = self._session.state
        is_asked = self._ticket is not None or self._delay.isActive()
        return not (is_asked or booking.checking or booking.searching)

    @Slot(object)
    def _on_session_changed(self, state: BookingState) -> None:
        if not self._is_on or not self.is_settled() or state.saving:
            return
        promise = _promise(state)
        if self._state.is_waiting:
            is_seen = promise is not None and promise == self._shown
            self._state = replace(
                self._state, is_waiting=False, asks_again=not is_seen and promise is not None
            )
            self._shown = promise
            if is_seen or promise is None:
                self._act()
                return
            self._tell()
        self._shown = promise

    def _act(self) -> None:
        """Do what Enter means for what is on the screen."""
        state, booking = self._state, self._session.state
        self._state = replace(state, asks_again=False)
        combination = self._combination()
        if state.error:
            self._look_again()
        elif booking.draft.patient is None:
            if state.is_unknown:
                self.begin_new()
            else:
                self._state = replace(self._state, needs_patient=True)
                self._tell()
        elif combination is not None:
            self.combination_wanted.emit(combination)
        elif booking.is_blocked and booking.slots:
            self._session.choose(0)
        elif booking.chosen >= 0 or booking.is_free:
            self._session.submit()

    def _combination(self) -> Combination | None:
        code = self._state.reading.combination
        return next((each for each in self._practice.combinations if each.code == code), None)

    def _tell(self) -> None:
        self.changed.emit(self._state)


def _promise(state: BookingState) -> _Promise:
    draft = state.draft
    what = (draft.patient, draft.kind, draft.type, draft.procedure, draft.minutes)
    if state.chosen >= 0:
        slot = state.slots[state.chosen]
        return (*what, slot.starts_at, slot.ends_at, slot.participants)
    return (*what, draft.day, draft.minute, state.filled) if state.is_free else None


def _namesakes(new: NewPatient | None, found: tuple[PatientOnEntry, ...]) -> tuple[PatientOnEntry, ...]:
    """Who has the same name, and no other birth date."""
    if new is None:
        return ()
    wanted = (folded(new.family), folded(new.given))
    return tuple(
        each
        for each in found
        if (folded(each.family), folded(each.given)) == wanted
        and (new.birth_date is None or each.birth_date in (None, new.birth_date))
    )
