"""Another room for an entry that goes to another practitioner while its own room is taken.

Who works in one room all day keeps it; without this, nearly every move from column to column would be
refused because of the room that the entry brings along.
"""

from dataclasses import replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import ActorKind, ConflictKind
from praxidesk.ui.calendar.by_actor import ByActor
from praxidesk.ui.calendar.move_check import MoveJudge, Verdict
from praxidesk.ui.calendar.state import CalendarState, MoveWanted


class RoomInstead:
    """Knows where everybody works among the entries shown."""

    def __init__(self, state: CalendarState) -> None:
        self._practice = state.practice
        self._entries = ByActor(state.entries)

    def tried(
        self, judge: MoveJudge, entry: Entry, wanted: MoveWanted, verdict: Verdict
    ) -> tuple[MoveWanted, Verdict]:
        """The move in the other practitioner's room, where only that helps; else as it was judged."""
        taken = {each.actor for each in verdict.blocking if each.kind is ConflictKind.ROOM_BUSY}
        instead = self._entries.usual_room(wanted.to_actor) if taken and wanted.to_actor is not None else None
        if not taken or instead is None or wanted.from_actor == wanted.to_actor:
            return wanted, verdict
        actors = self._practice.actors
        of_kind = actors[wanted.to_actor].kind if wanted.to_actor is not None else None
        own = next(
            (
                each.actor
                for each in entry.allocations
                if each.actor in taken and actors[each.actor].category == actors[instead].category
            ),
            None,
        )
        if own is None or own == instead or of_kind is not ActorKind.PRACTITIONER:
            return wanted, verdict
        other = replace(wanted, rooms=(own, instead))
        [anew] = judge.judged([(entry, other)])
        helps = anew.is_possible and len(anew.blocking) <= len(verdict.blocking)
        return (other, anew) if helps else (wanted, verdict)
