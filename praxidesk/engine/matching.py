"""Something for everybody, if that can be: people for needs, places for those who must sit."""

from collections.abc import Iterable, MutableMapping, Sequence
from typing import TypeVar

_Thing = TypeVar("_Thing", bound=object)


def gets_one(number: int, options: Sequence[Iterable[_Thing]], holder: MutableMapping[_Thing, int]) -> bool:
    """Whether one more can have something, those before giving way to others of their options.

    Kuhn's algorithm: whoever has something keeps something, though perhaps not the same.

    :param options: of everybody by number, in order of preference
    :param holder: who has what by now; where it can be, changed so that this one has something too
    """
    tried: set[_Thing] = set()

    def finds(one: int) -> bool:
        for thing in options[one]:
            if thing not in tried:
                tried.add(thing)
                if thing not in holder or finds(holder[thing]):
                    holder[thing] = one
                    return True
        return False

    return finds(number)
