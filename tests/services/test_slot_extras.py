"""Ranked slots, substitutes and explanations over the store: what they say, and what they cost."""

from dataclasses import replace
from datetime import timedelta

from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Free, Habit, MovedEntry, OtherMember, SlotsFound
from praxidesk.engine.requests import PatientNumber, SlotNeed, SlotRequest
from praxidesk.engine.vocabulary import EntryKind, Priority, Ranking, Role, Status
from praxidesk.models import writes
from praxidesk.services.slots import find_slots
from tests.services.diary import MONDAY, Diary
from tests.statement_log import StatementLog

TUESDAY = MONDAY + timedelta(days=1)


def search(diary: Diary, days: int = 30, **more: object) -> SlotRequest:
    """An appointment with Dr. Weber."""
    wish = SlotRequest(
        EntryKind.APPOINTMENT,
        MONDAY,
        MONDAY + timedelta(days=days),
        type=diary.desk.practice.type_ids["FREI"],
        needs=(SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB",))),),
        limit=2,
    )
    return replace(wish, **more)  # type: ignore[arg-type]


def found(diary: Diary, request: SlotRequest) -> SlotsFound:
    answer = find_slots(diary.desk, request, diary.now)
    assert isinstance(answer, SlotsFound), answer
    return answer


def asked(statements: StatementLog) -> int:
    return len([each for each in statements if "SELECT" in each])


def fill_up(diary: Diary, codes: str, days: int) -> None:
    """Take whole working days."""
    for by in range(days):
        day = MONDAY + timedelta(days=by)
        if day.weekday() < 5:
            minutes = 540 if codes == "WEB" else 480
            diary.booked("08:00", codes, minutes=minutes, day=day)


def make_room(diary: Diary) -> None:
    """Let check-ups be of low priority."""
    practice = diary.desk.practice
    low = replace(practice.types[practice.type_ids["KONTR"]], priority=Priority.LOW)
    with diary.desk.store.write() as connection:
        writes.save_type(connection, low)


def test_colleagues_are_offered_where_the_wished_one_has_nothing(
    diary: Diary, statements: StatementLog
) -> None:
    fill_up(diary, "WEB", 18)
    statements.clear()
    answer = found(diary, search(diary, 17))
    assert asked(statements) == 3
    assert answer.slots == ()
    weber, koc = diary.id("WEB"), diary.id("KOC")
    assert [slot.starts_at for slot in answer.substitutes] == [diary.at("08:00"), diary.at("08:05")]
    assert {slot.instead_of for slot in answer.substitutes} == {((koc, weber),)}
    for slot in answer.substitutes:
        wish = replace(diary.request("08:00"), starts_at=slot.starts_at, participants=slot.participants)
        assert isinstance(diary.check(wish), Free)


def test_nobody_else_is_offered_where_there_is_something_or_everything_is_wanted(diary: Diary) -> None:
    fill_up(diary, "WEB", 3)
    assert found(diary, search(diary, 3)).substitutes == ()
    assert found(diary, search(diary, 2, limit=0)).substitutes == ()
    assert len(found(diary, search(diary, 2)).substitutes) == 2


def test_the_patient_is_free_for_substitutes_too(diary: Diary) -> None:
    fill_up(diary, "WEB", 1)
    diary.booked("08:00", "ANA", patient="P-1001")
    answer = found(diary, search(diary, 0, patient=PatientNumber("P-1001")))
    assert answer.substitutes[0].starts_at == diary.at("08:30")


def test_ranked_slots_take_one_query_and_habits_one_more(diary: Diary, statements: StatementLog) -> None:
    diary.booked("10:00", "KOC")
    either = (SlotNeed(Need(Role.PRACTITIONER, any_of=("KOC", "WEB"))),)
    for rank, queries in ((Ranking.EVEN, 1), (Ranking.COMPACT, 1), (Ranking.PREFERRED, 2)):
        statements.clear()
        answer = found(diary, search(diary, 90, needs=either, rank=rank))
        assert len(answer.slots) == 2
        assert all(slot.reason is not None for slot in answer.slots)
        assert asked(statements) == queries
        assert answer.searched_to == MONDAY + timedelta(days=13)
    even = found(diary, search(diary, 90, needs=either, rank=Ranking.EVEN))
    assert {slot.participants[0].actor for slot in even.slots} == {diary.id("WEB")}


def test_where_two_weeks_hold_too_little_ranking_goes_on_to_the_end(diary: Diary) -> None:
    fill_up(diary, "WEB", 15)
    answer = found(diary, search(diary, 20, rank=Ranking.COMPACT))
    assert len(answer.slots) == 2
    assert answer.searched_to == MONDAY + timedelta(days=20)
    assert found(diary, search(diary, 20, rank=Ranking.COMPACT, limit=0)).slots[:2] == answer.slots


def test_habits_are_learnt_from_what_stood_in_the_last_half_year(diary: Diary) -> None:
    now, diary.now = diary.now, diary.at("08:00", MONDAY - timedelta(days=400))
    for week in range(1, 20):
        entry = diary.booked("14:00", "WEB", day=TUESDAY - timedelta(weeks=week))
        if week == 19:
            diary.cancel(entry)
    diary.booked("14:00", "WEB", day=TUESDAY - timedelta(weeks=30))
    diary.set_status(diary.booked("15:00", "WEB", day=TUESDAY - timedelta(weeks=2)), Status.NOSHOW)
    diary.now = now
    answer = found(diary, search(diary, rank=Ranking.PREFERRED))
    assert answer.slots[0].starts_at == diary.at("14:00", TUESDAY)
    service = diary.desk.practice.type_ids["FREI"]
    assert answer.slots[0].reason == Habit(service, 1, 14, 18, 19, 2)  # type: ignore[arg-type]


def test_an_explanation_names_who_is_in_the_way_and_a_colleague(
    diary: Diary, statements: StatementLog
) -> None:
    entry = diary.booked("08:00", "WEB", minutes=120)
    statements.clear()
    answer = found(diary, search(diary, explain=True))
    assert asked(statements) == 2
    why = answer.why_not_earlier
    assert why is not None
    assert why.until == answer.slots[0].starts_at == diary.at("10:00")
    assert [each.blockers[0].entry for each in why.spans] == [None, entry.id]
    assert why.release is not None
    assert why.release.change == OtherMember(diary.id("KOC"), diary.id("WEB"))
    assert why.release.starts_at == diary.at("08:00")


def test_an_explanation_finds_an_entry_that_makes_room(diary: Diary, statements: StatementLog) -> None:
    make_room(diary)
    fill_up(diary, "KOC", 1)
    kontr = diary.desk.practice.type_ids["KONTR"]
    low = diary.booked("08:00", "WEB R1", type=kontr, patient="P-1001")
    diary.booked("08:45", "WEB", minutes=120)
    found(diary, search(diary))  # reads the practice anew
    statements.clear()
    why = found(diary, search(diary, explain=True)).why_not_earlier
    assert asked(statements) == 5
    assert why is not None
    assert why.release is not None
    change = why.release.change
    assert isinstance(change, MovedEntry)
    assert (change.entry, change.actor, change.moved_to) == (low.id, diary.id("WEB"), diary.at("08:30"))
    moved = diary.move(low, "08:30")
    assert not hasattr(moved, "conflicts"), moved
    first = found(diary, search(diary, limit=1)).slots[0]
    assert first.starts_at == why.release.starts_at == diary.at("08:00")


def test_where_nothing_is_found_the_first_two_weeks_are_explained(diary: Diary) -> None:
    fill_up(diary, "WEB", 20)
    why = found(diary, search(diary, 19, explain=True)).why_not_earlier
    assert why is not None
    assert why.until == diary.at("00:00", MONDAY + timedelta(days=14))


def test_the_first_time_of_all_needs_no_explanation(diary: Diary) -> None:
    why = found(diary, search(diary, explain=True, not_before=diary.at("08:00"))).why_not_earlier
    assert why is not None
    assert (why.spans, why.release, why.until) == ((), None, diary.at("08:00"))
    past = search(
        diary, explain=True, first_day=MONDAY - timedelta(days=30), last_day=MONDAY - timedelta(days=20)
    )
    over = found(diary, past).why_not_earlier
    assert over is not None
    assert over.spans == ()


def test_in_another_order_the_time_before_the_earliest_is_explained(diary: Diary) -> None:
    diary.booked("08:00", "WEB", minutes=60)
    diary.booked("09:35", "WEB", minutes=85)
    diary.booked("11:30", "WEB", minutes=330)
    why = found(diary, search(diary, 0, explain=True, rank=Ranking.COMPACT, limit=1)).why_not_earlier
    assert why is not None
    assert why.until == diary.at("09:00")
