"""The last things done at this desk, and the requests that take them back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done
from praxidesk.engine.requests import KEEP, CancelRequest, MilestoneRequest, MoveRequest, StatusRequest
from praxidesk.engine.together import EntryRequest, TogetherRequest
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.changes.moves import milestones_of, restoring
from praxidesk.ui.changes.noted_changes import NotedChange

LIMIT = 50
Back = EntryRequest | MilestoneRequest
"""What takes back, or does again, what was done to one entry."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What was done to one entry."""

    change: Change
    after: Entry
    before: Entry | None = None
    """``None``: it was made."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something done, with every entry before and after; taken back and done again as a whole."""

    changed: tuple[Changed, ...]
    is_of_series: bool = False
    """One change of a series: taking it back makes no exceptions."""
    noted: NotedChange | None = None
    """What is no entry was changed: a patient's data, somebody's absence, or settings."""
    is_of_practice: bool = False
    """Something was added to the settings: it cannot be taken back, but lies on top."""

    @property
    def after(self) -> Entry:
        """The first entry, as it was done."""
        return self.changed[0].after

    @property
    def change(self) -> Change:
        """What was done to the first."""
        return self.changed[0].change


class StepCommand(QUndoCommand):
    """A step on the stack. It does nothing by itself: the stack moves when the store has answered."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step


class UndoSteps:
    """Undo and redo by inverse requests, which are checked as any other booking.

    The stack follows the answers: sending a request leaves it as it is, ``undone`` and ``redone`` move it,
    and a step that can never be taken back any more becomes obsolete and falls out.

    Versions are those of our own last answers, not of the screen: if another desk has changed the entry
    meanwhile, taking back is refused as stale instead of overwriting what they did.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is done yet.

        :param parent: with which the stack goes, and its steps with it. Left to the garbage collector, which
            takes the steps first, it would delete them once more.
        """
        self.stack = QUndoStack(parent)
        self.stack.setUndoLimit(LIMIT)
        self._versions: dict[EntryId, int] = {}

    def remember(self, done: Done) -> None:
        """Something new was done; what was undone before can no longer be redone."""
        self.remember_several([Changed(done.change, done.entry, done.before)] if not done.replayed else ())
        self._note([done.entry])

    def remember_several(self, changed: Sequence[Changed], *, is_of_series: bool = False) -> None:
        """Several entries were made or changed, in one step."""
        self._note(each.after for each in changed)
        if changed and all(each.before or each.change is Change.BOOKED for each in changed):
            self.stack.push(StepCommand(Step(tuple(changed), is_of_series)))

    def remember_noted(self, change: NotedChange) -> None:
        """A patient's data, somebody's absence, or settings."""
        self.stack.push(StepCommand(Step((), noted=change)))

    def remember_practice(self) -> None:
        """Something was added to the settings: what came before is not the last."""
        self.stack.push(StepCommand(Step((), is_of_practice=True)))

    def next_undo(self) -> Step | None:
        """What would be undone."""
        return self._step(self.stack.index() - 1)

    def next_redo(self) -> Step | None:
        """What would be done again."""
        return self._step(self.stack.index())

    def undo_request(self) -> Back | TogetherRequest | NotedChange | None:
        """Takes the last step back."""
        step = self.next_undo()
        if step is not None and step.noted is not None:
            return step.noted.reversed
        if step is None or step.is_of_practice:
            return None
        return _joined(step, [self._back(each) for each in step.changed])

    def redo_request(self) -> Back | TogetherRequest | NotedChange | None:
        """Does the step undone last again."""
        step = self.next_redo()
        if step is not None and step.noted is not None:
            return step.noted
        return None if step is None else _joined(step, [self._again(each) for each in step.changed])

    def undone(self, written: Iterable[Entry]) -> None:
        """The last step was taken back."""
        self._note(written)
        self.stack.undo()

    def redone(self, written: Iterable[Entry]) -> None:
        """The step was done again."""
        self._note(written)
        self.stack.redo()

    def drop_undo(self) -> None:
        """The last step can never be taken back: somebody else went on from it."""
        if self.stack.canUndo():
            self._obsolete(self.stack.index() - 1)
            self.stack.undo()

    def drop_redo(self) -> None:
        """The step can never be done again."""
        if self.stack.canRedo():
            self._obsolete(self.stack.index())
            self.stack.redo()

    def version(self, entry: EntryId) -> int:
        """Of an entry, by our own last answer; 0 where this desk has not changed it."""
        return self._versions.get(entry, 0)

    def _step(self, place: int) -> Step | None:
        command = self.stack.command(place) if 0 <= place < self.stack.count() else None
        return command.step if isinstance(command, StepCommand) else None

    def _obsolete(self, place: int) -> None:
        command = self.stack.command(place)
        if command is not None:
            command.setObsolete(True)

    def _note(self, written: Iterable[Entry]) -> None:
        for entry in written:
            self._versions[entry.id] = max(entry.version, self.version(entry.id))

    def _back(self, changed: Changed) -> Back:
        version = self._versions[changed.after.id]
        if changed.before is None:
            return CancelRequest(changed.after.id, version)
        return _turned(changed.after, changed.before, version)

    def _again(self, changed: Changed) -> Back:
        version = self._versions[changed.after.id]
        if changed.before is None:
            return _with_status(changed.after, version)
        return _turned(changed.before, changed.after, version)


def _joined(step: Step, requests: Sequence[Back]) -> Back | TogetherRequest:
    if len(requests) == 1 and not step.is_of_series:
        return requests[0]
    # Milestones are recorded one by one: none is among several.
    changes = tuple(each for each in requests if not isinstance(each, MilestoneRequest))
    return TogetherRequest(changes, is_of_series=step.is_of_series)


def _turned(now: Entry, wanted: Entry, version: int) -> Back:
    """What makes ``now`` what is wanted."""
    if now.milestones != wanted.milestones:
        return milestones_of(now, wanted, version)
    if Status.CANCELLED in {now.status, wanted.status}:
        return _with_status(wanted, version)
    request = restoring(now, wanted, version)
    stays = replace(request, status=KEEP) == MoveRequest(
        now.id, version, override_reason=request.override_reason, restores=True
    )
    return _with_status(wanted, version) if stays and request.status is not KEEP else request


def _with_status(wanted: Entry, version: int) -> Back:
    if wanted.status is Status.CANCELLED:
        return CancelRequest(wanted.id, version, wanted.reason)
    return StatusRequest(wanted.id, version, wanted.status, wanted.override_reason or None)
