"""A view somebody saved: what is shown and how, by codes, never whom of the patients."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.filtering.filter_codes import NO_CODES, FilterCodes
from praxidesk.ui.shown.arrangement import ColumnsBy, Grid, WeekLength
from praxidesk.ui.shown.view_kind import ViewKind

SLOTS = range(1, 9)
"""F1 to F8."""
HELP_SLOT = 1
"""Its key shows help until somebody saves a view there; so it is proposed last."""
LONGEST_NAME = 60
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class SavedView:
    """Everything that a key brings back; the day stays the one that is shown."""

    name: str
    view: ViewKind
    actors: tuple[str, ...] = ()
    """Codes of those chosen, left-out kinds included."""
    columns: ColumnsBy = ColumnsBy.BOTH
    week_length: WeekLength = WeekLength.AUTO
    grid: Grid = Grid.AUTO
    zoom: int | None = None
    """Pixels for five minutes; ``None`` where the view has none."""
    colour_by: ColourBy = ColourBy.TYPE
    filter: FilterCodes = NO_CODES

    def written(self) -> str:
        """As text."""
        return json.dumps(
            {
                "name": self.name,
                "view": self.view,
                "actors": self.actors,
                "columns": self.columns,
                "week_length": self.week_length,
                "grid": self.grid,
                "zoom": self.zoom,
                "colour_by": self.colour_by,
                "filter": self.filter.written(),
            },
            ensure_ascii=False,
        )


def read(text: str) -> SavedView | None:
    """What ``written`` wrote; what an older or newer program wrote falls back to the usual, or to nothing."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    kind = found.get("view") if isinstance(found, dict) else None
    if not isinstance(kind, str) or kind not in set(ViewKind):
        return None
    name, actors, zoom = found.get("name"), found.get("actors"), found.get("zoom")
    return SavedView(
        name[:LONGEST_NAME] if isinstance(name, str) else "",
        ViewKind(kind),
        tuple(each for each in actors if isinstance(each, str)) if isinstance(actors, list) else (),
        _choice(found, "columns", ColumnsBy.BOTH),
        _choice(found, "week_length", WeekLength.AUTO),
        _choice(found, "grid", Grid.AUTO),
        zoom if type(zoom) is int and 0 <= zoom <= 100 else None,
        _choice(found, "colour_by", ColourBy.TYPE),
        FilterCodes.read(str(found.get("filter", ""))),
    )


def _choice(found: dict[str, Any], name: str, usual: _Choice) -> _Choice:
    value, kinds = found.get(name), type(usual)
    return kinds(value) if isinstance(value, str) and value in set(kinds) else usual
