"""Names of people and rooms cut to what a narrow column holds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

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
    titles = _titles(words)
    if not titles or titles >= len(words):
        return name
    return f"{words[0]} {_family(words, titles)}"


def short_names(names: Iterable[str]) -> dict[str, str]:
    """The short name of each; those who would share one keep their initial: ``Dr. L. Weber``."""
    return _told_apart({name: short_name(name) for name in names})


def family_name(name: str) -> str:
    """``Weber`` of ``Dr. med. Lena Weber``: the short name without its title."""
    return short_name(name).partition(" ")[2] if short_name(name) != name or "." in name else name


def family_names(names: Iterable[str]) -> dict[str, str]:
    """The last of each name, for where nothing else has room; with the initial of those who share one."""
    split = {name: name.split() for name in names}
    return _told_apart(
        {name: _family(words, min(_titles(words), len(words) - 1)) for name, words in split.items() if words}
    )


def _titles(words: Sequence[str]) -> int:
    """How many words are titles."""
    return next((at for at, word in enumerate(words) if not word.endswith(".")), len(words))


def _family(words: Sequence[str], first: int) -> str:
    """The last word, with the particles before it, but nothing before the first."""
    at = len(words) - 1
    while at - 1 > first and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join(words[at:])


def _told_apart(short: Mapping[str, str]) -> dict[str, str]:
    """With an initial before the family name of those who are called alike."""
    counted = Counter(short.values())
    return {name: each if counted[each] == 1 else _with_initial(name, each) for name, each in short.items()}


def _with_initial(name: str, short: str) -> str:
    words = name.split()
    titles = _titles(words)
    family = _family(words, titles)
    if titles >= len(words) - 1 or not short.endswith(family):
        return name
    return f"{short.removesuffix(family)}{words[titles][0]}. {family}"


def numbered(name: str) -> tuple[str, str]:
    """A room's name and the number that tells it from its like; an empty number where it has none."""
    start, _, last = name.rpartition(" ")
    return (start, last) if start and len(last) <= 3 else (name, "")
