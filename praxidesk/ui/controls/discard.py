"""Taking widgets out of a window for good."""

from PySide6.QtWidgets import QLayout, QWidget


def discard(widget: QWidget) -> None:
    """Remove a widget that a layout may be about to show.

    Hidden first: Qt shows what was added to a layout a moment later, and a parentless widget would
    become a window of its own. It keeps its parent until it is deleted.
    """
    widget.hide()
    widget.deleteLater()


def clear(layout: QLayout, keep: QWidget | None = None) -> None:
    """Discard everything in a layout, but one widget."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and widget is not keep:
            discard(widget)
