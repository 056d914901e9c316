"""What a window may ask of the store beside weeks, changes, checks and searches: one value in, one out.

A new one needs three things: its class in a module of this package, a line in ``store_answers``, and
somebody who calls ``Gateway.ask`` and hears ``Gateway.told``.
"""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import uuid4

from praxidesk.worker.errand import Errand


@dataclass(frozen=True, slots=True)
class Question:
    """The base of all; its docstring says what the answer is."""

    stands: ClassVar[bool] = False
    """Whether it is answered even where the same kind of question was asked again meanwhile."""
    needs_practice: ClassVar[bool] = True
    """Whether an open store with a practice answers it; else its address alone does (``Groundwork``)."""
    yields: ClassVar[bool] = False
    """Whether all that somebody waits for comes first, and the painting of it."""
    changes_practice: ClassVar[bool] = False
    """Whether the practice must be read anew before the answer is told."""

    @property
    def change_key(self) -> str | None:
        """Under which it is asked again where its answer was lost; ``None``: it changes nothing."""
        return None


def new_key() -> str:
    """Of a question that changes something."""
    return str(uuid4())


@dataclass(frozen=True, slots=True)
class LongQuestion(Question):
    """One whose answer takes a while: how far it is can be seen, and it can be given up.

    The end of the program gives it up, too.
    """

    stands: ClassVar[bool] = True
    errand: Errand = field(default_factory=Errand, compare=False, repr=False, kw_only=True)
