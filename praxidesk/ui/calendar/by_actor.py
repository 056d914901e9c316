"""The entries of a state by who takes part in them: gone through once, whoever is shown."""

from collections import Counter
from collections.abc import Iterable, Sequence

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import ActorId, Role


class ByActor:
    """Entries in the order they came in; each once for everybody who takes part."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._of: dict[ActorId, list[Entry]] = {}
        for entry in entries:
            for allocation in entry.allocations:
                held = self._of.get(allocation.actor)
                if held is None:
                    self._of[allocation.actor] = [entry]
                elif held[-1] is not entry:
                    held.append(entry)

    def of(self, actor: ActorId) -> Sequence[Entry]:
        """All that somebody takes part in."""
        return self._of.get(actor, ())

    def usual_room(self, actor: ActorId) -> ActorId | None:
        """The room that most of them take; ties go to the room met first."""
        rooms = Counter(
            next((each.actor for each in entry.allocations if each.role is Role.ROOM), None)
            for entry in self.of(actor)
        )
        del rooms[None]
        return rooms.most_common(1)[0][0] if rooms else None
