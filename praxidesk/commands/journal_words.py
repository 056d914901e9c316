"""The journal as sentences, one a deed, as the window tells it: who did what to what, and when."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from praxidesk.display import choose_platform
from praxidesk.engine.history import EntryDeed, HistoryFilter, HistoryLine
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.services.desk import Desk
from praxidesk.services.history import history_page

if TYPE_CHECKING:
    from praxidesk.engine.walltime import Zone


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How it is told."""
    told = parser.add_mutually_exclusive_group()
    told.add_argument("--words", action="store_true", help="show: as sentences, as the window tells it")
    told.add_argument("--json", action="store_true", help="show: the rows themselves, as without --words")
    parser.add_argument("--lang", default="de", choices=("de", "en"), help="show --words: in which language")


def sentences(desk: Desk, wanted: JournalFilter, limit: int, language: str) -> Iterator[str]:
    """The newest deeds, newest first: when, who and from where, to what, what.

    Names of patients as far as the login may see them. What people wrote stands in it without characters
    that a terminal would obey.
    """
    choose_platform(offscreen=True)
    from praxidesk.app import application  # noqa: PLC0415 - Qt only where something is worded
    from praxidesk.ui.wording.language import Language, speak  # noqa: PLC0415

    speak(application(), Language(language))
    for line in _newest(desk, wanted, limit):
        yield _sentence(desk, line)


def _newest(desk: Desk, wanted: JournalFilter, limit: int) -> Iterator[HistoryLine]:
    patients = (wanted.patient,) if wanted.patient is not None else None
    asked = HistoryFilter(wanted.entry, patients, login=wanted.login, span=wanted.span)
    newest, offset = None, 0
    while offset < limit:
        page = history_page(desk, asked, newest, offset)
        yield from page.lines[: limit - offset]
        newest, offset = page.newest, offset + len(page.lines)
        if not page.lines or offset >= page.total:
            return


def _sentence(desk: Desk, line: HistoryLine) -> str:
    from praxidesk.ui.history import history_words  # noqa: PLC0415
    from praxidesk.ui.wording import dates  # noqa: PLC0415 - as above

    zone: Zone = desk.zone
    what = line.what
    said = (
        history_words.subject_words(desk.practice, zone, line),
        history_words.deed_words(desk.practice, zone, line),
        history_words.note_words(what) if isinstance(what, EntryDeed) else "",
        f"#{what.entry}" if isinstance(what, EntryDeed) else "",
    )
    when = f"{dates.birth_date(zone.day_of(line.at))} {dates.clock(zone, line.at)}"
    told = (when, history_words.doer_words(line.doer), history_words.listed(said))
    return "  ".join(_printable(each) for each in told)


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else " " for each in text)
