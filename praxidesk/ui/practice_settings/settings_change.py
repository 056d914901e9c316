"""What was saved in the settings, to be taken back and saved again over whatever is stored by then."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from praxidesk.engine.actors import Actor
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
from praxidesk.ui.practice_settings.row_merge import merged


@dataclass(frozen=True, slots=True)
class RowPair:
    """One row before and after."""

    before: PracticeRow
    after: PracticeRow


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """Rows and rules that were saved together."""

    rows: tuple[RowPair, ...]
    policy_before: Mapping[ConflictKind, Severity] = field(default_factory=dict)
    policy: Mapping[ConflictKind, Severity] = field(default_factory=dict)

    @property
    def reversed(self) -> "SettingsChange":
        """What takes it back."""
        pairs = tuple(RowPair(each.after, each.before) for each in self.rows)
        return SettingsChange(pairs, self.policy, self.policy_before)

    def draft(self, practice: Practice) -> PracticeDraft | None:
        """What is to be saved over what is stored now: fields and days that others have changed stay theirs.

        ``None`` where somebody else has changed the very same since, or has taken the row out of sight.
        """
        stored = _by_code(practice)
        changes = []
        for each in self.rows:
            present = stored.get((section_of(each.after), each.after.code))
            if present is None or (isinstance(present, Actor) and present.is_elsewhere):
                return None
            wanted, both = merged(each.before, each.after, present)
            if both:
                return None
            if wanted != present:
                changes.append(RowChange(present, wanted))
        if any(practice.policy.get(kind) is not was for kind, was in self.policy_before.items()):
            return None
        draft = PracticeDraft(tuple(changes), self.policy_before, self.policy)
        return draft if draft else None


def settings_change(draft: PracticeDraft, stored: Practice) -> SettingsChange | None:
    """The draft as it was saved, in the words of the store.

    A new person, room or device is taken back by being no longer active. ``None`` where something else is
    new: nothing is deleted, and such a row has no other way out of use.
    """
    known = _by_code(stored)
    pairs = []
    for each in draft.rows:
        after = known.get((each.section, each.after.code))
        if after is None:
            return None
        before = each.before if each.before is not None else _out_of_use(after)
        if before is None:
            return None
        pairs.append(RowPair(before, after))
    return SettingsChange(tuple(pairs), draft.policy_before, draft.policy)


def changed_names(change: SettingsChange) -> Iterable[str]:
    """What the rows are called."""
    return (each.after.name or each.after.code for each in change.rows)


def _out_of_use(row: PracticeRow) -> PracticeRow | None:
    return replace(row, active=False) if isinstance(row, Actor) else None


def _by_code(practice: Practice) -> dict[tuple[Section, str], PracticeRow]:
    return {(section, row.code): row for section, rows in rows_of(practice).items() for row in rows}
