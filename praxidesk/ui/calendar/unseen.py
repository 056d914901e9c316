"""Time of which the reader does not see what takes it: where it lies, and what is said of it.

Either the reader knows that it is taken and not by what, or does not even know when somebody is taken at all.
"""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.spans import Span, intersected, merged
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.calendar.ground import ColumnGround
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates, words

translate = QCoreApplication.translate


TakenSpans = tuple[tuple[ActorId, tuple[Span, ...]], ...]
"""Somebody, and when they are taken."""


class UnseenTime:
    """When everybody is taken by entries that the reader of a state does not see."""

    def __init__(self, state: CalendarState) -> None:
        spans: dict[ActorId, list[Span]] = {}
        for each in state.unseen:
            if each.occupies:
                spans.setdefault(each.actor, []).append(each.span)
        self._taken = {actor: merged(own) for actor, own in spans.items()}

    def of(self, actor: ActorId, within: Span) -> tuple[Span, ...]:
        """Disjoint, sorted, cut at the edges."""
        own = self._taken.get(actor)
        return tuple(intersected(own, [within])) if own else ()

    def of_all(self, actors: Iterable[ActorId], within: Span) -> TakenSpans:
        """The same of all who have any, in their order."""
        if not self._taken:
            return ()
        found = ((actor, self.of(actor, within)) for actor in actors)
        return tuple((actor, spans) for actor, spans in found if spans)

    def laid_on(self, ground: ColumnGround, actor: ActorId, day: Span) -> ColumnGround:
        """A column's ground with what of its day is taken so; itself where nothing is."""
        found = self.of(actor, day)
        return replace(ground, unseen=found) if found else ground


def said_of_free(state: CalendarState, actor: ActorId, span: Span) -> str:
    """What to say of time without a tile instead of that it is free; empty where it is."""
    if any(each.actor == actor and each.occupies and each.span.overlaps(span) for each in state.unseen):
        return f"{taken_word()}. {taken_because()}"
    return "" if state.reader.knows_times_of(actor) else not_known(is_empty=False)


def taken_word() -> str:
    """``Belegt``."""
    return translate("unseen", "Taken")


def taken_because() -> str:
    """Why no more is told of taken time."""
    return translate("unseen", "Belongs to another site.")


def other_site() -> str:
    """What is in the way, where only that is known."""
    return translate("unseen", "another site")


def taken_spoken(state: CalendarState, actor: ActorId, span: Span) -> str:
    """For a screen reader: that it is taken, when, whose time it is, and why nothing else is said."""
    parts = (
        taken_word(),
        dates.long_day(state.zone.day_of(span.start)),
        one_line(words.actor_name(state.practice, actor)),
        dates.time_range(state.zone, span),
    )
    return f"{', '.join(part for part in parts if part)}. {taken_because()}"


def taken_tooltip(state: CalendarState, span: Span) -> str:
    """The same for who points at it; escaped, for ``QToolTip``."""
    time = dates.time_range(state.zone, span)
    return plain_tooltip(f"{taken_word()} {time}\n{taken_because()}")


def not_known(*, is_empty: bool) -> str:
    """What stands on a column whose times are not seen.

    :param is_empty: nothing at all of them is seen
    """
    if is_empty:
        return translate("unseen", "Times not visible")
    return translate("unseen", "Not all times visible")


def not_known_short() -> str:
    """The same where there is little room."""
    return translate("unseen", "not visible")


def not_known_because() -> str:
    """Why empty time is no free time."""
    return translate("unseen", "This login does not see when they are taken. Empty time need not be free.")


def not_known_spoken(state: CalendarState, actor: ActorId, span: Span, *, is_empty: bool) -> str:
    """For a screen reader: whose times are not seen on which day, and what that means."""
    said = not_known(is_empty=is_empty)
    day = dates.long_day(state.zone.day_of(span.start))
    return f"{said}, {day}, {one_line(words.actor_name(state.practice, actor))}. {not_known_because()}"


def not_known_tooltip(*, is_empty: bool) -> str:
    """The same for who points at it; escaped, for ``QToolTip``."""
    return plain_tooltip(f"{not_known(is_empty=is_empty)}\n{not_known_because()}")
