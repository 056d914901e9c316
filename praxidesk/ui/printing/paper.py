"""Sheets of paper, in points."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of paper with its margins."""

    size: QPageSize.PageSizeId
    is_landscape: bool
    width: float
    height: float
    margin: float
    """Left and right; wider than what any desk printer cannot reach."""

    @property
    def right(self) -> float:
        """Where the content ends."""
        return self.width - self.margin

    @property
    def inner(self) -> float:
        """Width of the content."""
        return self.width - 2 * self.margin

    @property
    def bottom(self) -> float:
        """Below which no row may reach; the foot stands there."""
        return self.height - 50.0

    def layout(self) -> QPageLayout:
        """The whole sheet as Qt wants it: the margins are ours."""
        turned = QPageLayout.Orientation.Landscape if self.is_landscape else QPageLayout.Orientation.Portrait
        return QPageLayout(
            QPageSize(self.size), turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point, QMarginsF(0, 0, 0, 0)
        )


A4 = Paper(QPageSize.PageSizeId.A4, False, 210 * _MM, 297 * _MM, 46.0)
A4_LANDSCAPE = Paper(QPageSize.PageSizeId.A4, True, 297 * _MM, 210 * _MM, 40.0)
A6 = Paper(QPageSize.PageSizeId.A6, False, 105 * _MM, 148 * _MM, 28.0)
