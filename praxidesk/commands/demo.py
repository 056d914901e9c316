"""``praxidesk demo``: make the demo practice, and open it; without a display, save pictures of it."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from praxidesk.commands.day_argument import day
from praxidesk.commands.faults import explain, without_password
from praxidesk.commands.opening import faults_explained
from praxidesk.commands.places import replaced_now
from praxidesk.commands.refusing import CommandRefused, warn
from praxidesk.display import choose_platform
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Site
from praxidesk.engine.walltime import Zone
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.practice_clock import PracticeClock
from praxidesk.services.demo import demo_site, make_demo
from praxidesk.services.demo_store import MORNING, demo_moment
from praxidesk.services.desk import Desk

if TYPE_CHECKING:
    from praxidesk.worker.access import OpenStore

VIEWS = ("day", "week", "month", "rooms")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Around which day, and where to keep it."""
    parser.add_argument(
        "--date",
        type=day,
        metavar="D",
        help="made around this day; default: today, or the next day with patients",
    )
    parser.add_argument("--keep", metavar="STORE", help="keep it in this store, or open it again from there")


def run(options: argparse.Namespace) -> int:
    """Make what is missing, then show it."""
    site = demo_site()
    shown, clock = _moment(options, site)
    with _store_url(options) as url:
        with faults_explained(url):
            _furnish(url, site.code, shown, clock())
        if choose_platform():
            return _open(url, clock, shown)
        _save_pictures(url, clock, shown)
        return 0


def _moment(options: argparse.Namespace, site: Site) -> tuple[date, PracticeClock]:
    """Which day to show, and a clock: the machine's while the practice would see patients then.

    At night and on days off nothing could be tried out: then the clock runs from the middle of a morning.
    """
    zone = Zone(site.timezone)
    told = replaced_now(options)
    clock = PracticeClock(told)
    clock.learn(zone)
    now = zone.local(clock())
    if told is not None:
        return options.date or now.date(), clock
    moment = demo_moment(clock())
    shown = options.date or moment.day
    if shown != now.date() or moment.begins_at is not None:
        clock = PracticeClock(datetime.combine(shown, MORNING), runs=True)
        clock.learn(zone)
    return shown, clock


@contextmanager
def _store_url(options: argparse.Namespace) -> Iterator[str]:
    """The store to keep it in; else one that is gone afterwards. Never the practice's own by accident."""
    kept: str | None = options.keep or options.store
    if kept is not None:
        yield kept
        return
    with TemporaryDirectory(prefix="praxidesk-demo-", ignore_cleanup_errors=True) as folder:
        yield str(Path(folder) / "demo.db")


def _furnish(url: str, code: str, shown: date, now: int) -> None:
    """Fill an empty store; leave one that holds the demo practice as it is, and touch no other."""
    store = Store.open(url, create=True)
    try:
        if (known := _practice_in(store)) is not None:
            if known != code:
                raise CommandRefused(
                    f"store {without_password(url)} holds another practice; the demo needs one of its own"
                )
            warn(f"opening the demo practice kept in {without_password(url)}")
            return
        warn(f"making the demo practice around {shown} …")
        report = make_demo(store, shown, now)
        warn(
            f"{report.name}: {report.patients} patients, {report.appointments} appointments, "
            f"{report.operations} operations from {report.first_day} to {report.last_day}"
        )
    finally:
        store.close()


def _practice_in(store: Store) -> str | None:
    """The code of the practice that is already there."""
    try:
        return Desk.open(store, ready=False).practice.site.code
    except StoreUnavailable as fault:
        if fault.fault is StoreFault.EMPTY:
            return None
        raise


def _open(url: str, clock: PracticeClock, shown: date) -> int:
    from praxidesk.app import run as run_window  # noqa: PLC0415 - Qt only where something is drawn

    return run_window(_at(url), clock, day=shown)


def _save_pictures(url: str, clock: PracticeClock, shown: date) -> None:
    from praxidesk.pictures import (  # noqa: PLC0415 - Qt only where something is drawn
        Picture,
        PictureFailed,
        StoreFailed,
        take_pictures,
    )
    from praxidesk.ui.shown.view_kind import ViewKind  # noqa: PLC0415

    files = [Path(f"praxidesk-{view}.png") for view in VIEWS]
    pictures = [Picture(ViewKind(view), shown, file) for view, file in zip(VIEWS, files, strict=True)]
    try:
        take_pictures(_at(url), clock, pictures)
    except StoreFailed as failure:
        raise CommandRefused(explain(failure.fault, failure.detail, url, failure.trouble)) from failure
    except PictureFailed as failure:
        raise CommandRefused(str(failure)) from failure
    names = ", ".join(str(file) for file in files)
    print(f"There is no display; saved pictures of the four views: {names}")


def _at(url: str) -> "OpenStore":
    from praxidesk.worker.opening import store_at  # noqa: PLC0415 - Qt only where something is drawn

    return store_at(url)
