"""Alt and a digit choose one of the lines of a sheet."""

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.ui.overlays.sheet import Sheet

_PLACE = "place"


class DigitKeys(QObject):
    """Lives as long as its sheet."""

    pressed = Signal(object)
    """``int``: the place of a line, from 0."""

    def __init__(self, sheet: Sheet, count: int) -> None:
        super().__init__(sheet)
        for place in range(count):
            sheet.listen(f"Alt+{place + 1}", self._on_pressed).setProperty(_PLACE, place)

    @Slot()
    def _on_pressed(self) -> None:
        self.pressed.emit(self.sender().property(_PLACE))
