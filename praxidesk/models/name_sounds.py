"""Names that sound alike: Meier, Maier and Mayer; Schmidt and Schmitt; Kaya and Kaja.

Two names sound alike where their codes of the Kölner Phonetik (Postel 1969) are the same and few letters
differ: the code alone drops all vowels, and takes Meier and Maurer for one.
"""

import re
from collections.abc import Iterable, Sequence

SHORTEST = 3
"""Letters of a name whose sound means something."""

_LETTERS = re.compile(r"[aeijouy]+|.")
_SINGLE = {
    **dict.fromkeys("aeijouy", "0"),
    "b": "1",
    **dict.fromkeys("fvw", "3"),
    **dict.fromkeys("gkq", "4"),
    "l": "5",
    **dict.fromkeys("mn", "6"),
    "r": "7",
    **dict.fromkeys("sz", "8"),
}


def sound(name: str) -> str:
    """The code of a folded name: digits; empty where it has none, as in other scripts."""
    letters = [each for each in name if "a" <= each <= "z"]
    codes: list[str] = []
    for place, letter in enumerate(letters):
        before = letters[place - 1] if place else ""
        after = letters[place + 1] if place + 1 < len(letters) else ""
        code = _code(letter, before, after)
        for each in code:
            if not codes or codes[-1] != each:
                codes.append(each)
    return "".join(codes[:1] + [each for each in codes[1:] if each != "0"])


def are_alike(one: str, other: str) -> bool:
    """Whether so little differs that one may be the other misheard; their sounds are the same already.

    Vowels that stand together count as one letter. One consonant alone says little: of such names, and
    of short ones, only one letter may differ.
    """
    letters, others = _LETTERS.findall(one), _LETTERS.findall(other)
    longer = max(len(letters), len(others))
    says_little = len(sound(one).lstrip("0")) < 2
    return _differing(letters, others) <= (1 if says_little or longer <= 4 else 2 if longer <= 6 else 3)


class KnownNames:
    """The names of a store by their sound."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_sound: dict[str, set[str]] = {}
        self.add(names)

    def add(self, names: Iterable[str]) -> None:
        """Some more, folded; what is no name is passed over."""
        for name in names:
            if len(name) >= SHORTEST and name.isalpha() and (code := sound(name)):
                self._by_sound.setdefault(code, set()).add(name)

    def like(self, typed: str) -> list[str]:
        """Those that sound like what was typed and do not begin with it, in order."""
        if len(typed) < SHORTEST or not typed.isalpha():
            return []
        known = self._by_sound.get(sound(typed), ())
        return sorted(name for name in known if not name.startswith(typed) and are_alike(typed, name))


def _code(letter: str, before: str, after: str) -> str:
    match letter:
        case "h":
            return ""
        case "p":
            return "3" if after == "h" else "1"
        case "d" | "t":
            return "8" if after and after in "csz" else "2"
        case "x":
            return "8" if before and before in "ckq" else "48"
        case "c" if not before:
            return "4" if after and after in "ahkloqrux" else "8"
        case "c":
            return "4" if after and after in "ahkoqux" and before not in "sz" else "8"
        case _:
            return _SINGLE[letter]


def _differing(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters have to be changed, put in or left out."""
    line = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        corner, line[0] = line[0], row
        for column, against in enumerate(other, 1):
            changed = corner + (letter != against)
            corner = line[column]
            line[column] = min(changed, corner + 1, line[column - 1] + 1)
    return line[-1]
