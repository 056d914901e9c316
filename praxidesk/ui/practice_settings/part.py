"""A part of a form: shows something of a row, and puts what somebody made of it into the row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.practice_draft import PracticeRow
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Bound:
    """Where in a row a part belongs."""

    key: str
    """As practice files call it: what messages about it begin with."""
    get: Callable[[Any], Any]
    put: Callable[[Any, Any], Any]


def attribute(name: str, key: str = "") -> Bound:
    """An attribute of the row itself."""
    return Bound(
        key or name, lambda row: getattr(row, name), lambda row, value: replace(row, **{name: value})
    )


def within(outer: str, name: str, key: str = "") -> Bound:
    """An attribute of one of its values, such as its availability."""
    return Bound(
        key or name,
        lambda row: getattr(getattr(row, outer), name),
        lambda row, value: replace(row, **{outer: replace(getattr(row, outer), **{name: value})}),
    )


class Part(QWidget):
    """Below it stands what is wrong with it."""

    edited = Signal()
    """By hand."""

    def __init__(self, theme: Theme, label: str, bound: Bound) -> None:
        super().__init__()
        self._theme = theme
        self.label = label
        self.bound = bound
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.error = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.DANGER)
        self.error.setWordWrap(True)
        self.error.hide()

    def show_row(self, row: PracticeRow) -> None:
        """Show what it has of a row; tells nobody."""
        self.show_value(self.bound.get(row))

    def into(self, row: PracticeRow) -> PracticeRow:
        """The row with what stands here now."""
        put: PracticeRow = self.bound.put(row, self.value())
        return put

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of whatever kind its bound gets
        """Show a value; tells nobody."""
        raise NotImplementedError

    def value(self) -> Any:  # noqa: ANN401 - of whatever kind its bound puts
        """What stands here now."""
        raise NotImplementedError

    def owns(self, path: str) -> bool:
        """Whether a message about that place of the row belongs here."""
        return path == self.bound.key or path.startswith((f"{self.bound.key}[", f"{self.bound.key}."))

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """What is wrong with it, by the place in the row; nothing takes the messages away."""
        self.error.say(" ".join(dict.fromkeys(errors.values())))
        self.error.setVisible(bool(errors))
        for widget, path in self.marked():
            # What is wrong with a whole line is so with each of its fields.
            mark_refused(widget, any(each.startswith(path) or path.startswith(f"{each}.") for each in errors))

    def marked(self) -> list[tuple[QWidget, str]]:
        """The fields that are framed where something is wrong at a place."""
        return []

    def focus(self) -> None:
        """Where somebody begins who has to mend it."""
        self.setFocus()

    def close_with_error(self) -> None:
        """Put the line of messages at the end."""
        self.body.addWidget(self.error)


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Parts under one heading."""

    heading: str
    parts: tuple[Part, ...]
