"""Widgets in the order in which one reads them: line by line, from left to right."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QScrollArea, QWidget

_SAME_LINE = 14
"""Pixels by which the middles of two widgets of one line may differ."""


def in_reading_order(widgets: Iterable[QWidget], within: QWidget) -> list[QWidget]:
    """Sorted by where they stand, whatever order they were made in."""
    placed = [(each.mapTo(within, each.rect().center()), each) for each in widgets]
    placed.sort(key=lambda item: item[0].y())
    lines: list[list[tuple[QPoint, QWidget]]] = []
    for item in placed:
        if lines and item[0].y() - lines[-1][0][0].y() <= _SAME_LINE:
            lines[-1].append(item)
        else:
            lines.append([item])
    return [widget for line in lines for _, widget in sorted(line, key=lambda item: item[0].x())]


def tab_stops(within: QWidget) -> list[QWidget]:
    """Where Tab stops in a part of the window, in reading order."""
    stops = (each for each in (within, *within.findChildren(QWidget)) if _is_stop(each, within))
    return in_reading_order(stops, within)


def step_focus(stops: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next of these, round and round, scrolled into sight; whether there is one."""
    if not stops:
        return False
    focused = QApplication.focusWidget()
    here = next((place for place, each in enumerate(stops) if each is focused), None)
    step = 1 if forward else -1
    wanted = stops[(here + step) % len(stops) if here is not None else (0 if forward else -1)]
    wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    parent = wanted.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(wanted, 0, 24)
        parent = parent.parentWidget()
    return True


def _is_stop(widget: QWidget, within: QWidget) -> bool:
    """Whether Tab stops there: not on an empty list; the field inside a spin box is the spin box's own."""
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisibleTo(within.window())
        and widget.isEnabled()
        and not widget.size().isEmpty()
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    )
