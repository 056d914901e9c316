"""Widgets in the order in which one reads them: line by line, from left to right."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

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
