"""What a saved view shows, in words."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.filtering.filter_words import filter_words
from praxidesk.ui.saved_views.saved_view import LONGEST_NAME, SavedView
from praxidesk.ui.shown.arrangement import Grid
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording.actor_names import short_name
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate
_NAMED = 3


def kind_name(view: ViewKind) -> str:
    """``Woche``."""
    return {
        ViewKind.DAY: translate("actions", "Day"),
        ViewKind.WEEK: translate("actions", "Week"),
        ViewKind.MONTH: translate("actions", "Month"),
        ViewKind.ROOMS: translate("actions", "OP plan"),
    }[view]


def proposed_name(practice: Practice, view: SavedView) -> str:
    """``Woche Dr. Weber, Dr. Koç``; with many, the view alone."""
    names = _names(practice, view)
    words = f"{kind_name(view.view)} {', '.join(names)}" if 0 < len(names) <= _NAMED else kind_name(view.view)
    return words[:LONGEST_NAME]


def view_words(practice: Practice, view: SavedView) -> str:
    """``Woche · Dr. Weber, Dr. Koç · Raster 15 min · Filter: Kontrolle``."""
    names = _names(practice, view)
    who = ", ".join(names) if len(names) <= _NAMED else counted.chosen(len(names))
    parts = [kind_name(view.view), who]
    if view.grid is not Grid.AUTO:
        parts.append(translate("saved", "grid {minutes} min").format(minutes=view.grid.minutes))
    wanted = view.filter.filter(practice)
    if wanted.is_active:
        parts.append(translate("saved", "filter: {asked}").format(asked=filter_words(practice, wanted)))
    return " · ".join(each for each in parts if each)


def _names(practice: Practice, view: SavedView) -> list[str]:
    """Of those who have columns."""
    known = [practice.actors[practice.actor_ids[code]] for code in view.actors if code in practice.actor_ids]
    return [
        short_name(one_line(each.name)) if each.kind is ActorKind.PRACTITIONER else one_line(each.name)
        for each in known
        if each.kind in view.columns.kinds
    ]
