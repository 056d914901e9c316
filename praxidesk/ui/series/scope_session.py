"""How much of a series a change is to reach: asks what each answer would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Invalid, Refused
from praxidesk.engine.requests import MoveRequest
from praxidesk.engine.series_outcomes import DateOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.series_plan import day_of, touched
from praxidesk.engine.series_requests import ScopedRequest
from praxidesk.engine.vocabulary import OnClash, Scope
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, SeriesLoaded, SeveralAnswered, Ticket


@dataclass(frozen=True, slots=True)
class ScopeState:
    """The answer chosen, and what it would do."""

    scope: Scope = Scope.THIS
    found: Mapping[Scope, SeriesOutcome] = field(default_factory=dict)
    errors: Mapping[Scope, str] = field(default_factory=dict)

    @property
    def outcome(self) -> SeriesOutcome | None:
        """What the scope chosen would do; ``None`` while it is asked for, and for one entry alone."""
        return self.found.get(self.scope)

    @property
    def error(self) -> str:
        """Why the scope chosen cannot be."""
        return self.errors.get(self.scope, "")

    @property
    def reached(self) -> int:
        """How many would be changed."""
        if self.scope is Scope.THIS:
            return 1
        outcome = self.outcome
        return 0 if outcome is None else sum(each.state is DateState.FREE for each in outcome.dates)


class ScopeSession(QObject):
    """Each scope is asked about once, when it is chosen first."""

    changed = Signal(object)
    """``ScopeState``."""

    def __init__(self, gateway: Gateway, zone: Zone, entry: Entry, request: ScopedRequest) -> None:
        super().__init__()
        self._gateway, self._zone = gateway, zone
        self.entry, self.request = entry, request
        self.state = ScopeState()
        self._asked: dict[Ticket, Scope] = {}
        gateway.several_answered.connect(self._on_answered)
        gateway.series_loaded.connect(self._on_loaded)
        gateway.failed.connect(self._on_failed)

    def choose(self, scope: Scope) -> None:
        """Another answer."""
        self.state = replace(self.state, scope=scope)
        state = self.state
        if scope is not Scope.THIS and scope not in {*state.found, *state.errors, *self._asked.values()}:
            self._ask(scope)
        self.changed.emit(self.state)

    def scoped(self) -> ScopedRequest:
        """The request with the scope chosen; what clashes stays as it is."""
        scope = self.state.scope
        if isinstance(self.request, MoveRequest) and scope is not Scope.THIS:
            return replace(self.request, scope=scope, on_clash=OnClash.SKIP)
        return replace(self.request, scope=scope)

    def _ask(self, scope: Scope) -> None:
        if isinstance(self.request, MoveRequest):
            # Without a version: the screen may lag behind our own last change.
            wanted = replace(self.request, scope=scope, on_clash=OnClash.SKIP, version=0)
            self._asked = {self._gateway.check_several(wanted): scope}
        elif self.entry.series is not None:
            self._asked[self._gateway.load_series(self.entry.series)] = scope

    @Slot(object)
    def _on_answered(self, answer: SeveralAnswered) -> None:
        scope = self._asked.pop(answer.ticket, None)
        if scope is None:
            return
        match answer.outcome:
            case SeriesOutcome() as outcome:
                self._tell(scope, outcome)
            case Invalid(errors=errors):
                self._tell(scope, "; ".join(each.message for each in errors))
            case Refused():
                self._tell(scope, "")

    @Slot(object)
    def _on_loaded(self, loaded: SeriesLoaded) -> None:
        scope = self._asked.pop(loaded.ticket, None)
        if scope is None:
            return
        within = touched(self.entry, loaded.entries, scope, self._gateway.now())
        dates = tuple(
            DateOutcome(
                day_of(each, self._zone), within.kept.get(each.id, DateState.FREE), each.span, entry=each
            )
            for each in within.entries
        )
        self._tell(scope, SeriesOutcome(Verdict.FREE, dates, series=loaded.series))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        scope = self._asked.pop(failed.ticket, None)
        if scope is not None:
            self._tell(scope, fault_message(failed.fault, None).text)

    def _tell(self, scope: Scope, found: SeriesOutcome | str) -> None:
        if isinstance(found, str):
            self.state = replace(self.state, errors={**self.state.errors, scope: found})
        else:
            self.state = replace(self.state, found={**self.state.found, scope: found})
        self.changed.emit(self.state)
