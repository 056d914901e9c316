"""The last things done at this desk, and the requests that take them back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done
from praxidesk.engine.requests import CancelRequest, ChangeRequest, StatusRequest
from praxidesk.engine.series_requests import ScopedRequest
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.moves import restoring

LIMIT = 50


@dataclass(frozen=True, slots=True)
class Step:
    """Something done, with the entry before and after."""

    change: Change
    after: Entry
    before: Entry | None


@dataclass(frozen=True, slots=True)
class StepOfSeveral:
    """Something done with several entries, and what takes all of it back."""

    back: ScopedRequest


class UndoSteps:
    """Undo and redo by inverse requests.

    Versions are those of our own last answers, not of the screen: if another desk has changed the entry
    meanwhile, taking back is refused as stale instead of overwriting what they did.
    """

    def __init__(self) -> None:
        self._done: list[Step | StepOfSeveral] = []
        self._undone: list[Step] = []
        self._versions: dict[EntryId, int] = {}

    def remember(self, done: Done) -> None:
        """Something new was done; what was undone before can no longer be redone."""
        self._note(done)
        if done.replayed or (done.before is None and done.change is not Change.BOOKED):
            return
        self._done.append(Step(done.change, done.entry, done.before))
        del self._done[:-LIMIT]
        self._undone.clear()

    def remember_several(self, written: Iterable[Entry], back: ScopedRequest | None) -> None:
        """Several entries were made or changed; where nothing takes that back, nothing before it either."""
        self._note_all(written)
        self._undone.clear()
        if back is None:
            self._done.clear()
        else:
            self._done.append(StepOfSeveral(back))
            del self._done[:-LIMIT]

    def several_undone(self, written: Iterable[Entry]) -> None:
        """The last step was taken back; it cannot be done again in one step."""
        self._note_all(written)
        self._undone.clear()
        if self._done:
            self._done.pop()

    def next_undo(self) -> Step | StepOfSeveral | None:
        """What would be undone."""
        return self._done[-1] if self._done else None

    def next_redo(self) -> Step | None:
        """What would be done again."""
        return self._undone[-1] if self._undone else None

    def undo_request(self) -> ChangeRequest | None:
        """Takes the last step back."""
        step = self.next_undo()
        if step is None:
            return None
        if isinstance(step, StepOfSeveral):
            return replace(step.back, version=self._versions[step.back.entry])
        if step.before is None:
            return CancelRequest(step.after.id, self._version(step))
        return self._turned(step, step.after, step.before)

    def redo_request(self) -> ChangeRequest | None:
        """Does the step undone last again."""
        step = self.next_redo()
        if step is None:
            return None
        if step.before is None:
            return self._with_status(step, step.after)
        return self._turned(step, step.before, step.after)

    def undone(self, done: Done) -> None:
        """The last step was taken back."""
        self._note(done)
        step = self._done.pop() if self._done else None
        if isinstance(step, Step):
            self._undone.append(step)

    def redone(self, done: Done) -> None:
        """The step was done again."""
        self._note(done)
        if self._undone:
            self._done.append(self._undone.pop())

    def drop_undo(self) -> None:
        """The last step can never be taken back: somebody else went on from it."""
        if self._done:
            self._done.pop()

    def drop_redo(self) -> None:
        """The step can never be done again."""
        if self._undone:
            self._undone.pop()

    def version(self, entry: EntryId) -> int:
        """Of an entry, by our own last answer; 0 where this desk has not changed it."""
        return self._versions.get(entry, 0)

    def _note_all(self, written: Iterable[Entry]) -> None:
        for entry in written:
            self._versions[entry.id] = entry.version

    def _note(self, done: Done) -> None:
        self._versions[done.entry.id] = done.entry.version

    def _version(self, step: Step) -> int:
        return self._versions[step.after.id]

    def _turned(self, step: Step, now: Entry, wanted: Entry) -> ChangeRequest:
        if now.status is not wanted.status:
            return self._with_status(step, wanted)
        return restoring(now, wanted, self._version(step))

    def _with_status(self, step: Step, wanted: Entry) -> ChangeRequest:
        if wanted.status is Status.CANCELLED:
            return CancelRequest(wanted.id, self._version(step), wanted.reason)
        return StatusRequest(wanted.id, self._version(step), wanted.status, wanted.override_reason or None)
