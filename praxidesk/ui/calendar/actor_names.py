"""Names of people and rooms cut to what a narrow column holds."""

from collections import Counter
from collections.abc import Iterable

_PARTICLES = frozenset(
    {
        "van",
        "von",
        "vom",
        "zu",
        "zum",
        "zur",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "el",
        "al",
        "ter",
        "ten",
    }
)


def short_name(name: str) -> str:
    """First title and family name: ``Dr. Weber`` of ``Dr. med. Lena Weber``; anything else stays.

    Nobody writes down which word is the family name; the last one is, with the particles before it.
    """
    words = name.split()
    titles = 0
    while titles < len(words) and words[titles].endswith("."):
        titles += 1
    if not titles or titles >= len(words):
        return name
    at = len(words) - 1
    while at - 1 > titles and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join([words[0], *words[at:]])


def short_names(names: Iterable[str]) -> dict[str, str]:
    """The short name of each; those who would share one keep their initial: ``Dr. L. Weber``."""
    result = {name: short_name(name) for name in names}
    shared = Counter(result.values())
    return {name: short if shared[short] == 1 else _with_initial(name) for name, short in result.items()}


def _with_initial(name: str) -> str:
    short = short_name(name)
    title, _, family = short.partition(" ")
    given = next((word for word in name.split() if not word.endswith(".")), "")
    return f"{title} {given[0]}. {family}" if short != name and given else name


def family_name(name: str) -> str:
    """``Weber`` of ``Dr. med. Lena Weber``: the short name without its title."""
    return short_name(name).partition(" ")[2] if short_name(name) != name or "." in name else name


def numbered(name: str) -> tuple[str, str]:
    """A room's name and the number that tells it from its like; an empty number where it has none."""
    start, _, last = name.rpartition(" ")
    return (start, last) if start and len(last) <= 3 else (name, "")
