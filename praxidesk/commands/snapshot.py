"""``praxidesk snapshot``: a picture of a calendar view, drawn by the real window without a display."""

import argparse
import re
from pathlib import Path

from praxidesk.commands.code_list import code_list
from praxidesk.commands.day_argument import day
from praxidesk.commands.faults import explain
from praxidesk.commands.opening import brought_in, faults_explained, with_login
from praxidesk.commands.places import replaced_now, store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.display import choose_platform

_SIZE = re.compile(r"(\d{1,5})[x×](\d{1,5})", re.ASCII)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to draw, how, and where to."""
    parser.add_argument("--view", required=True, choices=("day", "week", "month", "rooms", "board"))
    parser.add_argument("--date", required=True, type=day, metavar="D", help="a day such as 2026-11-23")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.png")
    parser.add_argument("--size", default=(1600, 1000), type=_size, metavar="1600x1000")
    parser.add_argument("--theme", default="light", choices=("light", "dark"))
    parser.add_argument("--lang", default="de", choices=("de", "en"))
    parser.add_argument("--actors", type=code_list, metavar="A,B", help="codes of those to show")


def run(options: argparse.Namespace) -> int:
    """Draw and save; nothing is shown, and no setting of this desk is read or changed."""
    url, now = store_url(options), replaced_now(options)
    file = _writable(options.out)
    choose_platform(offscreen=True)
    from praxidesk.pictures import (  # noqa: PLC0415 - Qt only where something is drawn
        LARGEST,
        SMALLEST,
        BoardPicture,
        Picture,
        PictureFailed,
        StoreFailed,
        take_board_picture,
        take_pictures,
    )
    from praxidesk.practice_clock import PracticeClock  # noqa: PLC0415
    from praxidesk.ui.settings import ThemeMode  # noqa: PLC0415
    from praxidesk.ui.shown.view_kind import ViewKind  # noqa: PLC0415
    from praxidesk.ui.wording.language import Language  # noqa: PLC0415
    from praxidesk.worker.opening import store_at  # noqa: PLC0415

    width, height = options.size
    if not (SMALLEST[0] <= width <= LARGEST[0] and SMALLEST[1] <= height <= LARGEST[1]):
        least, most = (f"{wide}x{high}" for wide, high in (SMALLEST, LARGEST))
        raise CommandRefused(f"--size {width}x{height}: from {least} to {most}")
    with faults_explained(url):
        brought_in(url)
        way = with_login(url)
    store, clock, language = store_at(way, reads_only=True), PracticeClock(now), Language(options.lang)
    try:
        if options.view == "board":
            rooms = options.actors or ()
            take_board_picture(store, clock, BoardPicture(options.date, file, width, height, language, rooms))
        else:
            theme = ThemeMode(options.theme)
            view = ViewKind(options.view)
            picture = Picture(view, options.date, file, width, height, theme, language, options.actors)
            take_pictures(store, clock, [picture])
    except StoreFailed as failure:
        raise CommandRefused(explain(failure.fault, failure.detail, url, failure.trouble)) from failure
    except PictureFailed as failure:
        raise CommandRefused(str(failure)) from failure
    return 0


def _writable(file: Path) -> Path:
    if file.suffix.casefold() != ".png":
        raise CommandRefused(f"--out: {file} should end in .png")
    if file.is_dir():
        raise CommandRefused(f"--out: {file} is a folder")
    if not file.parent.is_dir():
        raise CommandRefused(f"--out: there is no folder {file.parent}")
    return file


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1600x1000")
    return int(found[1]), int(found[2])
