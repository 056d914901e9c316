"""Entries as they were before another desk changed them, for whoever was just about to."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.newest import Newest
from praxidesk.worker.messages import WeekBatch

LIMIT = 200
"""Far more than change while a form is open."""


class EarlierStates:
    """The newest states that the screen has shown and shows no longer."""

    def __init__(self) -> None:
        self._states: Newest[tuple[EntryId, int], Entry] = Newest(LIMIT)

    def note(self, before: WeekBatch, after: WeekBatch) -> None:
        """A week was read anew: what is not in it any more as it was, is remembered."""
        # What has not changed is the very same value.
        still = set(map(id, after.entries))
        for entry in before.entries:
            if id(entry) not in still:
                self._states[entry.id, entry.version] = entry

    def get(self, entry: EntryId, version: int) -> Entry | None:
        """The entry as it was in that version."""
        return self._states.get((entry, version))
