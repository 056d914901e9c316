"""About the place of a store, whatever is in it."""

from dataclasses import dataclass, field
from typing import ClassVar

from praxidesk.worker.questions.question import Question
from praxidesk.worker.server_address import ServerAddress


@dataclass(frozen=True, slots=True)
class LookAgain(Question):
    """Try to open the store now, instead of in a while. Answered by ``None``, after it was tried."""

    needs_practice: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class UpgradeFile(Question):
    """Bring the store of an older program, in a file, to what this one needs. Answered by the path of a copy.

    That is how the file was before; an empty text where somebody else has upgraded it meanwhile.
    """

    needs_practice: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ProbeServer(Question):
    """Could a practice be kept there? Answered by ``ServerFound`` or ``ServerRefused``; changes nothing."""

    needs_practice: ClassVar[bool] = False
    address: ServerAddress
    password: str = field(repr=False)
