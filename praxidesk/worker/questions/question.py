"""What a window may ask of the store beside weeks, changes, checks and searches: one value in, one out.

A new one needs three things: its class in a module of this package, a line in ``store_answers``, and
somebody who calls ``Gateway.ask`` and hears ``Gateway.told``.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Question:
    """The base of all; its docstring says what the answer is."""

    stands: ClassVar[bool] = False
    """Whether it is answered even where the same kind of question was asked again meanwhile."""
