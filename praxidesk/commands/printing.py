"""``praxidesk print``: lists, plans and slips as PDF files, made without a display."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from praxidesk.commands.code_list import code_list
from praxidesk.commands.day_argument import day
from praxidesk.commands.opening import clock, opened_desk
from praxidesk.commands.refusing import CommandRefused
from praxidesk.display import choose_platform
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryId

if TYPE_CHECKING:
    from praxidesk.services.desk import Desk
    from praxidesk.ui.printing.job import Job

KINDS = ("day", "week", "month", "rooms", "slip", "recall")
_LARGEST_ID = 2**63 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to print, of whom and when, and where to."""
    parser.add_argument("kind", choices=KINDS, help="what to print")
    parser.add_argument("--date", type=day, metavar="D", help="of day, week, month and rooms: 2026-11-23")
    parser.add_argument(
        "--actors", type=code_list, metavar="A,B", help="codes of those to print; else those of the view"
    )
    parser.add_argument("--entry", type=int, metavar="ID", help="of a slip: the entry")
    parser.add_argument("--type", metavar="CODE", help="of a recall list: the appointment type")
    parser.add_argument(
        "--from", dest="first", type=day, metavar="D", help="of a recall list: last here from"
    )
    parser.add_argument("--to", dest="last", type=day, metavar="D", help="… to, included")
    parser.add_argument("--a4", action="store_true", help="of a slip: at the corner of an A4 sheet")
    parser.add_argument("--pdf", required=True, type=Path, metavar="FILE.pdf")
    parser.add_argument("--lang", default="de", choices=("de", "en"))


def run(options: argparse.Namespace) -> int:
    """Write one PDF file, whole or not at all; say on standard output how many pages it has."""
    _check_options(options)
    file = _writable(options.pdf)
    with opened_desk(options, reads_only=True) as desk:
        now = clock(options, desk.zone)()
        choose_platform(offscreen=True)
        pages = _print(options, desk, now, file)
    print(f"{file}: {pages} page{'s' * (pages != 1)}")
    return 0


def _print(options: argparse.Namespace, desk: "Desk", now: int, file: Path) -> int:
    from praxidesk.app import application  # noqa: PLC0415 - Qt only where something is drawn
    from praxidesk.ui.printing.composing import Answer, composed  # noqa: PLC0415
    from praxidesk.ui.printing.page_frame import stamp  # noqa: PLC0415
    from praxidesk.ui.printing.pdf_file import pdf_bytes  # noqa: PLC0415
    from praxidesk.ui.whole_file import save_whole  # noqa: PLC0415
    from praxidesk.ui.wording.language import Language, speak  # noqa: PLC0415
    from praxidesk.worker.store_answers import answer  # noqa: PLC0415

    job = _job(options, desk.practice)
    question = job.question(desk.practice)
    if question is None:
        raise CommandRefused(f"--actors: the practice has nobody to print a {options.kind} of")
    found = answer(desk, question, now)
    if not isinstance(found, Answer):
        raise CommandRefused(f"--entry: there is no entry {options.entry}")
    speak(application(), Language(options.lang))
    document = composed(job, desk.practice, desk.zone, found)
    content = pdf_bytes(document, stamp(desk.zone, now, now))
    try:
        save_whole(file, content)
    except OSError as error:
        reason = error.strerror or error
        raise CommandRefused(f"--pdf: {file} was not saved: {reason}") from error
    return document.count


def _job(options: argparse.Namespace, practice: Practice) -> "Job":
    from praxidesk.ui.printing.job import VIEWS, Job, PrintKind  # noqa: PLC0415 - as above
    from praxidesk.ui.shown.shown import first_choice  # noqa: PLC0415

    kind = PrintKind(options.kind)
    for code in options.actors or ():
        known = practice.actor_ids.get(code)
        if known is None or known not in practice.actors:
            raise CommandRefused(f"--actors: the practice has no {code!r}")
    if kind is PrintKind.RECALL and options.type not in practice.type_ids:
        raise CommandRefused(f"--type: the practice has no type {options.type!r}")
    if options.actors is not None:
        actors = tuple(dict.fromkeys(practice.actor_ids[code] for code in options.actors))
    else:
        actors = first_choice(practice, VIEWS[kind]) if kind in VIEWS else ()
    return Job(
        kind,
        options.date or date.min,
        actors,
        EntryId(options.entry) if options.entry is not None else None,
        options.a4,
        practice.type_ids.get(options.type) if kind is PrintKind.RECALL else None,
        options.first or date.min,
        options.last or date.max,
    )


def _check_options(options: argparse.Namespace) -> None:
    """Each kind needs its own options, and none of the others'."""
    needed = {"slip": ("entry",), "recall": ("type", "first", "last")}.get(options.kind, ("date",))
    allowed = {"slip": ("entry", "a4"), "recall": needed}.get(options.kind, ("date", "actors"))
    names = {"first": "from", "last": "to"}
    for option in needed:
        if getattr(options, option) is None:
            raise CommandRefused(f"print {options.kind} needs --{names.get(option, option)}")
    for option in ("date", "actors", "entry", "type", "first", "last", "a4"):
        if option not in allowed and getattr(options, option) not in (None, False):
            raise CommandRefused(f"print {options.kind} takes no --{names.get(option, option)}")
    if options.kind == "recall" and options.last < options.first:
        raise CommandRefused(f"--to {options.last} is before --from {options.first}")
    if options.kind == "slip" and not 0 < options.entry <= _LARGEST_ID:
        raise CommandRefused(f"--entry: there is no entry {options.entry}")


def _writable(file: Path) -> Path:
    if file.suffix.casefold() != ".pdf":
        raise CommandRefused(f"--pdf: {file} should end in .pdf")
    if file.is_dir():
        raise CommandRefused(f"--pdf: {file} is a folder")
    if not file.parent.is_dir():
        raise CommandRefused(f"--pdf: there is no folder {file.parent}")
    return file
