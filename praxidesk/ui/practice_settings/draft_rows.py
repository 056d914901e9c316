"""The practice as it is being edited: every row as it was, and as it shall be."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NewType

from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import (
    PracticeDraft,
    PracticeRow,
    RowChange,
    Section,
    rows_of,
    section_of,
)
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.ui.practice_settings.row_merge import Place, merged

Handle = NewType("Handle", int)
"""Names a row while it is edited; its code may still change where it is new."""


@dataclass(frozen=True, slots=True)
class RowClash:
    """A row of which both desks have changed something, and not alike."""

    handle: Handle
    before: PracticeRow
    ours: PracticeRow
    theirs: PracticeRow


@dataclass(frozen=True, slots=True)
class RuleClash:
    """A rule that both desks have changed, and not alike."""

    kind: ConflictKind
    was: Severity
    ours: Severity
    theirs: Severity


@dataclass(frozen=True, slots=True)
class Clashes:
    """What somebody has to choose before anything is saved."""

    rows: tuple[RowClash, ...] = ()
    rules: tuple[RuleClash, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.rows or self.rules)


Chosen = tuple[Handle, Place] | ConflictKind
"""What of ours is taken: a place in a row, or a rule."""


class DraftRows:
    """What nobody touched follows the store; what somebody edits stays until it is saved or dropped."""

    def __init__(self, practice: Practice) -> None:
        self._before: dict[Handle, PracticeRow | None] = {}
        self._after: dict[Handle, PracticeRow] = {}
        self._count = 0
        self.policy: dict[ConflictKind, Severity] = {}
        """What every rule shall do."""
        self._policy_before: dict[ConflictKind, Severity] = {}
        self.settle(practice)

    def handles(self, section: Section) -> list[Handle]:
        """The rows of a section: in the order of the store, new ones last."""
        return [handle for handle, row in self._after.items() if section_of(row) is section]

    def all_rows(self) -> Iterator[PracticeRow]:
        """Every row as it shall be."""
        yield from self._after.values()

    def row(self, handle: Handle) -> PracticeRow:
        """As it shall be."""
        return self._after[handle]

    def has(self, handle: Handle) -> bool:
        """Whether there still is such a row."""
        return handle in self._after

    def put(self, handle: Handle, row: PracticeRow) -> None:
        """Let it be otherwise."""
        self._after[handle] = row

    def add(self, row: PracticeRow) -> Handle:
        """A new one."""
        handle = self._next()
        self._before[handle], self._after[handle] = None, row
        return handle

    def take_back(self, handle: Handle) -> None:
        """Forget what was changed of it; a new one is gone."""
        before = self._before[handle]
        if before is None:
            del self._before[handle], self._after[handle]
        else:
            self._after[handle] = before

    def is_new(self, handle: Handle) -> bool:
        """Whether it is not stored yet."""
        return self._before[handle] is None

    def is_changed(self, handle: Handle) -> bool:
        """Whether it shall be otherwise than it is."""
        return self._before[handle] != self._after[handle]

    def changed(self) -> list[Handle]:
        """All that shall be otherwise, in the order of the draft."""
        return [handle for handle in self._after if self.is_changed(handle)]

    def policy_changes(self) -> dict[ConflictKind, Severity]:
        """The rules that shall do otherwise."""
        return {kind: to for kind, to in self.policy.items() if self._policy_before.get(kind) is not to}

    def count(self) -> int:
        """How much is not saved."""
        return len(self.changed()) + len(self.policy_changes())

    def draft(self) -> PracticeDraft:
        """All of it, to be saved."""
        policy = self.policy_changes()
        return PracticeDraft(
            tuple(RowChange(self._before[each], self._after[each]) for each in self.changed()),
            {kind: self._policy_before[kind] for kind in policy},
            policy,
        )

    def settle(self, practice: Practice) -> None:
        """Take everything as it is stored; rows of the same code keep their handles."""
        known = {(section_of(row), row.code): handle for handle, row in self._after.items()}
        self._before, self._after = {}, {}
        for section, rows in rows_of(practice).items():
            for row in rows:
                handle = known.get((section, row.code)) or self._next()
                self._before[handle] = self._after[handle] = row
        self._policy_before = dict(practice.policy)
        self.policy = dict(practice.policy)

    def follow(self, practice: Practice) -> Clashes:
        """Another desk saved something: take what nobody here has touched, of edited rows field by field.

        A row of which both have changed something stays as it is edited, over what it was; so do rules.
        """
        clashes: list[RowClash] = []
        edited = {handle: (self._before[handle], self._after[handle]) for handle in self.changed()}
        policy, policy_before = self.policy_changes(), self._policy_before
        self.settle(practice)
        known = {(section_of(row), row.code): handle for handle, row in self._after.items()}
        for handle, (before, after) in edited.items():
            present = known.get((section_of(after), after.code)) if before is not None else None
            if before is None or present is None:
                self._before[handle], self._after[handle] = None, after
                continue
            theirs = self._after[present]
            together, both = merged(before, after, theirs)
            if both:
                clashes.append(RowClash(present, before, after, theirs))
                self._before[present], self._after[present] = before, after
            else:
                self._after[present] = together
        self.policy |= policy
        rules = tuple(
            RuleClash(kind, policy_before[kind], ours, practice.policy[kind])
            for kind, ours in policy.items()
            if practice.policy[kind] not in {policy_before[kind], ours}
        )
        self._policy_before |= {each.kind: each.was for each in rules}
        return Clashes(tuple(clashes), rules)

    def decide(self, clashes: Clashes, chosen: Collection[Chosen]) -> None:
        """What both have changed is theirs from now on, but where ours is chosen: that may be saved."""
        for row in clashes.rows:
            places = {
                place
                for handle, place in (each for each in chosen if isinstance(each, tuple))
                if handle == row.handle
            }
            self._before[row.handle] = row.theirs
            self._after[row.handle] = merged(row.before, row.ours, row.theirs, places)[0]
        for rule in clashes.rules:
            self._policy_before[rule.kind] = rule.theirs
            self.policy[rule.kind] = rule.ours if rule.kind in chosen else rule.theirs

    def _next(self) -> Handle:
        self._count += 1
        return Handle(self._count)
