"""A menu of names to mark, which stays open while somebody marks several."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget


class CheckMenu(QMenu):
    """Those marked from the beginning keep their order, others follow as they are marked."""

    chosen = Signal(object)
    """``tuple[str, ...]``: the codes marked now."""

    def __init__(self, parent: QWidget, options: Sequence[tuple[str, str]], marked: Sequence[str]) -> None:
        super().__init__(parent)
        self._marked = list(marked)
        known = dict(options)
        for code, name in (*options, *((code, code) for code in marked if code not in known)):
            action = self.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(code in marked)
            action.setData(code)
            action.toggled.connect(self._on_toggled)
        self.aboutToHide.connect(self.deleteLater)

    def open_below(self, widget: QWidget) -> None:
        """Show it at the lower edge of a widget."""
        self.popup(widget.mapToGlobal(widget.rect().bottomLeft()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Mark, and stay."""
        action = self.actionAt(event.position().toPoint())
        if isinstance(action, QAction) and action.isCheckable():
            action.toggle()
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        code = str(action.data())
        if checked:
            self._marked.append(code)
        else:
            self._marked.remove(code)
        self.chosen.emit(tuple(self._marked))
