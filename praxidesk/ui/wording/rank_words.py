"""In what order proposals come, and why one of them stands where it does."""

from PySide6.QtCore import QCoreApplication, QLocale

from praxidesk.engine.outcomes import Habit, Neatness, Reason, Slot, Workload
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import Ranking
from praxidesk.ui.wording import words

translate = QCoreApplication.translate


def ranking_name(ranking: Ranking) -> str:
    """``früheste zuerst``."""
    return {
        Ranking.EARLIEST: translate("ranking", "earliest first"),
        Ranking.COMPACT: translate("ranking", "fewest gaps first"),
        Ranking.EVEN: translate("ranking", "evenly spread"),
        Ranking.PREFERRED: translate("ranking", "usual times first"),
    }[ranking]


def next_ranking(ranking: Ranking) -> Ranking:
    """The one after it, and round again."""
    every = list(Ranking)
    return every[(every.index(ranking) + 1) % len(every)]


def slot_reason(practice: Practice, slot: Slot) -> str:
    """Why it stands where it does, or for whom somebody stands in; empty where the time says it all."""
    if slot.instead_of:
        return translate("ranking", "instead of {names}").format(
            names=", ".join(words.short_actor_name(practice, wished) for _, wished in slot.instead_of)
        )
    return "" if slot.reason is None else _reason(slot.reason)


def _reason(reason: Reason) -> str:
    match reason:
        case Neatness(pieces=0):
            return translate("ranking", "leaves no gap")
        case Neatness(minutes=minutes):
            return translate("ranking", "leaves {minutes} min free beside it").format(minutes=minutes)
        case Workload(minutes=minutes):
            return translate("ranking", "{hours} h taken so far").format(
                hours=QLocale().toString(minutes / 60, "f", 1)
            )
        case Habit(of=0):
            return translate("ranking", "no habit known yet")
        case Habit(weekday=weekday, hour=hour, count=count, of=of):
            day = QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat).rstrip(".")
            return translate("ranking", "{day} {hour}–{next} h: {count} of {of}").format(
                day=day, hour=hour, next=hour + 1, count=count, of=of
            )
