"""A series from its rule to its booking: asks for the dates, keeps the newest answer only."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.series_outcomes import SeriesOutcome, Verdict
from praxidesk.engine.series_requests import SeriesRequest
from praxidesk.ui.series.repetition import Repetition
from praxidesk.ui.series.series_state import SeriesState
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, SeveralAnswered, Ticket

translate = QCoreApplication.translate

DELAY_MS = 120
"""Between the last change of the rule and the question to the engine."""


class SeriesSession(QObject):
    """Holds rule and decisions; every change of them is followed by one check."""

    changed = Signal(object)
    """``SeriesState``."""
    done = Signal(object)
    """``SeveralAnswered``: booked."""

    def __init__(self, gateway: Gateway, booking: BookRequest, repetition: Repetition) -> None:
        super().__init__()
        self._gateway = gateway
        self.booking = booking
        self._state = SeriesState(repetition)
        self._check: Ticket | None = None
        self._submitted: Ticket | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._ask)
        gateway.several_answered.connect(self._on_answered)
        gateway.failed.connect(self._on_failed)

    @property
    def state(self) -> SeriesState:
        """What holds now."""
        return self._state

    def begin(self) -> None:
        """Tell the first state and ask about it."""
        self._ask()

    @Slot(object)
    def repeat(self, repetition: Repetition) -> None:
        """Another rule: what was decided for single dates was about the old one's."""
        self._check = None
        self._show(repetition=repetition, skipped=frozenset(), moved={}, checking=True, error="")
        self._delay.start()

    def toggle_skipped(self, day: date) -> None:
        """Leave a date out, or take it in again; one that was moved goes back where the rule has it."""
        state = self._state
        if day in state.moved:
            self._decide(state.skipped, {each: at for each, at in state.moved.items() if each != day})
        else:
            self._decide(state.skipped ^ {day}, state.moved)

    def move(self, day: date, starts_at: int) -> None:
        """Put one date somewhere else."""
        self._decide(self._state.skipped - {day}, {**self._state.moved, day: starts_at})

    def submit(self) -> None:
        """Book the free dates; those that clash are left out, and no others."""
        state = self._state
        if not state.can_submit:
            return
        clashing = frozenset(each.day for each in state.clashing)
        moved = {day: at for day, at in state.moved.items() if day not in clashing}
        request = replace(self._request(), skipped=state.skipped | clashing, moved=moved)
        self._submitted = self._gateway.submit_several(request)
        self._show(saving=True)

    def hand_over(self) -> Ticket | None:
        """What is being saved while nobody waits for it here any more; somebody else shall tell of it."""
        ticket, self._submitted = self._submitted, None
        return ticket

    def _decide(self, skipped: frozenset[date], moved: Mapping[date, int]) -> None:
        self._show(skipped=skipped, moved=moved, checking=True, error="")
        self._ask()

    def _request(self) -> SeriesRequest:
        state = self._state
        return SeriesRequest(self.booking, state.repetition.rule(), state.skipped, state.moved)

    @Slot()
    def _ask(self) -> None:
        self._check = self._gateway.check_several(self._request())

    @Slot(object)
    def _on_answered(self, answer: SeveralAnswered) -> None:
        if answer.ticket == self._submitted:
            self._submitted = None
            outcome = answer.outcome
            if isinstance(outcome, SeriesOutcome) and outcome.verdict is Verdict.BOOKED:
                self.done.emit(answer)
                return
            # Somebody was faster: what is shown now is how it stands.
            self._show(saving=False)
            self._assess(answer)
        elif answer.ticket == self._check:
            self._check = None
            self._assess(answer)

    def _assess(self, answer: SeveralAnswered) -> None:
        match answer.outcome:
            case SeriesOutcome() as outcome:
                self._show(outcome=outcome, checking=False, error="")
            case Invalid() as invalid:
                self._show(checking=False, outcome=None, error=_invalid_text(invalid))
            case _:
                self._show(checking=False)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket in (self._check, self._submitted):
            self._check = self._submitted = None
            message = fault_message(failed.fault, failed.lost)
            self._show(checking=False, saving=False, error=message.text)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self.changed.emit(self._state)


def _invalid_text(invalid: Invalid) -> str:
    """What a person can do about a rule that is none."""
    if all(each.field == "series.skip" for each in invalid.errors):
        return translate("series", "Every date is left out.")
    if all(each.field.startswith("series") for each in invalid.errors):
        return translate(
            "series", "There is no date in this time. A series lasts at most 10 years and has 1,000 dates."
        )
    return "; ".join(f"{each.field}: {each.message}" for each in invalid.errors)
