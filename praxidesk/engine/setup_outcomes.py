"""What became of the description of a practice: row by row, or why it is none."""

from dataclasses import dataclass
from enum import StrEnum

from praxidesk.engine.outcomes import FieldError


class Fate(StrEnum):
    """What became of a row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SetupLine:
    """One row of the description."""

    what: str
    """As the file calls its tables: ``site``, ``group``, ``practitioner`` … ``patient``; or ``policy``."""
    code: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class SetupReport:
    """All rows, in the order of the tables and of the file."""

    lines: tuple[SetupLine, ...]

    @property
    def changed(self) -> tuple[SetupLine, ...]:
        """Those that are not as they were."""
        return tuple(line for line in self.lines if line.fate is not Fate.UNCHANGED)

    def count(self, fate: Fate) -> int:
        """How many rows met this fate."""
        return sum(line.fate is fate for line in self.lines)


@dataclass(frozen=True, slots=True)
class SetupInvalid:
    """The description is none, or contradicts what is stored; nothing was changed."""

    errors: tuple[FieldError, ...]
    """Each with its place such as ``practitioner[0].hours[1].to``; empty where it is about a row or all."""
