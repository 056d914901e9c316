"""What the colour of a tile means: the desk may choose."""

from enum import StrEnum


class ColourBy(StrEnum):
    """Where a tile has its colour from."""

    TYPE = "type"
    PRACTITIONER = "practitioner"
