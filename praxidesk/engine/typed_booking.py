"""A booking typed as one line: "mü kontr 20 do nm weber", in any order, in German and English.

Words that belong together stay together (``ab 14``, ``in 2 wochen``, ``sprechzimmer 1``); all others may
stand in any order. Each word is read as the first of these that it can be, in whatever language:

1. a phone number, a patient's number, a birth date: the patient;
2. a time or part of the day, a day, a length, an order of proposals;
3. an appointment type, procedure or combination: by code, word, beginning, synonym;
4. a practitioner, room or device: by code, family name, beginning;
5. the patient: whatever is left.

What fits a name only by a part of it or with a slip counts as that name only beside another word that is
the patient's. Where no word is the patient's, that of a practitioner's family name is: a patient may be
called so too, and nobody books for nobody. Before that, of two words that begin different types the one
that is not heeded is the patient's. What a doubtful word could mean besides is told too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from praxidesk.engine import typed_words as words
from praxidesk.engine.typed_days import day_at
from praxidesk.engine.typed_names import Known, Strength, Vocabulary
from praxidesk.engine.typed_times import Found, length_at, time_at
from praxidesk.engine.typed_tokens import Token, tokens_of
from praxidesk.engine.typed_values import Meaning, Piece, Reading, Trouble
from praxidesk.engine.typed_wish import summed_up

MOST_OTHERS = 6
_PATIENT_NUMBER = re.compile(r"[a-z]{1,3}-?\d{2,}|\d{4,}|\d+-\d+", re.ASCII)
_PHONE = re.compile(r"(?:\+|0)[\d/()-]{2,}", re.ASCII)
_PHONE_PART = re.compile(r"[\d/()-]{3,}", re.ASCII)
_AMONG_NAMES = frozenset({Meaning.PATIENT, Meaning.SERVICE, Meaning.ACTOR})


@dataclass(slots=True)
class _Word:
    """A word that may be a name of the practice or of a patient."""

    token: Token
    services: tuple[tuple[Known, Strength], ...]
    actors: tuple[tuple[Known, Strength], ...]
    meant: Meaning | None
    """What somebody has chosen it to be."""
    meaning: Meaning = Meaning.PATIENT
    known: Known | None = None
    is_guess: bool = False
    trouble: Trouble | None = None
    others: list[Meaning] = field(default_factory=list)

    def strong(self, meaning: Meaning) -> bool:
        return any(strength.is_strong for _, strength in self._fits(meaning))

    def can_be(self, meaning: Meaning) -> bool:
        return bool(self._fits(meaning))

    @property
    def names_person(self) -> bool:
        """Whether it was read as the family name of a practitioner."""
        known = self.known
        return known is not None and known.is_person and self.strength_of(known) < Strength.CODE

    def _fits(self, meaning: Meaning) -> tuple[tuple[Known, Strength], ...]:
        if self.meant is not None and self.meant is not meaning:
            return ()
        return self.services if meaning is Meaning.SERVICE else self.actors

    def strength_of(self, known: Known) -> Strength:
        every = (*self.services, *self.actors)
        return next((strength for each, strength in every if each is known), Strength.NOT)


def read(
    line: str, vocabulary: Vocabulary, today: date, meant: Mapping[int, Meaning] | None = None
) -> Reading:
    """Read a line; whatever is typed, there is a reading.

    :param today: the practice's date; days without a year lie ahead of it
    :param meant: what words, by their place, are chosen to be instead of what they would be read as
    """
    tokens = tokens_of(line)
    chosen = dict(meant or {})
    pieces: list[Piece] = []
    free: list[_Word] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        found = None if chosen.get(at) in _AMONG_NAMES else _fixed(tokens, at, vocabulary, today)
        if found is not None:
            typed = " ".join(each.text for each in tokens[at : at + found.count])
            places = tuple(range(at, at + found.count))
            pieces.append(Piece(typed, places, found.meaning, found.value, trouble=found.trouble))
            at += found.count
            continue
        joined = _joining(tokens, at, vocabulary, chosen)
        if joined is not None:
            pieces.append(Piece(token.text, (at,), Meaning.JOINING))
            if joined is not Meaning.JOINING:
                chosen.setdefault(at + 1, joined)
        elif not token.plain:
            pieces.append(Piece(token.text, (at,), Meaning.UNCLEAR, trouble=Trouble.NO_MEANING))
        else:
            fits = vocabulary.fits(token)
            free.append(_Word(token, fits.services, fits.actors, chosen.get(at)))
        at += 1
    has_patient = any(each.meaning is Meaning.PATIENT for each in pieces)
    _assign(free, has_patient=has_patient)
    pieces += [_piece(word) for word in free]
    pieces.sort(key=lambda each: each.places)
    others = [(word.token.place, other) for word in free for other in word.others]
    if not any(each.meaning is Meaning.PATIENT for each in pieces):
        others += [
            (each.places[0], Meaning.PATIENT)
            for each in pieces
            if each.meaning in (Meaning.DAY, Meaning.TIME) and len(each.places) == 1 and each.typed.isalpha()
        ]
    return summed_up(pieces, today, tuple(others[:MOST_OTHERS]))


def _fixed(tokens: Sequence[Token], at: int, vocabulary: Vocabulary, today: date) -> Found | None:
    """What can be nothing else, and how many words it takes."""
    token = tokens[at]
    key = token.key.rstrip(".")
    if key in words.JOINING and (found := day_at(tokens, at, today)) is not None:
        return found
    if (person := _person_at(tokens, at)) is not None:
        return person
    if at + 1 < len(tokens) and (room := vocabulary.numbered(token, tokens[at + 1])) is not None:
        return Found(2, Meaning.ACTOR, room.id)
    if (found := time_at(tokens, at) or day_at(tokens, at, today) or length_at(tokens, at)) is not None:
        return found
    if key in words.ORDERS:
        return Found(1, Meaning.ORDER, words.ORDERS[key])
    return None


def _person_at(tokens: Sequence[Token], at: int) -> Found | None:
    """A phone number with its blanks, or a patient's number."""
    key = tokens[at].key
    if _PHONE.fullmatch(key) is not None:
        count = 1
        while at + count < len(tokens) and _PHONE_PART.fullmatch(tokens[at + count].key) is not None:
            count += 1
        return Found(count, Meaning.PATIENT, " ".join(each.text for each in tokens[at : at + count]))
    if _PATIENT_NUMBER.fullmatch(key) is not None and _is_number(tokens, at):
        return Found(1, Meaning.PATIENT, tokens[at].text)
    return None


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    """Not of a room (``OP1``), a calendar week, a year behind a month, minutes or a stretch of hours."""
    key = tokens[at].key
    digits = sum(each.isdigit() for each in key)
    if key[0].isalpha():
        return digits >= 3
    return time_at(tokens, at) is None and digits >= 4


def _joining(
    tokens: Sequence[Token], at: int, vocabulary: Vocabulary, chosen: Mapping[int, Meaning]
) -> Meaning | None:
    """Whether a word only joins others, and what it says of the one behind it."""
    key = tokens[at].key.rstrip(".")
    if at in chosen or key not in words.JOINING | words.FOR_PATIENT | words.WITH_ACTOR:
        return None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or not behind.plain.isalpha():
        return Meaning.JOINING if key in words.JOINING else None
    if key in words.FOR_PATIENT:
        return Meaning.PATIENT
    if key in words.WITH_ACTOR and vocabulary.fits(behind).actors:
        return Meaning.ACTOR
    return Meaning.JOINING if key in words.JOINING else None


def _assign(free: list[_Word], *, has_patient: bool) -> None:
    """Give each word the first meaning that it can have, with the others in mind."""
    patients = sum(not word.can_be(Meaning.SERVICE) and not word.can_be(Meaning.ACTOR) for word in free)
    has_patient = has_patient or patients > 0 or any(word.meant is Meaning.PATIENT for word in free)
    _choose_service(free, has_patient=has_patient)
    has_patient = has_patient or _choose_spare(free)
    _choose_actors(free, has_patient=has_patient)
    if not has_patient and all(word.meaning is not Meaning.PATIENT for word in free):
        _choose_namesake(free)
    is_alone = not has_patient and all(word.meaning is not Meaning.PATIENT for word in free)
    for word in free:
        is_doubtful = word.is_guess or word.names_person or is_alone
        word.others += [
            each
            for each in (Meaning.ACTOR, Meaning.SERVICE, Meaning.PATIENT)
            if each is not word.meaning and (word.can_be(each) or (each is Meaning.PATIENT and is_doubtful))
        ]


def _choose_service(free: list[_Word], *, has_patient: bool) -> None:
    strong = [word for word in free if word.strong(Meaning.SERVICE)]
    wanted = strong or [word for word in free if has_patient and word.can_be(Meaning.SERVICE)]
    if not wanted:
        return

    def only(word: _Word) -> bool:
        return not word.strong(Meaning.ACTOR)

    def worth(service: Known) -> tuple[int, int, int]:
        fits = [word for word in wanted if word.strength_of(service)]
        strengths = sum(word.strength_of(service) for word in fits)
        return sum(only(word) for word in fits), strengths, -service.rank

    services = {known.id: known for word in wanted for known, _ in word.services}
    best = max(services.values(), key=worth)
    equal = [each for each in services.values() if worth(each)[:2] == worth(best)[:2]]
    taken = [word for word in wanted if word.strength_of(best)]
    if any(only(word) for word in taken):
        taken = [word for word in taken if only(word)]
    for word in taken:
        is_sure = word.strength_of(best).is_strong and len(equal) == 1
        _mean(word, Meaning.SERVICE, best, is_guess=not is_sure)
    for word in strong:
        if word not in taken and only(word):
            best_other = max(word.services, key=lambda item: (item[1], -item[0].rank))[0]
            _mean(word, Meaning.SERVICE, best_other, trouble=Trouble.TWICE)


def _choose_spare(free: list[_Word]) -> bool:
    """The patient, where no word is one: what begins a type beside another word's; whether there is one."""
    spare = [
        word
        for word in free
        if word.trouble is Trouble.TWICE
        and word.meant is None
        and word.known is not None
        and word.strength_of(word.known) <= Strength.PREFIX
    ]
    if not spare or any(word.meaning is Meaning.PATIENT and not word.can_be(Meaning.ACTOR) for word in free):
        return False
    word = min(spare, key=lambda each: (len(each.token.plain), each.token.plain, each.token.place))
    word.meaning, word.known, word.is_guess, word.trouble = Meaning.PATIENT, None, True, None
    return True


def _choose_actors(free: list[_Word], *, has_patient: bool) -> None:
    chosen: list[Known] = []
    for word in sorted(free, key=lambda each: (each.token.plain, each.token.place)):
        if word.meaning is not Meaning.PATIENT or not word.can_be(Meaning.ACTOR):
            continue
        if not (word.strong(Meaning.ACTOR) or has_patient or word.meant is Meaning.ACTOR):
            continue
        most = max(strength for _, strength in word.actors)
        fits = [known for known, strength in word.actors if strength == most]
        known = next((each for each in fits if each in chosen), fits[0])
        chosen.append(known)
        _mean(word, Meaning.ACTOR, known, is_guess=not most.is_strong or len(fits) > 1)


def _choose_namesake(free: list[_Word]) -> None:
    """The patient, where nobody else can be: who is called as a practitioner is."""
    for word in sorted(free, key=lambda each: (each.token.plain, each.token.place)):
        if word.meaning is not Meaning.ACTOR or word.known is None or word.meant is Meaning.ACTOR:
            continue
        if word.names_person and len(word.token.plain) > 2:
            word.meaning, word.known, word.is_guess = Meaning.PATIENT, None, True
            return


def _mean(
    word: _Word, meaning: Meaning, known: Known, *, is_guess: bool = False, trouble: Trouble | None = None
) -> None:
    word.meaning, word.known, word.is_guess, word.trouble = meaning, known, is_guess, trouble


def _piece(word: _Word) -> Piece:
    token, known = word.token, word.known
    if known is None:
        return Piece(token.text, (token.place,), Meaning.PATIENT, token.text, word.is_guess)
    is_combination = isinstance(known.id, str)
    meaning = Meaning.COMBINATION if is_combination else word.meaning
    return Piece(token.text, (token.place,), meaning, known.id, word.is_guess, word.trouble)
