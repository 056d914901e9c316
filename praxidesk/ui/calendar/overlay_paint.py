"""What lies over the tiles while somebody acts: cursor, drawn span, a held tile and the words beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.text_line import elided, wrapped
from praxidesk.ui.calendar.tile_face import TileFace
from praxidesk.ui.calendar.tile_paint import text_width
from praxidesk.ui.look import icons
from praxidesk.ui.look.fonts import BASE, HEADING, SECONDARY, SEMIBOLD, SMALL
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_PADDING = 12
_ICON = 20
_LINE = 20
_REASON_WIDTH = 372
"""Longer ones go on in another line: a box wider than two columns would hide what it speaks of."""


_BADGE = 8
"""Width of the P: as much as there is beside the text of a tile."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Time that a held tile would share, and with whom."""

    rect: QRect
    name: str


@dataclass(frozen=True, slots=True)
class HeldTile:
    """Another tile that moves along."""

    origin: QRect
    rect: QRect
    name: str
    is_refused: bool


@dataclass(frozen=True, slots=True)
class Ghost:
    """A tile on its way, ready to paint; rectangles in contents coordinates."""

    origin: QRect
    origin_text: str
    rect: QRect
    face: TileFace
    is_refused: bool
    clashes: tuple[Clash, ...]
    old: str
    new: str
    whose: str
    reasons: tuple[str, ...]
    beside: tuple[HeldTile, ...] = ()
    """The others, where several are held."""

    @property
    def rects(self) -> tuple[QRect, ...]:
        """All that is painted, without the words."""
        found = [self.origin, self.rect]
        for each in self.beside:
            found += [each.origin, each.rect]
        return tuple(rect for rect in found if not rect.isEmpty())


def paint_cursor(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The focus ring."""
    painter.setPen(Qt.PenStyle.NoPen)
    for side in _frame(rect, 2):
        painter.fillRect(side, theme.focus)


def paint_drawn(painter: QPainter, rect: QRect, text: str, theme: Theme) -> None:
    """Free time chosen for a booking."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 2))
    painter.setBrush(theme.accentsoft)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
    size = BASE if rect.height() >= 20 else SMALL
    if rect.height() >= 12:
        painter.setFont(size.font(SEMIBOLD))
        painter.setPen(theme.accent)
        line = QRect(rect.left() + 9, rect.top() + 1, rect.width() - 14, min(22, rect.height() - 2))
        painter.drawText(line, _LEFT, text)
    painter.restore()


def paint_ghost(painter: QPainter, ghost: Ghost, theme: Theme, ratio: float) -> None:
    """Where the tile was, and where it is held; without the words beside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for each in ghost.beside:
        if not each.origin.isEmpty():
            _dashed(painter, each.origin, theme)
    for each in ghost.beside:
        _beside(painter, each, theme)
    if not ghost.origin.isEmpty():
        _origin(painter, ghost, theme)
    frame, ground = (theme.danger, theme.dangersoft) if ghost.is_refused else (theme.accent, theme.accentsoft)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(ghost.rect, 3, 3)
    painter.save()
    painter.setClipRect(ghost.rect, Qt.ClipOperation.IntersectClip)
    for clash in ghost.clashes:
        painter.fillRect(clash.rect, hatch_brush(Hatch.TAKEN, theme.danger, ratio))
        painter.fillRect(clash.rect.left(), clash.rect.bottom(), clash.rect.width(), 1, theme.danger)
    below = _ghost_name(painter, ghost, theme, ground)
    for clash in ghost.clashes:
        top = max(clash.rect.top() + 1, below)
        if top + 14 <= ghost.rect.bottom():
            _plated(painter, QPoint(ghost.rect.left() + 9, top), clash.name, theme.danger, ground)
            below = top + 15
    painter.restore()
    painter.setPen(QPen(frame, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(ghost.rect).adjusted(1, 1, -1, -1), 3, 3)
    painter.restore()


def _dashed(painter: QPainter, rect: QRect, theme: Theme) -> None:
    pen = QPen(theme.control, 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(theme.canvas)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _beside(painter: QPainter, held: HeldTile, theme: Theme) -> None:
    """Another tile that moves along: its frame and its name."""
    frame, ground = (theme.danger, theme.dangersoft) if held.is_refused else (theme.accent, theme.accentsoft)
    painter.setPen(QPen(frame, 2))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(held.rect).adjusted(1, 1, -1, -1), 3, 3)
    painter.save()
    painter.setClipRect(held.rect.adjusted(2, 2, -2, -2), Qt.ClipOperation.IntersectClip)
    height = min(22, held.rect.height())
    painter.setFont((BASE if height >= 16 else SMALL).font(SEMIBOLD))
    painter.setPen(theme.danger if held.is_refused else theme.text)
    line = QRect(held.rect.left() + 9, held.rect.top() + 1, held.rect.width() - 14, height - 2)
    painter.drawText(line, _LEFT, held.name)
    painter.restore()


def paint_band(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """What is being drawn around tiles to select them."""
    pen = QPen(theme.focus, 1)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))


def paint_parked(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Around an entry that waits in the parking area: a dashed frame, and a P on its left edge.

    There no text begins: neither name nor time is covered.
    """
    pen = QPen(theme.accent, 2)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    high = min(16, rect.height())
    badge = QRect(rect.left(), rect.bottom() - high + 1, _BADGE, high)
    painter.fillRect(badge, theme.accent)
    painter.setPen(theme.onaccent)
    painter.setFont(SMALL.font(SEMIBOLD))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "P")


def paint_edited(painter: QPainter, rect: QRect, theme: Theme, ratio: float) -> None:
    """On an entry that is open at another desk: a pencil on a disc, half over its upper right corner."""
    side = 14
    badge = QRectF(rect.right() - side + 5, rect.top() - 4, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.raised, 1))
    painter.setBrush(theme.accent)
    painter.drawEllipse(badge)
    painter.restore()
    corner = QPoint(round(badge.left()) + 2, round(badge.top()) + 2)
    painter.drawPixmap(corner, pixmap(Icon.PENCIL, theme.onaccent, side - 4, ratio))


def paint_in_the_way(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Around an entry that a refusal names."""
    painter.setPen(Qt.PenStyle.NoPen)
    for side in _frame(rect, 2):
        painter.fillRect(side, theme.danger)


def _origin(painter: QPainter, ghost: Ghost, theme: Theme) -> None:
    _dashed(painter, ghost.origin, theme)
    if ghost.origin.height() >= 14:
        free = ghost.origin
        if ghost.rect.intersects(free) and ghost.rect.top() <= free.top() < ghost.rect.bottom():
            free = QRect(
                free.left(), ghost.rect.bottom() + 1, free.width(), free.bottom() - ghost.rect.bottom()
            )
        if free.height() >= 14:
            painter.setPen(theme.text2)
            painter.setFont(SECONDARY.font())
            painter.drawText(free.adjusted(9, 0, -5, 0), _LEFT, ghost.origin_text)


def _ghost_name(painter: QPainter, ghost: Ghost, theme: Theme, ground: QColor) -> int:
    """The name at the top of the ghost; returns the y under it."""
    height = min(22, ghost.rect.height())
    size = BASE if height >= 16 else SMALL
    family, tail = ghost.face.family, f", {ghost.face.given}" if ghost.face.given else ""
    width = text_width(family, size.pixels, SEMIBOLD.value)
    if width + text_width(tail, size.pixels, 400) > ghost.rect.width() - 14:
        tail = ""
    line = QRect(ghost.rect.left() + 9, ghost.rect.top() + 1, ghost.rect.width() - 14, height - 2)
    plate = line.adjusted(-4, 0, 0, 0)
    plate.setWidth(min(plate.width(), width + text_width(tail, size.pixels, 400) + 8))
    painter.fillRect(plate, ground)
    painter.setPen(theme.text)
    painter.setFont(size.font(SEMIBOLD))
    painter.drawText(line, _LEFT, family)
    if tail:
        painter.setFont(size.font())
        painter.drawText(line.adjusted(width, 0, 0, 0), _LEFT, tail)
    return line.bottom() + 1


def _plated(painter: QPainter, at: QPoint, text: str, colour: QColor, ground: QColor) -> None:
    width = text_width(text, SMALL.pixels, SEMIBOLD.value)
    painter.fillRect(QRect(at.x() - 4, at.y(), width + 8, 14), ground)
    painter.setFont(SMALL.font(SEMIBOLD))
    painter.setPen(colour)
    painter.drawText(QRect(at, QSize(width + 2, 14)), _LEFT, text)


def words_size(ghost: Ghost) -> QSize:
    """Size of the box with old and new time and the reasons."""
    width = sum(text_width(part, HEADING.pixels, 600) for part in (ghost.old, ghost.new, ghost.whose)) + 34
    count = 0
    for reason in ghost.reasons:
        lines = _lines(reason)
        count += len(lines)
        width = max(width, *(text_width(line, BASE.pixels, 600) + _ICON + 8 for line in lines))
    return QSize(width + 2 * _PADDING, 2 * _PADDING + 22 + (4 + _LINE * count if count else 0))


@lru_cache(maxsize=64)
def _lines(reason: str) -> tuple[str, ...]:
    """Broken between the parts of an enumeration, and elsewhere where there is none."""
    room = _REASON_WIDTH - _ICON
    lines = [""]
    for part in reason.split(", "):
        longer = f"{lines[-1]}, {part}" if lines[-1] else part
        if lines[-1] and text_width(longer, BASE.pixels, 600) > room:
            lines[-1] += ","
            longer = part
            lines.append("")
        if text_width(longer, BASE.pixels, 600) > room:
            lines[-1:] = wrapped(longer, BASE, room, SEMIBOLD)
        else:
            lines[-1] = longer
    return tuple(lines)


_FOOT = 104
"""Pixels of a view that other words may lie over."""


def words_rect(ghost: Ghost, window: QRect) -> QRect:
    """Where the box stands: right of the ghost, else left, below or above; in the window, off the ghost."""
    # At its foot stand the keys that count, and above them what was done last.
    window = window.adjusted(0, 0, 0, -min(_FOOT, window.height() // 3))
    size = words_size(ghost).boundedTo(QSize(window.width() - 8, window.height() - 8))
    room, over = window.adjusted(4, 4, -4, -4), ghost.rect
    beside = over.top() - 4
    box = QRect(QPoint(over.right() + 12, beside), size)
    for at in (
        box.topLeft(),
        QPoint(over.left() - 12 - size.width(), beside),
        QPoint(over.left(), over.bottom() + 12),
        QPoint(over.left(), over.top() - 12 - size.height()),
    ):
        box = QRect(at, size)
        box.moveLeft(min(max(at.x(), room.left()), room.right() - size.width()))
        box.moveTop(min(max(at.y(), room.top()), room.bottom() - size.height()))
        if not box.intersects(over):
            return box
    return box


def paint_words(painter: QPainter, ghost: Ghost, rect: QRect, theme: Theme, ratio: float) -> None:
    """``10:30 – 11:15 → 10:00 – 10:45 · Dr. Koç``, and what speaks against it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.danger if ghost.is_refused else theme.linestrong, 1))
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    line = QRect(rect.left() + _PADDING, rect.top() + _PADDING - 2, rect.width() - 2 * _PADDING, 24)
    for text, weight, colour in (
        (f"{ghost.old}  →  ", HEADING.font(), theme.text2),
        (ghost.new, HEADING.font(SEMIBOLD), theme.text),
        (f"  ·  {ghost.whose}", HEADING.font(), theme.text2),
    ):
        painter.setFont(weight)
        painter.setPen(colour)
        painter.drawText(line, _LEFT, text)
        line.setLeft(line.left() + QFontMetrics(weight).horizontalAdvance(text))
    _reasons(
        painter,
        ghost.reasons,
        QRect(rect.left() + _PADDING, rect.top() + _PADDING + 26, rect.width() - 2 * _PADDING, _LINE),
        (theme, ratio),
    )
    painter.restore()


def _reasons(painter: QPainter, reasons: Sequence[str], line: QRect, look: tuple[Theme, float]) -> None:
    theme, ratio = look
    font = BASE.font(SEMIBOLD)
    for reason in reasons:
        picture = icons.pixmap(icons.Icon.SLASH_CIRCLE, theme.danger, 16, ratio)
        painter.drawPixmap(QPoint(line.left(), line.top() + 2), picture)
        painter.setFont(font)
        painter.setPen(theme.danger)
        for text in _lines(reason):
            room = line.adjusted(_ICON + 4, 0, 0, 0)
            painter.drawText(room, _LEFT, elided(text, BASE, room.width(), SEMIBOLD))
            line = line.translated(0, _LINE)


def _frame(rect: QRect, width: int) -> Sequence[QRect]:
    return (
        QRect(rect.left(), rect.top(), rect.width(), width),
        QRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width),
        QRect(rect.left(), rect.top(), width, rect.height()),
        QRect(rect.right() + 1 - width, rect.top(), width, rect.height()),
    )
