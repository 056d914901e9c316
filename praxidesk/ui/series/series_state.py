"""What the sheet of a series shows at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from praxidesk.engine.outcomes import Slot
from praxidesk.engine.series_outcomes import DateOutcome, DateState, SeriesOutcome
from praxidesk.ui.series.repetition import Repetition


@dataclass(frozen=True, slots=True)
class SeriesState:
    """The rule, what was decided for single dates, and what the engine says."""

    repetition: Repetition
    skipped: frozenset[date] = frozenset()
    moved: Mapping[date, int] = field(default_factory=dict)
    outcome: SeriesOutcome | None = None
    """To an older question while ``checking``."""
    checking: bool = True
    saving: bool = False
    error: str = ""

    @property
    def dates(self) -> tuple[DateOutcome, ...]:
        """By their day."""
        return self.outcome.dates if self.outcome is not None else ()

    @property
    def free(self) -> tuple[DateOutcome, ...]:
        """Those that Enter books."""
        return tuple(each for each in self.dates if each.state is DateState.FREE)

    @property
    def clashing(self) -> tuple[DateOutcome, ...]:
        """Those that cannot be."""
        return tuple(each for each in self.dates if each.state is DateState.CLASHES)

    @property
    def can_submit(self) -> bool:
        """Enter would book something, and exactly what is shown."""
        return bool(self.free) and not (self.checking or self.saving or self.error)

    def alternatives(self, outcome: DateOutcome, asked: frozenset[int], *, fills: bool) -> tuple[Slot, ...]:
        """Other times for a date with those asked for: a date cannot be moved to somebody else.

        Those first that do not overlap: 09:05, 09:10 and 09:15 are one choice, not three.
        """
        found = []
        for slot in dict.fromkeys((*outcome.apart, *outcome.alternatives)):
            actors = {each.actor for each in slot.participants}
            if asked <= actors and (fills or asked == actors) and slot.starts_at != outcome.span.start:
                found.append(slot)
        return tuple(found[:3])
