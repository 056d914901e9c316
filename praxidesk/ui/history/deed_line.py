"""A deed of the history as a line of a list, and all of it in words."""

from praxidesk.engine.history import EntryDeed, HistoryLine
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.history import history_words
from praxidesk.ui.search.found_line import FoundLine, Piece
from praxidesk.ui.wording import dates


def deed_line(practice: Practice, zone: Zone, line: HistoryLine, now: int) -> FoundLine:
    """``10:42 · Heute · Kaya, Deniz · Kontrolle … · verschoben von … · anna · Platz 2``."""
    day, today = zone.day_of(line.at), zone.day_of(now)
    written = dates.relative_day(day, today) if day.year == today.year else dates.birth_date(day)
    place = history_words.place_words(line.doer)
    return FoundLine(
        Piece(dates.clock(zone, line.at)),
        Piece(written),
        Piece(history_words.subject_words(practice, zone, line)),
        Piece(history_words.deed_words(practice, zone, line)),
        line.doer.person or place,
        below_last=place if line.doer.person else "",
    )


def deed_text(practice: Practice, zone: Zone, line: HistoryLine) -> str:
    """Everything about one deed, over several lines."""
    what = line.what
    said = (
        history_words.deed_words(practice, zone, line),
        history_words.note_words(what) if isinstance(what, EntryDeed) else "",
        f"{dates.when_at(zone, line.at)} · {history_words.doer_known(line.doer)}",
    )
    return "\n".join(each for each in said if each)
