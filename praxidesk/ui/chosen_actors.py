"""Whom each view shows: as chosen at this desk, remembered by code."""

from collections.abc import Iterable

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.shown import first_choice, in_order
from praxidesk.ui.view_kind import ViewKind


class ChosenActors:
    """Until somebody chooses, the first few of the practice."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings
        self._practice: Practice | None = None
        self._chosen: dict[ViewKind, tuple[ActorId, ...]] = {}

    def know(self, practice: Practice) -> None:
        """The practice is another one now; who is gone from it is no longer chosen."""
        self._practice = practice
        for view in ViewKind:
            codes = self._settings.actors(view) or ()
            known = (practice.actor_ids[code] for code in codes if code in practice.actor_ids)
            self._chosen[view] = in_order(practice, known) or first_choice(practice, view)

    def of(self, view: ViewKind) -> tuple[ActorId, ...]:
        """In the order of columns."""
        return self._chosen.get(view, ())

    def choose(self, view: ViewKind, actors: Iterable[ActorId]) -> None:
        """Show these in a view, now and at the next start."""
        practice = self._practice
        if practice is not None:
            self._chosen[view] = in_order(practice, actors)
            self._settings.set_actors(view, (practice.actors[each].code for each in self._chosen[view]))
