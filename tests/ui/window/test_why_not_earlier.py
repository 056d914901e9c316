"""The booking sheet says why there is nothing earlier, ranks its proposals, and offers colleagues."""

from dataclasses import replace

import pytest

from praxidesk.engine.outcomes import (
    BlockedSpan,
    Blocker,
    Habit,
    MovedEntry,
    Neatness,
    OtherMember,
    Reason,
    Release,
    Slot,
    WhyNotEarlier,
    Workload,
)
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, Ranking, Role, ServiceId
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.booking.why_words import WhyWording
from praxidesk.ui.wording.rank_words import next_ranking, slot_reason
from tests.ui import desk_practice
from tests.ui.desk import ALT, Desk, Key
from tests.ui.desk_practice import KOC, WEBER, ZONE, at

KAYA = Participant(KOC, Role.PRACTITIONER)
EARLIER = Slot(at("11:05"), at("11:25"), (KAYA,), instead_of=((KOC, WEBER),))
OF_CHANGES = {ConflictKind.STALE_VERSION, ConflictKind.STATUS_NOT_ALLOWED}
"""Nothing that a search meets."""
BUSY = Blocker(WEBER, ConflictKind.PRACTITIONER_BUSY, EntryId(1), at("14:20"))


def why(*blockers: Blocker, release: Release | None = None) -> WhyNotEarlier:
    return WhyNotEarlier(
        (BlockedSpan(Span(at("10:00"), at("14:20")), blockers, Role.PRACTITIONER, 0),), release, at("14:20")
    )


def asked(desk: Desk) -> BookingSheet:
    desk.press(Key.Key_N)
    sheet = desk.settled()
    desk.qtbot.waitUntil(lambda: any(each.explain for each in desk.gateway.searched))
    return sheet


def test_the_reason_and_the_release_stand_under_the_proposals(desk: Desk) -> None:
    desk.gateway.store.why = why(BUSY, release=Release(EARLIER, OtherMember(KOC, WEBER)))
    sheet = asked(desk)
    desk.qtbot.waitUntil(sheet.why.isVisible)
    assert sheet.why.label.words() == (
        "Warum nicht früher? Dr. Weber ist bis 14:20 mit Brinkmann, Tobi belegt. "
        "Schon Mo 23. Nov. 11:05 mit Dr. Koç statt Dr. Weber."
    )
    desk.press(Key.Key_E, ALT)
    assert sheet.session.state.slots[0] == EARLIER
    assert sheet.session.state.chosen == 0
    assert sheet.submit.words() == "Mo 11:05 buchen"
    assert not sheet.why.isVisible()


def test_a_release_that_moves_somebody_is_said_but_not_taken(desk: Desk) -> None:
    moved = MovedEntry(EntryId(1), ServiceId(1), WEBER, Span(at("11:00"), at("11:20")), at("16:00"))
    slot = Slot(at("11:00"), at("11:20"), ())
    desk.gateway.store.why = why(BUSY, release=Release(slot, moved))
    sheet = asked(desk)
    desk.qtbot.waitUntil(sheet.why.isVisible)
    assert "wenn Brinkmann, Tobi auf Mo 23. Nov. 16:00 verlegt wird" in sheet.why.label.words()
    assert not sheet.why.take.isVisible()
    before = sheet.session.state.slots
    desk.press(Key.Key_E, ALT)
    assert sheet.session.state.slots == before


def test_where_nothing_stands_before_the_first_slot_nothing_is_said(desk: Desk) -> None:
    desk.gateway.store.why = WhyNotEarlier((), None, at("10:00"))
    sheet = asked(desk)
    assert not sheet.why.isVisible()


def test_blocking_time_asks_for_no_reason(desk: Desk) -> None:
    desk.press(Key.Key_B)
    desk.settled()
    assert not any(each.explain for each in desk.gateway.searched)


def test_colleagues_are_offered_and_marked_where_those_chosen_have_nothing(desk: Desk) -> None:
    store = desk.gateway.store
    practice = store.practice
    weber = practice.actors[WEBER]
    store.practice = replace(practice, actors={**practice.actors, WEBER: replace(weber, active=False)})
    store.substitutes = [EARLIER]
    desk.press(Key.Key_N)
    sheet = desk.settled()
    draft = sheet.session.state.draft
    seats = (replace(draft.seats[0], actor=WEBER), *draft.seats[1:])
    sheet.session.edit(replace(draft, seats=seats))
    desk.qtbot.waitUntil(lambda: sheet.session.state.slots == (EARLIER,))
    (line,) = sheet.proposals.lines()
    assert "statt Dr. Weber" in line.spoken


def test_alt_r_asks_for_the_next_order_and_says_it(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.settled()
    assert sheet.order.words() == "früheste zuerst"
    for ranking, name in (
        (Ranking.COMPACT, "möglichst ohne Lücken"),
        (Ranking.EVEN, "gleichmäßig verteilt"),
        (Ranking.PREFERRED, "übliche Zeiten zuerst"),
        (Ranking.EARLIEST, "früheste zuerst"),
    ):
        desk.press(Key.Key_R, ALT)
        desk.settled()
        assert sheet.order.words() == name
        assert [each for each in desk.gateway.searched if not each.explain][-1].rank is ranking
    assert next_ranking(Ranking.PREFERRED) is Ranking.EARLIEST


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Neatness(0, 0), "lässt keine Lücke"),
        (Neatness(1, 25), "daneben 25 min frei"),
        (Workload(90, (KOC,)), "bisher 1,5 h belegt"),
        (Habit(ServiceId(1), 1, 9, 38, 120, 20), "Di 9–10 Uhr: 38 von 120"),
        (Habit(ServiceId(1), 1, 9, 0, 0, 0), "noch keine Gewohnheit bekannt"),
    ],
)
def test_why_a_ranked_proposal_stands_where_it_does(desk: Desk, reason: Reason, said: str) -> None:
    assert slot_reason(desk_practice.practice(), Slot(0, 60, (), reason)) == said


def test_an_absence_of_whole_days_ends_with_its_last_day(desk: Desk) -> None:
    wording = WhyWording(desk_practice.practice(), ZONE, lambda *_: None)
    said = wording.reason(why(Blocker(WEBER, ConflictKind.ABSENT, None, at("00:00") + 2 * 86_400)))
    assert "Dr. Weber ist bis Di 24. Nov. abwesend" in said


@pytest.mark.parametrize("kind", [kind for kind in ConflictKind if kind not in OF_CHANGES])
@pytest.mark.parametrize("until", [None, at("12:00"), at("12:00") + 86_400])
def test_every_kind_is_said_in_a_sentence_without_holes(
    desk: Desk, kind: ConflictKind, until: int | None
) -> None:
    wording = WhyWording(desk_practice.practice(), ZONE, lambda *_: None)
    said = wording.reason(why(Blocker(WEBER, kind, EntryId(77), until), Blocker(ActorId(999), kind)))
    assert said.startswith("Warum nicht früher? ")
    assert "{" not in said
    assert "  " not in said
    assert "  " not in said
