"""Every kind has a sentence in both languages, with names and times and without gaps."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from praxidesk.engine.outcomes import Blocker, Change, Conflict, StoreFault
from praxidesk.engine.requests import BookRequest, CancelRequest, MoveRequest, StatusRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    ConflictKind,
    EntryId,
    EntryKind,
    Role,
    Severity,
    Status,
)
from praxidesk.exchange.conflict_messages import message
from praxidesk.exchange.names import Names
from praxidesk.exchange.slot_messages import blocker_message
from praxidesk.ui.wording import words
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.ui.wording.language import Language, speak
from praxidesk.ui.wording.refusals import refused_title
from tests.ui.desk_practice import WEBER, ZONE, at, entries, practice

OTHER = next(each for each in entries() if each.id == 7)


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Language:
    spoken = Language(request.param)
    speak(qapp, spoken)
    return spoken


@pytest.mark.parametrize("kind", ConflictKind)
@pytest.mark.parametrize("actor", [WEBER, None])
def test_every_conflict_is_a_sentence(kind: ConflictKind, actor: ActorId | None, language: Language) -> None:
    conflict = Conflict(
        kind, Severity.BLOCKING, Span(at("10:30"), at("10:45")), actor, OTHER.id, Role.ANAESTHETIST
    )
    sentence = ConflictWording(practice(), ZONE, (OTHER,)).sentence(conflict)
    assert sentence.endswith(".")
    assert "{" not in sentence
    if "busy" in kind:
        assert "Lorenz, Thi Mai" in sentence
        assert "10:30 – 10:45" in sentence
    if kind is ConflictKind.NEED_UNMET:
        assert words.role_name(Role.ANAESTHETIST) in sentence


def test_who_is_only_at_another_site_is_not_said_to_be_gone(language: Language) -> None:
    whole = practice()
    conflict = Conflict(ConflictKind.INACTIVE, Severity.BLOCKING, Span(at("10:30"), at("10:45")), WEBER)
    there = replace(whole.actors[WEBER], sites=("WEST",))
    gone = {
        is_active: replace(whole, actors={**whole.actors, WEBER: replace(there, active=is_active)})
        for is_active in (True, False)
    }
    sentences = [ConflictWording(each.seen_from(("OST",)), ZONE).sentence(conflict) for each in gone.values()]
    assert ["site" in each or "Standort" in each for each in sentences] == [True, False]
    assert gone[True].seen_from(("WEST",)) is gone[True]
    names = [Names(each.seen_from(("OST",)), ZONE, {}) for each in gone.values()]
    assert "is only at another site, but wanted on 2026-11-23" in message(conflict, names[0])
    assert "is not active any more, but wanted on 2026-11-23" in message(conflict, names[1])
    blocker = Blocker(WEBER, ConflictKind.INACTIVE)
    assert [blocker_message(blocker, each).partition(" is ")[2] for each in names] == [
        "only at another site",
        "not active any more",
    ]


def test_a_closed_day_is_told_by_its_name(language: Language) -> None:
    conflict = Conflict(ConflictKind.PRACTICE_CLOSED, Severity.BLOCKING, Span(at("10:30"), at("10:45")))
    feast = replace(practice(), holidays={ZONE.day_of(at("10:30")): "Feast of {all}"})
    sentences = [ConflictWording(each, ZONE).sentence(conflict) for each in (practice(), feast)]
    assert sentences[0].endswith(("closed 10:30 – 10:45.", "geschlossen."))
    assert sentences[1] == f"{sentences[0][:-1]}: Feast of {{all}}."


def test_a_gap_of_nothing_is_told_apart(language: Language) -> None:
    moment = Span(at("10:30"), at("10:30"))
    wording = ConflictWording(practice(), ZONE, (OTHER,))
    sentence = wording.sentence(
        Conflict(ConflictKind.GAP_TOO_SHORT, Severity.BLOCKING, moment, WEBER, OTHER.id)
    )
    assert "0 min" not in sentence


def test_an_entry_that_is_not_loaded_is_another_entry(language: Language) -> None:
    conflict = Conflict(
        ConflictKind.ROOM_BUSY, Severity.BLOCKING, Span(at("10:30"), at("10:45")), WEBER, EntryId(999)
    )
    assert "999" not in ConflictWording(practice(), ZONE).sentence(conflict)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (ConflictKind.ROOM_BUSY, "Dr. Weber ist 10:30 – 10:45 mit einem anderen Termin belegt."),
        (ConflictKind.BLOCKOUT, "Dr. Weber hat 10:30 – 10:45 eine Sperrzeit."),
        (ConflictKind.TENTATIVE, "Dr. Weber hat 10:30 – 10:45 eine Anfrage."),
        (ConflictKind.PATIENT_BUSY, "Der Patient hat 10:30 – 10:45 schon einen Termin."),
    ],
)
@pytest.mark.parametrize("language", [Language.GERMAN], indirect=True)
def test_an_entry_that_is_not_loaded_is_no_hole_in_a_german_sentence(
    kind: ConflictKind, sentence: str, language: Language
) -> None:
    conflict = Conflict(kind, Severity.WARNING, Span(at("10:30"), at("10:45")), WEBER, EntryId(999))
    assert ConflictWording(practice(), ZONE).sentence(conflict) == sentence


@pytest.mark.parametrize("fault", StoreFault)
def test_every_fault_says_what_happened_and_what_to_do(fault: StoreFault, language: Language) -> None:
    message = fault_message(fault, CancelRequest(EntryId(1), 1))
    assert all(part.endswith((".", "“.")) for part in (message.happened, message.not_saved, message.to_do))
    assert fault_message(fault, None).not_saved == ""


@pytest.mark.parametrize(
    "request_",
    [
        BookRequest(EntryKind.APPOINTMENT, 0, ()),
        MoveRequest(EntryId(1), 1, starts_at=0),
        MoveRequest(EntryId(1), 1, note=""),
        CancelRequest(EntryId(1), 1),
        StatusRequest(EntryId(1), 1, Status.ARRIVED),
    ],
)
def test_every_refusal_has_a_title(request_: object, language: Language) -> None:
    assert refused_title(request_)  # type: ignore[arg-type]


def test_every_choice_of_the_domain_has_a_word(language: Language) -> None:
    said = [
        *(words.status_name(each) for each in Status),
        *(words.role_name(each) for each in Role),
        *(words.kind_name(each) for each in EntryKind),
        *(words.actor_kind_name(each) for each in ActorKind),
        *(words.history_word(change, status) for change in Change for status in Status),
    ]
    assert all(said)


@pytest.mark.parametrize("language", [Language.GERMAN], indirect=True)
def test_german_is_the_practice_s_german(language: Language) -> None:
    assert [words.status_name(each) for each in (Status.ARRIVED, Status.CHECKED_IN, Status.NOSHOW)] == [
        "Eingetroffen",
        "Aufgenommen",
        "Nicht erschienen",
    ]
    assert words.kind_name(EntryKind.BLOCKOUT) == "Sperrzeit"
