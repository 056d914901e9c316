"""A long answer in pieces: the store thread does others' work between them."""

from collections.abc import Generator
from dataclasses import dataclass

from praxidesk.worker.access import Access
from praxidesk.worker.messages import Ask

Pieces = Generator[None, None, object]
"""Each takes some hundredths of a second and leaves no transaction open; what is returned is the answer."""


@dataclass(frozen=True, slots=True)
class InPieces:
    """One such answer on its way."""

    ask: Ask
    pieces: Pieces
    access: Access
    """The open store it is made from: after a lost connection it begins anew nowhere."""
