"""The day: a column for each chosen actor."""

from PySide6.QtWidgets import QWidget

from praxidesk.ui.calendar.grid.time_grid import TimeGrid


class DayView(TimeGrid):
    """One day; give it a state of one day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_days=False)
        self.setObjectName("day_view")
        self.setAccessibleName(self.tr("Day"))
