"""Setting up a practice: by a file, or by values as they would stand in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class SetUp(Question):
    """Create or update the practice. Answered by ``SetupReport`` or ``SetupInvalid``.

    The store is made where there is none. All or nothing; the practice comes before the answer.
    """

    stands: ClassVar[bool] = True
    needs_practice: ClassVar[bool] = False
    changes_practice: ClassVar[bool] = True
    description: Path | Mapping[str, object]
    """A TOML file, or the keys and values of one."""


@dataclass(frozen=True, slots=True)
class RehearseSetUp(Question):
    """What would ``SetUp`` do? Answered by the same; nothing is changed or made."""

    needs_practice: ClassVar[bool] = False
    description: Path | Mapping[str, object]
