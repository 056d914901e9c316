"""Pictures of screens, kept small, and how far two of them are apart."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

FOLDER = Path(__file__).resolve().parents[1] / "pictures"
WIDTH = 480
_COLOURS, _GROUNDS = 200, 56
_BLOCK = 12
"""Pixels of a kept picture: as wide as a few letters, lower than the lowest tile with two lines."""
BLOCK_TOLERANCE = 14
"""Of 255, the worst block of the worst colour channel: fonts are drawn a little otherwise elsewhere."""
MEAN_TOLERANCE = 1.2


@dataclass(frozen=True, slots=True)
class Distance:
    """How far two pictures are apart, 0 to 255, averaged over blocks so that edges may move by a pixel."""

    mean: float
    worst: float
    at: tuple[int, int] = (0, 0)
    """The middle of the worst block, in pixels of the kept picture."""

    @property
    def is_near(self) -> bool:
        """Whether it is the same picture."""
        return self.mean <= MEAN_TOLERANCE and self.worst <= BLOCK_TOLERANCE


def small(image: QImage) -> QImage:
    """As it is compared and kept."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1)
    return plain.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)


def keep(image: QImage, path: Path) -> None:
    """Write it in its commonest colours."""
    shrunk = small(image)
    data = bytes(shrunk.constBits())
    # 5 bits of each channel tell the colours of a theme apart.
    seen = Counter(zip(data[2::4], data[1::4], data[0::4], strict=True))
    coarse: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    counts: Counter[tuple[int, int, int]] = Counter()
    for colour, count in seen.most_common():
        near = (colour[0] >> 3, colour[1] >> 3, colour[2] >> 3)
        coarse.setdefault(near, colour)
        counts[near] += count
    table = [coarse[near] for near, _ in counts.most_common(_COLOURS)]
    # Tints and grounds lie nearer to each other than that.
    table += [colour for colour, _ in seen.most_common(_GROUNDS) if colour not in table]
    numbers = [0xFF000000 | red << 16 | green << 8 | blue for red, green, blue in table]
    few = shrunk.convertToFormat(
        QImage.Format.Format_Indexed8, numbers, Qt.ImageConversionFlag.ThresholdDither
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    if not few.save(str(path)):
        raise OSError(path)


def distance(one: QImage, other: QImage) -> Distance:
    """Of two pictures of the same shape; infinitely far where the shapes differ."""
    first, second = small(one), small(other)
    if first.size() != second.size():
        return Distance(float("inf"), float("inf"))
    columns, rows = first.width() // _BLOCK, first.height() // _BLOCK
    one_bytes, other_bytes = (_blocks(each, columns, rows) for each in (first, second))
    apart = [
        max(abs(one_bytes[at + channel] - other_bytes[at + channel]) for channel in range(3))
        for at in range(0, len(one_bytes), 4)
    ]
    worst = max(range(len(apart)), key=apart.__getitem__)
    middle = (
        worst % columns * _BLOCK + _BLOCK // 2,
        worst // columns * _BLOCK + _BLOCK // 2,
    )
    return Distance(sum(apart) / len(apart), apart[worst], middle)


def _blocks(image: QImage, columns: int, rows: int) -> bytes:
    """Blue, green, red and nothing of each block; held until copied, what Qt lends goes with the image."""
    held = image.scaled(
        columns, rows, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return bytes(held.constBits())
