"""Whom each view shows: as chosen at this desk, remembered by code."""

from collections.abc import Iterable

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.shown.arrangement import ColumnsBy
from praxidesk.ui.shown.shown import WITH_COLUMNS, first_choice, first_of_kinds, in_order
from praxidesk.ui.shown.view_kind import ViewKind


class ChosenActors:
    """Until somebody chooses, the first few of the practice.

    Day and week may leave out practitioners, or rooms and devices; who is chosen of those is kept.
    """

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
        """Who is shown, in the order of columns; where nobody of those kinds is chosen, the first few."""
        practice, chosen = self._practice, self._chosen.get(view, ())
        if practice is None or view not in WITH_COLUMNS:
            return chosen
        kinds = self.columns(view).kinds
        shown = tuple(each for each in chosen if practice.actors[each].kind in kinds)
        return shown or (first_of_kinds(practice, view, kinds) if chosen else ())

    def chosen(self, view: ViewKind) -> tuple[ActorId, ...]:
        """Who is chosen, those included whose kind is left out."""
        return self._chosen.get(view, ())

    def restore(self, view: ViewKind, codes: Iterable[str], columns: ColumnsBy) -> None:
        """Show those saved; where the practice has none of them any more, whom it shows at first."""
        practice = self._practice
        if practice is None:
            return
        known = in_order(practice, (practice.actor_ids[each] for each in codes if each in practice.actor_ids))
        self._keep(view, known or first_choice(practice, view))
        if view in WITH_COLUMNS:
            self._settings.set_columns(view, columns)

    def columns(self, view: ViewKind) -> ColumnsBy:
        """Of whom a view has columns."""
        return self._settings.columns(view) if view in WITH_COLUMNS else ColumnsBy.BOTH

    def choose(self, view: ViewKind, actors: Iterable[ActorId]) -> None:
        """Show these in a view, now and at the next start.

        Somebody of a kind that was left out brings both kinds back; who was chosen of it before is not meant.
        """
        practice = self._practice
        if practice is None:
            return
        wanted = in_order(practice, actors)
        kinds = self.columns(view).kinds
        if all(practice.actors[each].kind in kinds for each in wanted):
            left_out = (
                each for each in self._chosen.get(view, ()) if practice.actors[each].kind not in kinds
            )
            self._keep(view, in_order(practice, (*wanted, *left_out)))
        else:
            self._settings.set_columns(view, ColumnsBy.BOTH)
            self._keep(view, wanted)

    def show_columns(self, view: ViewKind, columns: ColumnsBy) -> None:
        """Show practitioners, rooms and devices, or all; who is shown now counts as chosen."""
        practice = self._practice
        if practice is None or view not in WITH_COLUMNS:
            return
        before = set(self._chosen.get(view, ())) | set(self.of(view))
        self._settings.set_columns(view, columns)
        self._keep(view, in_order(practice, before | set(self.of(view))))

    def _keep(self, view: ViewKind, actors: tuple[ActorId, ...]) -> None:
        practice = self._practice
        if practice is not None:
            self._chosen[view] = actors
            self._settings.set_actors(view, (practice.actors[each].code for each in actors))
