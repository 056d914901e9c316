"""A theme as the palette that Fusion paints with."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from praxidesk.ui.look.theme import Theme

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette(theme: "Theme") -> QPalette:
    """All roles, so that nothing of the platform's own palette shines through."""
    result = QPalette()
    for role, colour in _roles(theme).items():
        result.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        result.setColor(_Group.Disabled, role, theme.disabled)
    result.setColor(_Group.Disabled, _Role.Base, theme.chrome)
    result.setColor(_Group.Disabled, _Role.Highlight, theme.hover)
    result.setColor(_Group.Disabled, _Role.Accent, theme.disabled)
    return result


def _roles(theme: "Theme") -> dict[QPalette.ColorRole, QColor]:
    return {
        _Role.Window: theme.chrome,
        _Role.WindowText: theme.text,
        _Role.Base: theme.raised,
        _Role.AlternateBase: theme.chrome,
        _Role.Text: theme.text,
        _Role.PlaceholderText: theme.text3,
        _Role.Button: theme.raised,
        _Role.ButtonText: theme.text,
        _Role.BrightText: theme.danger,
        _Role.ToolTipBase: theme.raised,
        _Role.ToolTipText: theme.text,
        _Role.Highlight: theme.accentsoft,
        _Role.HighlightedText: theme.text,
        _Role.Accent: theme.accent,
        _Role.Link: theme.accent,
        _Role.LinkVisited: theme.accent,
        _Role.Light: theme.raised,
        _Role.Midlight: theme.hover,
        _Role.Mid: theme.linestrong,
        _Role.Dark: theme.control,
        _Role.Shadow: theme.linestrong,
    }
