"""The week: inside each day, a column for each chosen actor."""

from PySide6.QtWidgets import QWidget

from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.calendar.time_axis import DEFAULT_WEEK_ZOOM


class WeekView(TimeGrid):
    """Five or seven days; a click on a day's name asks for that day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_days=True)
        # A working day fits the window: a week is looked over as a whole.
        self._zoom = DEFAULT_WEEK_ZOOM
        self.setObjectName("week_view")
        self.setAccessibleName(self.tr("Week"))
