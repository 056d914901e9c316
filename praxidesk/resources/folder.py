"""Where what is shipped besides code lies: fonts, icons, themes, translations, the demo practice."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""A real one always, because Qt reads some of it by path; looking up resources takes as long as the theme."""
