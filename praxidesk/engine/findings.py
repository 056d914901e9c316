"""What a rule finds against a proposal, before the practice's policy has weighed it."""

from dataclasses import dataclass

from praxidesk.engine.offerings import Quota
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, Role


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict without its severity."""

    kind: ConflictKind
    span: Span
    actor: ActorId | None = None
    entry: EntryId | None = None
    role: Role | None = None
    quota: Quota | None = None
    """The one that is full."""
