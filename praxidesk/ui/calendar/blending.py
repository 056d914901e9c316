"""Colours between two of the theme's."""

from PySide6.QtGui import QColor


def blended(under: QColor, over: QColor, share: float) -> QColor:
    """``share`` (0 to 1) of one colour over another, opaque."""
    parts = zip(
        (under.redF(), under.greenF(), under.blueF()), (over.redF(), over.greenF(), over.blueF()), strict=True
    )
    return QColor.fromRgbF(*(low + (high - low) * share for low, high in parts))
