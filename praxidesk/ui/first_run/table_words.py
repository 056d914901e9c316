"""A wizard's draft that begins with the people, rooms and types a foreign table names."""

from dataclasses import replace
from itertools import cycle

from praxidesk.engine.table_import import Meaning, TableChoice, TableLook
from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.first_run.wizard_draft import PersonDraft, RoomDraft, TypeDraft, WizardDraft

_COLOURS = (Colour.SLATE, Colour.BLUE, Colour.TEAL, Colour.OLIVE, Colour.AMBER, Colour.BROWN)
"""Those best told apart."""


def with_words(draft: WizardDraft, look: TableLook, choice: TableChoice) -> WizardDraft:
    """The draft with a line for each word of the table; whoever is entered already stays."""

    def words(meaning: Meaning, known: set[str]) -> list[str]:
        column = choice.column(meaning)
        found = look.words[column - 1] if column is not None else ()
        return [word for word in found if word.casefold() not in known]

    people = [each for each in draft.people if each.name.strip()]
    rooms = [each for each in draft.rooms if each.name.strip()]
    types = [each for each in draft.types if each.name.strip()]
    people += [
        PersonDraft(word) for word in words(Meaning.PRACTITIONER, {each.name.casefold() for each in people})
    ]
    rooms += [RoomDraft(word) for word in words(Meaning.ROOM, {each.name.casefold() for each in rooms})]
    new = words(Meaning.TYPE, {each.name.casefold() for each in types})
    types += [TypeDraft(word, colour=colour) for word, colour in zip(new, cycle(_COLOURS), strict=False)]
    return replace(
        draft,
        people=tuple(people) or draft.people,
        rooms=tuple(rooms) or draft.rooms,
        types=tuple(types) or draft.types,
    )
