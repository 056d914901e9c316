"""What a practice calls its services and whom it has, as words somebody may type a part of."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from praxidesk.engine.practice import Practice
from praxidesk.engine.spelling import WORD, bare, folded, is_one_slip
from praxidesk.engine.typed_tokens import Token
from praxidesk.engine.typed_words import SERVICE_WORDS
from praxidesk.engine.vocabulary import ActorId, ActorKind, ServiceId, procedure_service, type_service

_LEAST_PREFIX, _LEAST_SYNONYM, _LEAST_PART, _LEAST_SLIP = 2, 3, 4, 5
"""Letters from which a beginning, the beginning of a synonym, a part and a slip count."""
_MOST_KEPT = 4000
_TITLES = frozenset({"dr", "med", "prof", "dent", "dipl", "pd", "priv", "doz", "fr", "frau", "hr", "herr"})


class Strength(IntEnum):
    """How well a word fits a name."""

    NOT = 0
    SLIP = 1
    """With one letter wrong."""
    PART = 2
    """Somewhere inside."""
    SYNONYM = 3
    """What others call it, in German or English."""
    PREFIX = 4
    WORD = 5
    CODE = 6

    @property
    def is_strong(self) -> bool:
        """Whether nothing else need be thought of."""
        return self >= Strength.SYNONYM


@dataclass(frozen=True, slots=True)
class Known:
    """A service, combination, practitioner, room or device."""

    id: ServiceId | ActorId | str
    """A combination's code."""
    rank: int
    """Of two that fit equally well the smaller."""
    code: str
    words: frozenset[str]
    is_person: bool = False

    def strength(self, token: Token, synonyms: frozenset[str]) -> Strength:
        """How well the word fits, slips apart; ``synonyms``: words that stand for it."""
        typed = {token.plain, token.unmarked}
        if self.code in typed:
            return Strength.CODE
        if typed & self.words:
            return Strength.WORD
        length = len(token.plain)
        if length >= _LEAST_PREFIX and any(
            word.startswith(each) for each in typed for word in (*self.words, self.code)
        ):
            return Strength.PREFIX
        if any(word.startswith(each) for each in synonyms for word in self.words):
            return Strength.SYNONYM
        if length >= _LEAST_PART and any(each in word for each in typed for word in self.words):
            return Strength.PART
        return Strength.NOT

    def is_slip(self, token: Token) -> bool:
        """Whether one letter is wrong in the word, or in the beginning of the name."""
        length = len(token.plain)
        return length >= _LEAST_SLIP and any(
            word[:1] == token.plain[:1]
            and any(is_one_slip(token.plain, word[:cut]) for cut in range(length - 1, length + 2))
            for word in self.words
        )


@dataclass(frozen=True, slots=True)
class Fits:
    """All that one word may name, in the order of rank."""

    services: tuple[tuple[Known, Strength], ...]
    actors: tuple[tuple[Known, Strength], ...]


class Vocabulary:
    """The names of one version of a practice; remembers the words it was asked for."""

    def __init__(self, services: Iterable[Known], actors: Iterable[Known]) -> None:
        self._services = tuple(services)
        self._actors = tuple(actors)
        self._kept: dict[tuple[str, str], Fits] = {}

    @classmethod
    def of(cls, practice: Practice) -> "Vocabulary":
        """Types before procedures before combinations; of the actors those who are active."""
        named: list[tuple[ServiceId | str, str, str]] = [
            (type_service(id_), each.code, f"{each.name} {each.short}")
            for id_, each in practice.types.items()
        ]
        named += [
            (procedure_service(id_), each.code, f"{each.name} {each.short}")
            for id_, each in practice.procedures.items()
        ]
        named += [(each.code, each.code, each.name) for each in practice.combinations]
        services = [
            Known(id_, rank, _plain(code), _words_of(name) | _words_of(code))
            for rank, (id_, code, name) in enumerate(named)
        ]
        people = sorted(
            (each for each in practice.actors.items() if each[1].active), key=lambda item: item[1].code
        )
        actors = [
            Known(
                id_,
                rank,
                _plain(actor.code),
                _family(actor.name) if actor.kind is ActorKind.PRACTITIONER else _words_of(actor.name),
                actor.kind is ActorKind.PRACTITIONER,
            )
            for rank, (id_, actor) in enumerate(people)
        ]
        return cls(services, actors)

    def fits(self, token: Token) -> Fits:
        """What the word may name."""
        key = (token.plain, token.unmarked)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            synonyms = _synonyms(token)
            services = _fitting(self._services, token, synonyms)
            found = Fits(services, _fitting(self._actors, token, frozenset()))
            self._kept[key] = found
        return found

    def numbered(self, token: Token, number: Token) -> Known | None:
        """The room or device that a word and a number behind it name: ``sprechzimmer 1``."""
        if not number.plain.isdecimal() or len(number.plain) > 2 or not token.plain.isalpha():
            return None
        named = [
            each
            for each in self._actors
            if not each.is_person
            and each.strength(token, frozenset()) >= Strength.PREFIX
            and number.plain in each.words
        ]
        return named[0] if named else None


def _fitting(
    known: Iterable[Known], token: Token, synonyms: frozenset[str]
) -> tuple[tuple[Known, Strength], ...]:
    if not token.plain:
        return ()
    every = tuple(known)
    found = tuple((each, strength) for each in every if (strength := each.strength(token, synonyms)))
    if found or len(token.plain) < _LEAST_SLIP:
        return found
    return tuple((each, Strength.SLIP) for each in every if each.is_slip(token))


def _synonyms(token: Token) -> frozenset[str]:
    """All words of those groups of which one begins with what is typed."""
    typed = token.plain
    if len(typed) < _LEAST_SYNONYM:
        return frozenset(word for group in SERVICE_WORDS if typed in group for word in group if len(word) > 3)
    return frozenset(
        word
        for group in SERVICE_WORDS
        if any(each.startswith(typed) for each in group)
        for word in group
        if len(word) > 2
    )


def _plain(text: str) -> str:
    return "".join(WORD.findall(folded(text)))


def _words_of(name: str) -> frozenset[str]:
    """Each word of a name, and what hyphens join as one, written out and bare."""
    found: set[str] = set()
    for part in name.split():
        for spelt in (folded(part), bare(part)):
            single = WORD.findall(spelt)
            found |= {*single, "".join(single)}
    return frozenset(word for word in found if word)


def _family(name: str) -> frozenset[str]:
    """The family name of a practitioner: titles and given names stand for too many."""
    words = name.split()
    while len(words) > 1 and (words[0].endswith(".") or _plain(words[0]) in _TITLES):
        words.pop(0)
    return _words_of(words[-1]) if words else frozenset()
