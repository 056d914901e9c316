"""What the views show, kept up to date: weeks from the gateway, joined into one state."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import GONE, ActorId, EntryId, EntryKind, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.entry_filter import NO_FILTER, EntryFilter
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.joined_weeks import JoinedWeeks
from praxidesk.ui.late_notice import LateNotice
from praxidesk.ui.newest import Newest
from praxidesk.ui.other_desks.earlier_states import EarlierStates
from praxidesk.ui.panels.status_line import Counts
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, WeekBatch
from praxidesk.worker.week_cache import mondays_of

_MOST_COUNTS = 48
_COUNTED_IN_TIME = 20
"""So many entries are counted in the time in which one is laid out."""
JOIN_MS = 120
"""How long weeks of one load are waited for, to be shown together."""
TICK_MS = 20_000
"""How often the line of now moves."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How entries are drawn, by choice."""

    colour_by: ColourBy = ColourBy.TYPE
    cancelled: bool = False
    """Cancelled ones too."""
    grid_minutes: int = 0
    filter: EntryFilter = NO_FILTER
    of_everybody: bool = False
    """Counted are not only entries of those chosen: the plan of operations shows those without a room too."""


_About = tuple[Span, frozenset[ActorId], Drawn, Span | None]
"""Today, whom, how drawn, and on which days where not on all: what a week's counts depend on."""


class CalendarFeed(QObject):
    """Asks for the weeks of the days shown, and builds a new state whenever one of them arrives.

    The last known batch of a week stays on screen until the new one is there.
    """

    state_built = Signal(object)
    """``CalendarState``."""
    went_wrong = Signal(object)
    """``str``: the days shown could not be loaded."""
    calendar_changed = Signal(object)
    """``int``: when a change, here or at another desk, came to the screen."""

    def __init__(self, gateway: Gateway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._days: tuple[date, ...] = ()
        self._actors: tuple[ActorId, ...] = ()
        self._chosen: frozenset[ActorId] = frozenset()
        self._how = Drawn()
        self._weeks: dict[date, WeekBatch] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._build)
        self._beside: tuple[Entry, ...] = ()
        self._joined = JoinedWeeks()
        self._earlier = EarlierStates()
        self._coming: dict[date, WeekBatch] = {}
        """Weeks that have come and that the views do not show yet; nobody else knows them before."""
        self._joining = QTimer(self)
        self._joining.setSingleShot(True)
        self._joining.setInterval(JOIN_MS)
        self._joining.timeout.connect(self._catch_up)
        self._counts: Newest[date, tuple[Sequence[Entry], _About, Counts]] = Newest(_MOST_COUNTS)
        """Of weeks shown lately: what was counted, what about it, and what came out."""
        self._newly_counted = 0
        self._asked: Ticket | None = None
        self.lateness = LateNotice(self)
        gateway.load_finished.connect(self._on_load_finished)
        gateway.failed.connect(self._on_failed)
        gateway.week_loaded.connect(self._on_week_loaded)
        gateway.store_changed.connect(self._on_store_changed)
        gateway.signed_in.connect(self._build)

    def show(self, days: tuple[date, ...], actors: tuple[ActorId, ...], how: Drawn) -> None:
        """Show these from now on: at once what is known of them, the rest when it is loaded."""
        wanted = mondays_of(days)
        is_other = days != self._days
        self._days, self._actors, self._chosen = days, actors, frozenset(actors)
        self._how = how
        if is_other:
            self._coming.clear()
            self._weeks = {monday: batch for monday in wanted if (batch := self._known(monday)) is not None}
        self._build()
        if is_other:
            self._ask()
        self._timer.start()

    @property
    def days(self) -> tuple[date, ...]:
        """The days shown."""
        return self._days

    @property
    def is_complete(self) -> bool:
        """Whether all weeks of the days shown are there, and told."""
        return not self._coming and all(monday in self._weeks for monday in mondays_of(self._days))

    def foreseen(self, days: tuple[date, ...]) -> CalendarState | None:
        """What would be shown of other days; ``None`` where not all of it is known yet."""
        practice, zone = self._gateway.practice, self._gateway.zone
        batches = [self._gateway.week(monday) for monday in mondays_of(days)]
        known = tuple(batch for batch in batches if batch is not None)
        if practice is None or zone is None or not days or len(known) < len(batches):
            return None
        return self._state_of(practice, zone, days, known)

    def reload(self) -> None:
        """Ask for the weeks shown once more, as after the practice has changed."""
        if self._days:
            self._ask()
            self._build()

    def know_beside(self, entries: tuple[Entry, ...]) -> None:
        """These are shown too, though they may be of other days."""
        self._beside = entries

    def entries(self) -> Iterator[Entry]:
        """Everything known of the days shown, every status, each once; and what is shown beside them."""
        batches = self._batches()
        beside = (each for each in self._beside if self._joined.entry(batches, each.id) is None)
        return chain(chain.from_iterable(self._joined.own(batches)), beside)

    def those(self, wanted: Collection[EntryId]) -> tuple[Entry, ...]:
        """Those of them that are known, by start."""
        found = (self.entry(each) for each in wanted)
        known = (each for each in found if each is not None)
        return tuple(sorted(known, key=lambda each: (each.starts_at, each.id)))

    def entry(self, wanted: EntryId | None) -> Entry | None:
        """One of them."""
        if wanted is None:
            return None
        known = self._joined.entry(self._batches(), wanted)
        return known or next((each for each in self._beside if each.id == wanted), None)

    def in_version(self, wanted: EntryId, version: int) -> Entry | None:
        """An entry as this desk knew it when it had that version, if it is still remembered."""
        known = self.entry(wanted)
        return known if known is not None and known.version == version else self._earlier.get(wanted, version)

    def counting(self) -> Iterator[int]:
        """What ``counts`` would do at once, week by week; each tells how many entries it looked at."""
        for _ in self._weeks_counted():
            yield self._newly_counted
            self._newly_counted = 0

    def counts(self) -> Counts:
        """What the status line says about the days shown."""
        weeks = list(self._weeks_counted())
        self._newly_counted = 0
        return Counts(
            passing=sum(each.passing for each in weeks),
            entries=sum(each.entries for each in weeks),
            operations=sum(each.operations for each in weeks),
            waiting=sum(each.waiting for each in weeks),
        )

    def _weeks_counted(self) -> Iterator[Counts]:
        practice, zone = self._gateway.practice, self._gateway.zone
        if practice is None or zone is None or not self._days:
            return
        today, span = zone.day(zone.day_of(self._gateway.now())), _span_of(zone, self._days)
        batches = self._batches()
        for batch, own in zip(batches, self._joined.own(batches), strict=True):
            within = None if span.contains(batch.span) else span
            yield self._counts_of(batch.monday, own, (today, self._chosen, self._how, within))

    def _counts_of(self, monday: date, own: Sequence[Entry], about: _About) -> Counts:
        """Of one week; counted once, as long as it is made of the same entries."""
        known = self._counts.get(monday)
        # A week without entries over its edges is handed on as it is.
        if known is not None and known[0] is own and known[1] == about:
            return known[2]
        counted, today = _counted(own), about[0]
        shown = self._shown(counted)
        counts = Counts(
            passing=sum(map(self._how.filter.passes, shown)),
            entries=len(shown),
            operations=sum([entry.kind is EntryKind.OPERATION for entry in shown]),
            waiting=sum([each.status is Status.ARRIVED and each.span.overlaps(today) for each in counted]),
        )
        self._counts[monday] = own, about, counts
        self._newly_counted += len(own) // _COUNTED_IN_TIME
        return counts

    def counts_with(self, wanted: EntryFilter) -> tuple[int, int]:
        """How many of the entries shown a filter would let pass, and how many there are."""
        shown = self._shown(_counted(self.entries()))
        return sum(wanted.passes(entry) for entry in shown), len(shown)

    def _batches(self) -> tuple[WeekBatch, ...]:
        return tuple(self._weeks[monday] for monday in sorted(self._weeks))

    def _shown(self, entries: list[Entry]) -> list[Entry]:
        """Those that stand on the days shown and take one of those chosen, or need not."""
        zone = self._gateway.zone
        if zone is None or not self._days:
            return []
        (start, end), chosen = _span_of(zone, self._days), self._chosen
        there = [each for each in entries if each.starts_at < end and start < each.ends_at]
        if self._how.of_everybody:
            return there
        shown: list[Entry] = []
        for entry in there:
            for part in entry.allocations:
                if part.actor in chosen:
                    shown.append(entry)
                    break
        return shown

    def _known(self, monday: date) -> WeekBatch | None:
        return self._gateway.week(monday) or self._weeks.get(monday)

    def _ask(self) -> None:
        self._asked = self._gateway.show_weeks(mondays_of(self._days))
        self.lateness.begin()

    @Slot(object)
    def _on_load_finished(self, ticket: Ticket) -> None:
        if ticket == self._asked:
            self.lateness.end()
            self._joining.stop()
            self._catch_up()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._asked:
            self.lateness.end()
            self.went_wrong.emit(fault_message(failed.fault, None).text)

    @Slot(object)
    def _on_week_loaded(self, batch: WeekBatch) -> None:
        # What came from the cache is on screen already.
        if batch.monday in mondays_of(self._days) and self._weeks.get(batch.monday) is not batch:
            self._coming[batch.monday] = batch
            # The first one at once; those that follow it closely together, because each is a whole new state.
            if not self._joining.isActive():
                self._build()
                self._joining.start()

    @Slot()
    def _catch_up(self) -> None:
        if self._coming:
            self._build()

    @Slot(object)
    def _on_store_changed(self, changed: tuple[date, ...]) -> None:
        for monday in changed:
            batch = self._gateway.week(monday)
            if (
                monday in mondays_of(self._days)
                and batch is not None
                and self._weeks.get(monday) is not batch
            ):
                self._coming[monday] = batch
        # What came first is on screen already.
        self._catch_up()
        self.calendar_changed.emit(self._gateway.now())

    @Slot()
    def _build(self) -> None:
        for monday, batch in self._coming.items():
            if (known := self._weeks.get(monday)) is not None:
                self._earlier.note(known, batch)
        self._weeks |= self._coming
        self._coming.clear()
        practice, zone = self._gateway.practice, self._gateway.zone
        if practice is None or zone is None or not self._days:
            return
        self.state_built.emit(self._state_of(practice, zone, self._days, self._batches()))

    def _state_of(
        self, practice: Practice, zone: Zone, days: tuple[date, ...], batches: tuple[WeekBatch, ...]
    ) -> CalendarState:
        span = _span_of(zone, days)
        entries = self._joined.entries(batches, span)
        return CalendarState(
            practice=practice,
            zone=zone,
            days=days,
            actors=self._actors,
            entries=entries,
            now=self._gateway.now(),
            show_cancelled=self._how.cancelled,
            colour_by=self._how.colour_by,
            grid_minutes=self._how.grid_minutes,
            filter=self._how.filter,
            reader=self._gateway.person,
            unseen=self._joined.unseen(batches, span),
        )


_BLOCKED = EntryKind.BLOCKOUT


def _counted(entries: Iterable[Entry]) -> list[Entry]:
    """What stands, blocked time aside."""
    return [entry for entry in entries if entry.status not in GONE and entry.kind is not _BLOCKED]


def _span_of(zone: Zone, days: tuple[date, ...]) -> Span:
    return Span(zone.at(days[0], 0), zone.at(days[-1], 1440))
