"""A combined appointment from its day to its booking: searches chains, keeps the newest answer only."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from praxidesk.engine.offerings import Combination
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import NewPatient, PatientRef
from praxidesk.engine.series_outcomes import CombinedOutcome, CombinedSlot, CombinedSlotsFound, Verdict
from praxidesk.engine.walltime import Zone
from praxidesk.ui.series.combining import apart, chain_booking, chain_search
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import CombinedAnswered, Failed, SeveralAnswered, Ticket

translate = QCoreApplication.translate

OFFERED = 3


@dataclass(frozen=True, slots=True)
class CombinedState:
    """The day from which chains are searched, and those found."""

    day: date
    chains: tuple[CombinedSlot, ...] = ()
    chosen: int = -1
    searching: bool = True
    saving: bool = False
    error: str = ""

    @property
    def chain(self) -> CombinedSlot | None:
        """What Enter books."""
        is_ready = 0 <= self.chosen < len(self.chains) and not (self.searching or self.saving)
        return self.chains[self.chosen] if is_ready else None


class CombinedSession(QObject):
    """Everybody is chosen by the search: nobody is wished for."""

    changed = Signal(object)
    """``CombinedState``."""
    done = Signal(object)
    """``SeveralAnswered``: all parts are booked."""

    def __init__(  # noqa: PLR0917 - what is booked, for whom, and where it is asked
        self,
        gateway: Gateway,
        practice: Practice,
        zone: Zone,
        combination: Combination,
        patient: PatientRef,
        day: date,
    ) -> None:
        super().__init__()
        self._gateway, self._practice, self._zone = gateway, practice, zone
        self.combination = combination
        self._patient = patient
        self.note = ""
        self.state = CombinedState(max(day, zone.day_of(gateway.now())))
        self._search: Ticket | None = None
        self._submitted: Ticket | None = None
        gateway.combined_answered.connect(self._on_found)
        gateway.several_answered.connect(self._on_answered)
        gateway.failed.connect(self._on_failed)

    @Slot(object)
    def find(self, day: date) -> None:
        """Search from this day on."""
        # Somebody who is new has no other appointments yet.
        known = None if isinstance(self._patient, NewPatient) else self._patient
        self._search = self._gateway.find_combined(chain_search(self._practice, self.combination, day, known))
        self._show(day=day, searching=True, chains=(), chosen=-1, error="")

    @Slot()
    def find_more(self) -> None:
        """Search on after what is offered now."""
        last = max((each.span.start for each in self.state.chains), default=None)
        day = self.state.day if last is None else self._zone.day_of(last)
        self.find(day.fromordinal(day.toordinal() + 1))

    @Slot(object)
    def choose(self, index: int) -> None:
        """Enter shall book this one."""
        if 0 <= index < len(self.state.chains):
            self._show(chosen=index)

    @Slot()
    def submit(self) -> None:
        """Book all parts of the chain chosen, or none."""
        chain = self.state.chain
        if chain is not None:
            request = chain_booking(self._practice, self.combination, chain, self._patient, self.note)
            self._submitted = self._gateway.submit_several(request)
            self._show(saving=True, error="")

    def hand_over(self) -> Ticket | None:
        """What is being saved while nobody waits for it here any more; somebody else shall tell of it."""
        ticket, self._submitted = self._submitted, None
        return ticket

    @Slot(object)
    def _on_found(self, answer: CombinedAnswered) -> None:
        if answer.ticket != self._search:
            return
        self._search = None
        match answer.found:
            case CombinedSlotsFound(slots=slots):
                chains = apart(slots, OFFERED)
                error = "" if chains else translate("series", "Nothing is free within 4 weeks.")
                self._show(searching=False, chains=chains, chosen=0 if chains else -1, error=error)
            case Invalid(errors=errors):
                self._show(searching=False, error="; ".join(each.message for each in errors))

    @Slot(object)
    def _on_answered(self, answer: SeveralAnswered) -> None:
        if answer.ticket != self._submitted:
            return
        self._submitted = None
        match answer.outcome:
            case CombinedOutcome(verdict=Verdict.BOOKED):
                self.done.emit(answer)
            case CombinedOutcome() as refused:
                # Somebody was faster: why, and what is free instead.
                wording = ConflictWording(self._practice, self._zone, refused.others)
                said = [each for part in refused.parts for each in wording.blocking(part.conflicts)]
                chains = refused.alternatives[:OFFERED]
                chosen = 0 if chains else -1
                self._show(saving=False, error=" ".join(said[:2]), chains=chains, chosen=chosen)
            case Invalid(errors=errors):
                self._show(saving=False, error="; ".join(each.message for each in errors))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket in (self._search, self._submitted):
            self._search = self._submitted = None
            message = fault_message(failed.fault, failed.lost)
            self._show(searching=False, saving=False, error=message.text)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.state)
