"""Words of a foreign table stand for the practice's codes where only one can be meant."""

import pytest

from praxidesk.engine.actors import Actor
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.table_import import Meaning, Subject, TableChoice
from praxidesk.engine.table_words import choices_for, codes_for
from praxidesk.engine.vocabulary import ActorId, ActorKind

PEOPLE = {"WEB": "Dr. med. Lena Weber", "KOC": "Dr. Emre Koç", "KO2": "Ayla Koç", "R1": "Zimmer 1"}
PRACTICE = Practice(
    1,
    Site("M", "M", "UTC"),
    {
        ActorId(number): Actor(code, ActorKind.ROOM if code == "R1" else ActorKind.PRACTITIONER, name)
        for number, (code, name) in enumerate(PEOPLE.items())
    },
    {},
    {},
)


@pytest.mark.parametrize(
    ("meaning", "word", "code"),
    [
        (Meaning.PRACTITIONER, "Weber", "WEB"),
        (Meaning.PRACTITIONER, "DR. WEBER", "WEB"),
        (Meaning.PRACTITIONER, "Weber, Lena", "WEB"),
        (Meaning.PRACTITIONER, "web", "WEB"),
        (Meaning.PRACTITIONER, "Emre Koc", "KOC"),
        (Meaning.PRACTITIONER, "Koç", None),
        (Meaning.PRACTITIONER, "Zimmer 1", None),
        (Meaning.ROOM, "Zimmer 1", "R1"),
        (Meaning.STATUS, "Abgesagt", "cancelled"),
        (Meaning.STATUS, "nicht erschienen", "noshow"),
        (Meaning.SEX, "Weiblich", "female"),
        (Meaning.SEX, "?", None),
    ],
)
def test_a_word_means(meaning: Meaning, word: str, code: str | None) -> None:
    assert codes_for(meaning, [word], PRACTICE).get(word) == code
    assert code is None or code in choices_for(meaning, PRACTICE)


def test_what_is_still_to_be_said() -> None:
    nothing = TableChoice(Subject.APPOINTMENTS, (None, Meaning.DATE, None))
    assert nothing.missing() == (Meaning.FAMILY, Meaning.TIME, Meaning.TYPE, Meaning.PRACTITIONER)
    moved = nothing.with_meaning(0, Meaning.DATE)
    assert moved.meanings == (Meaning.DATE, None, None)
    assert moved.of_subject(Subject.PATIENTS).meanings == (None, None, None)
