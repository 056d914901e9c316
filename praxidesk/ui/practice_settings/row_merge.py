"""What two desks made of the same row, put together field by field. Pure."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from praxidesk.engine.practice_draft import PracticeRow

_Row = TypeVar("_Row", bound=PracticeRow)


def merged(before: _Row, ours: _Row, theirs: _Row) -> tuple[_Row, tuple[str, ...]]:
    """Theirs, with what was changed here; and the fields that both have changed, where ours stands."""
    return _merged(before, ours, theirs)


def _merged(before: Any, ours: Any, theirs: Any) -> tuple[Any, tuple[str, ...]]:  # noqa: ANN401 - any dataclass
    taken: dict[str, Any] = {}
    clashes: list[str] = []
    for field in fields(before):
        was, here, there = (getattr(each, field.name) for each in (before, ours, theirs))
        if here in (was, there):
            continue
        if is_dataclass(was) and type(was) is type(here) is type(there):
            taken[field.name], inner = _merged(was, here, there)
            clashes += inner
            continue
        taken[field.name] = here
        if there != was:
            clashes.append(field.name)
    return replace(theirs, **taken), tuple(clashes)
