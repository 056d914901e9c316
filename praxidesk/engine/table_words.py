"""Which words of a foreign table stand for which codes of the practice."""

from collections.abc import Iterable, Mapping

from praxidesk.engine.practice import Practice
from praxidesk.engine.spelling import WORD, folded
from praxidesk.engine.table_import import Meaning
from praxidesk.engine.vocabulary import ActorKind, Status

_STATUSES = {
    Status.BOOKED: "booked gebucht geplant offen vereinbart bestätigt confirmed scheduled planned open aktiv"
    " active ok",
    Status.ARRIVED: "arrived da wartet wartezimmer waiting angekommen",
    Status.CHECKED_IN: "checked-in behandlung intreatment",
    Status.FULFILLED: "fulfilled done completed erledigt abgeschlossen wahrgenommen erschienen attended"
    " behandelt fertig",
    Status.NOSHOW: "noshow no-show nichterschienen nichtda ausgeblieben missed didnotattend dna",
    Status.CANCELLED: "cancelled canceled abgesagt storniert gelöscht entfallen ausgefallen",
    Status.WAITLIST: "waitlist warteliste",
}
_SEXES = {
    "female": "f w weiblich frau female woman weibl",
    "male": "m männlich mann herr male man männl",
    "other": "d x divers other diverse",
    "unknown": "u unbekannt unknown",
}
_TITLES = {"dr", "prof", "med", "dent", "pd", "frau", "herr", "mr", "mrs", "ms"}


def codes_for(meaning: Meaning, words: Iterable[str], practice: Practice) -> Mapping[str, str]:
    """The code of each word that can mean only one; the others are left out."""
    exact = {code.casefold(): code for code in choices_for(meaning, practice)}
    known = _known(meaning, practice)
    found = {word: exact.get(word.casefold()) or known.get(_plain(word)) for word in words}
    return {word: code for word, code in found.items() if code is not None}


def choices_for(meaning: Meaning, practice: Practice) -> Mapping[str, str]:
    """Every code that a word can stand for, with the practice's own name for it."""
    kinds = {Meaning.PRACTITIONER: ActorKind.PRACTITIONER, Meaning.ROOM: ActorKind.ROOM}
    if meaning in kinds:
        people = [each for each in practice.actors.values() if each.kind is kinds[meaning] and each.active]
        return {each.code: each.name for each in people}
    if meaning is Meaning.TYPE:
        return {each.code: each.name for each in practice.types.values()}
    if meaning is Meaning.STATUS:
        return {each.value: each.value for each in _STATUSES}
    return {each: each for each in _SEXES} if meaning is Meaning.SEX else {}


def _known(meaning: Meaning, practice: Practice) -> Mapping[str, str]:
    """Codes by the plain form of all that they are called; what two are called counts for neither."""
    found: dict[str, set[str]] = {}
    for code, name in choices_for(meaning, practice).items():
        for called in _called(meaning, code, name):
            found.setdefault(_plain(called), set()).add(code)
    return {plain: next(iter(each)) for plain, each in found.items() if len(each) == 1 and plain}


def _called(meaning: Meaning, code: str, name: str) -> Iterable[str]:
    yield from (code, name)
    if meaning is Meaning.PRACTITIONER:
        words = [each for each in name.replace(".", " ").split() if each.casefold() not in _TITLES]
        if words:
            yield from (words[-1], " ".join(words), f"Dr {words[-1]}", f"Dr med {words[-1]}")
            yield f"{words[-1]} {' '.join(words[:-1])}"
    elif meaning is Meaning.STATUS:
        yield from _STATUSES[Status(code)].split()
    elif meaning is Meaning.SEX:
        yield from _SEXES[code].split()


def _plain(word: str) -> str:
    """Letters and digits only, without accents."""
    return "".join(WORD.findall(folded(word)))
