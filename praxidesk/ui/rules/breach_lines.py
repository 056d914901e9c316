"""Entries that break a rule as lines of a list: when, who, why."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.bulk import Breach
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ConflictKind
from praxidesk.engine.walltime import Zone
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.conflict_wording import ConflictWording

translate = QCoreApplication.translate

LINE = 48
"""Pixels of one line: two rows of text."""


Reason = tuple[ConflictKind, ActorId | None]
"""A rule, and for whom it is broken; ``None`` where it is the same for everybody."""


def reason_of(breach: Breach) -> Reason:
    """Why an entry cannot stay, as its line says: the first of its conflicts."""
    return _reason(breach.conflicts[0])


def has_reason(breach: Breach, reason: Reason) -> bool:
    """Whether an entry breaks the same rule for the same person, or for everybody."""
    return any(_reason(each) == reason for each in breach.conflicts)


def _reason(conflict: Conflict) -> Reason:
    is_everybody = conflict.kind is ConflictKind.PRACTICE_CLOSED
    return conflict.kind, None if is_everybody else conflict.actor


def breach_line(
    practice: Practice, zone: Zone, wording: ConflictWording, breach: Breach, *, who: int, why: int
) -> Choice:
    """One line; ``who`` and ``why`` are where its columns begin, in pixels."""
    entry = breach.entry
    day = zone.day_of(entry.starts_at)
    sentences = [wording.sentence(each) for each in breach.conflicts]
    reason = sentences[0]
    more = len(sentences) - 1
    if more:
        reason = translate("rules", "{sentence} (and {count} more)").format(sentence=reason, count=more)
    below = words.service_name(practice, entry)
    if entry.override_reason:
        below = translate("rules", "{what} · overridden").format(what=below)
    return Choice(
        (
            Cell(dates.short_day(day), 0, below=dates.time_range(zone, entry.span)),
            Cell(words.entry_name(practice, entry), who, CellLook.NAME, below=below),
            Cell(reason, why),
        ),
        name=f"{dates.when(zone, entry.span)} {words.entry_name(practice, entry)}: {reason}",
    )
