"""Entries that break a rule as lines of a list: when, who, why."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.bulk import Breach
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui import dates, words
from praxidesk.ui.conflict_wording import ConflictWording
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice

translate = QCoreApplication.translate

LINE = 48
"""Pixels of one line: two rows of text."""


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
