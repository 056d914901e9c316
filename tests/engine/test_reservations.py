"""Reserved block time, as a practice would keep it: "Dr. Weber's block in OP 1, Wednesday 7 to 15"."""

from dataclasses import replace
from datetime import timedelta

import pytest

from praxidesk.engine.actors import Group
from praxidesk.engine.conflicts import check
from praxidesk.engine.entries import Allocation, Taken
from praxidesk.engine.practice import DEFAULT_POLICY, Reservation
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import Participant
from praxidesk.engine.reservations import Blocks, Kept, findings
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    ConflictKind,
    EntryId,
    EntryKind,
    Role,
    ServiceId,
    Severity,
    Status,
    Weeks,
    procedure_service,
    type_service,
)
from tests.engine.block_time import (
    EARLIER,
    FOR_KNEES,
    KNEES_RELEASED,
    SUNDAY,
    THREE_DAYS,
    WEBERS,
    WEBERS_KNEES,
    found,
    kept_for,
    on_wednesday,
    practice,
    user,
)
from tests.engine.diary import (
    ANA,
    ARM,
    CHECKUP,
    KNEE,
    KOC,
    OP1,
    PATIENT,
    PRACTICE,
    R1,
    R2,
    TUESDAY,
    VISIT,
    WEB,
    WEDNESDAY,
    ZONE,
    at,
    planned,
    span,
    visit,
    wall,
    weekly,
    with_actor,
    with_hours,
)

TWO_SURGEONS = kept_for("OP1", "wed", "07:00-15:00", holders="WEB KOC")

CHECKUPS_AT_WEBER = kept_for("WEB", "mon", "10:00-11:00", services="CHECKUP")

CLOSED_TO_ALL = replace(WEBERS, holders=("GONE",))

TOUCHING = kept_for("OP1", "wed", "07:00-11:00 11:00-15:00", holders="WEB")

TWO_WINDOWS = kept_for("OP1", "wed", "07:00-11:00 12:00-15:00", holders="WEB")


def knee(clock: str, *participants: Participant) -> Proposal:
    """An operation of an hour and a half on Wednesday."""
    start = at(clock, WEDNESDAY)
    end = start + 90 * 60
    return Proposal(
        EntryKind.OPERATION, Status.BOOKED, start, end, None, KNEE, PRACTICE.procedures[KNEE].phases,
        participants, None, tuple(Allocation(each.actor, each.role, start, end) for each in participants),
    )  # fmt: skip


KOC_IN_OP1 = (Participant(KOC, Role.SURGEON), Participant(OP1, Role.ROOM))

WEB_IN_OP1 = (Participant(WEB, Role.SURGEON), Participant(OP1, Role.ROOM))

WEB_HELPS_KOC = (*KOC_IN_OP1, Participant(WEB, Role.ASSISTANT))


@pytest.mark.parametrize(
    ("reservation", "proposal", "expected"),
    [
        pytest.param(WEBERS, on_wednesday("09:00-10:00", WEB, OP1), [], id="the-holder"),
        pytest.param(WEBERS, on_wednesday("09:00-10:00", KOC, OP1), ["OP1 09:00-10:00"], id="somebody-else"),
        pytest.param(WEBERS, on_wednesday("09:00-10:00", OP1), ["OP1 09:00-10:00"], id="nobody"),
        pytest.param(WEBERS, knee("09:00", *WEB_HELPS_KOC), [], id="the-holder-in-any-role"),
        pytest.param(WEBERS, on_wednesday("09:00-10:00", KOC, R1), [], id="another-room"),
        pytest.param(WEBERS, planned(visit("09:00-10:00", KOC, OP1, day=TUESDAY)), [], id="another-day"),
        pytest.param(WEBERS, on_wednesday("06:00-07:00", KOC, OP1), [], id="until-it-begins"),
        pytest.param(
            WEBERS, on_wednesday("06:00-07:01", KOC, OP1), ["OP1 07:00-07:01"], id="a-minute-into-it"
        ),
        pytest.param(WEBERS, on_wednesday("15:00-16:00", KOC, OP1), [], id="from-its-end"),
        pytest.param(
            WEBERS, on_wednesday("14:59-16:00", KOC, OP1), ["OP1 14:59-15:00"], id="its-last-minute"
        ),
        pytest.param(WEBERS, on_wednesday("06:00-16:00", KOC, OP1), ["OP1 07:00-15:00"], id="all-around-it"),
        pytest.param(
            TOUCHING, on_wednesday("10:30-11:30", KOC, OP1), ["OP1 10:30-11:30"], id="windows-that-touch"
        ),
        pytest.param(
            TWO_WINDOWS, on_wednesday("10:30-12:30", KOC, OP1), ["OP1 10:30-11:00", "OP1 12:00-12:30"],
            id="two-windows",
        ),
        pytest.param(TWO_WINDOWS, on_wednesday("11:00-12:00", KOC, OP1), [], id="exactly-between-them"),
        pytest.param(FOR_KNEES, knee("09:00", *KOC_IN_OP1), [], id="the-procedure"),
        pytest.param(
            FOR_KNEES, on_wednesday("09:00-10:00", WEB, OP1), ["OP1 09:00-10:00"], id="something-else"
        ),
        pytest.param(WEBERS_KNEES, knee("09:00", *WEB_IN_OP1), [], id="holder-and-procedure"),
        pytest.param(
            WEBERS_KNEES, knee("09:00", *KOC_IN_OP1), ["OP1 09:00-10:30"], id="the-procedure-alone"
        ),
        pytest.param(
            WEBERS_KNEES, on_wednesday("09:00-10:00", WEB, OP1), ["OP1 09:00-10:00"], id="the-holder-alone"
        ),
        pytest.param(TWO_SURGEONS, on_wednesday("09:00-10:00", KOC, OP1), [], id="one-of-the-holders"),
        pytest.param(
            TWO_SURGEONS, on_wednesday("09:00-10:00", ANA, OP1), ["OP1 09:00-10:00"], id="none-of-them"
        ),
        pytest.param(CHECKUPS_AT_WEBER, planned(visit("10:00-10:10", WEB, type=CHECKUP)), [], id="the-type"),
        pytest.param(
            CHECKUPS_AT_WEBER, planned(visit("09:50-10:20", WEB)), ["WEB 10:00-10:20"], id="another-type"
        ),
        pytest.param(CHECKUPS_AT_WEBER, planned(visit("10:00-10:30", KOC)), [], id="another-practitioner"),
        pytest.param(
            kept_for("WEB", "wed", "08:00-10:00", holders="WEB"), on_wednesday("08:00-09:00", WEB, OP1), [],
            id="somebody-reserved-for-himself",
        ),
        pytest.param(
            CLOSED_TO_ALL, on_wednesday("09:00-10:00", WEB, OP1), ["OP1 09:00-10:00"],
            id="held-by-somebody-unknown",
        ),
        pytest.param(
            kept_for("OP1 ARM", "wed", "07:00-15:00", holders="WEB"),
            on_wednesday("09:00-10:00", KOC, OP1, ARM), ["OP1 09:00-10:00", "ARM 09:00-10:00"],
            id="two-things-at-once",
        ),
    ],
)  # fmt: skip
def test_what_is_reserved_is_for_its_holders_and_services(
    reservation: Reservation, proposal: Proposal, expected: list[str]
) -> None:
    assert found(proposal, [reservation]) == expected


KOCS_MORNING = kept_for("OP1", "wed", "07:00-10:00", holders="KOC", code="K")

KNEES_FROM_9 = kept_for("OP1", "wed", "09:00-12:00", services="KNEE", code="N")

ANYBODYS_VISITS = kept_for("OP1", "wed", "08:00-09:00", services="VISIT", code="V")


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        pytest.param(on_wednesday("07:00-12:00", WEB, OP1), [], id="let-in-by-the-one-that-covers-all"),
        pytest.param(on_wednesday("07:00-10:00", KOC, OP1), [], id="let-in-by-the-other"),
        pytest.param(
            on_wednesday("07:00-10:30", KOC, OP1), ["OP1 10:00-10:30"], id="let-in-as-long-as-it-covers"
        ),
        pytest.param(knee("09:30", *KOC_IN_OP1), [], id="let-in-by-one-and-then-by-another"),
        pytest.param(
            knee("11:00", *KOC_IN_OP1), ["OP1 12:00-12:30"], id="until-nobody-lets-it-in-any-more"
        ),
        pytest.param(
            on_wednesday("07:30-11:00", ANA, OP1), ["OP1 07:30-08:00", "OP1 09:00-11:00"],
            id="let-in-between",
        ),
        pytest.param(
            on_wednesday("07:30-11:00", ANA, OP1, type=CHECKUP), ["OP1 07:30-11:00"],
            id="several-in-a-row-are-one-span",
        ),
    ],
)  # fmt: skip
def test_of_several_it_is_enough_to_be_let_in_by_one(proposal: Proposal, expected: list[str]) -> None:
    assert found(proposal, [WEBERS, KOCS_MORNING, KNEES_FROM_9, ANYBODYS_VISITS]) == expected


ON_THE_DAY = replace(WEBERS, release_days=0)

BOTH_RELEASED = replace(WEBERS_KNEES, release_days=3)


def operation(clocks: str, *actors: ActorId) -> list[Taken]:
    """A knee operation on Wednesday."""
    return [each._replace(service=procedure_service(KNEE)) for each in user(clocks, *actors)]


@pytest.mark.parametrize(
    ("reservation", "now", "others", "is_reserved"),
    [
        pytest.param(THREE_DAYS, at("23:59", SUNDAY - timedelta(days=1)), [], True, id="a-minute-too-early"),
        pytest.param(THREE_DAYS, at("00:00", SUNDAY), [], False, id="from-midnight-on"),
        pytest.param(THREE_DAYS, at("08:00", TUESDAY), [], False, id="the-day-before"),
        pytest.param(THREE_DAYS, at("08:00", WEDNESDAY), [], False, id="on-the-day"),
        pytest.param(ON_THE_DAY, at("23:59", TUESDAY), [], True, id="0-days-the-evening-before"),
        pytest.param(ON_THE_DAY, at("00:00", WEDNESDAY), [], False, id="0-days-on-the-day"),
        pytest.param(WEBERS, at("08:59", WEDNESDAY), [], True, id="never-released"),
        pytest.param(THREE_DAYS, at("08:00", TUESDAY), user("07:00-08:00", WEB, OP1), True, id="partly-used"),
        pytest.param(
            THREE_DAYS, at("08:00", TUESDAY), user("14:59-16:00", WEB, OP1), True, id="used-for-a-minute"
        ),
        pytest.param(
            THREE_DAYS, at("08:00", TUESDAY), user("06:00-07:00", WEB, OP1), False, id="the-holder-before-it"
        ),
        pytest.param(
            THREE_DAYS, at("08:00", TUESDAY), user("15:00-16:00", WEB, OP1), False, id="the-holder-after-it"
        ),
        pytest.param(
            THREE_DAYS, at("08:00", TUESDAY), user("07:00-08:00", WEB, R1), False, id="the-holder-elsewhere"
        ),
        pytest.param(
            THREE_DAYS, at("08:00", TUESDAY), user("07:00-08:00", KOC, OP1), False, id="used-by-another"
        ),
        pytest.param(
            THREE_DAYS,
            at("08:00", TUESDAY),
            [*user("07:00-08:00", KOC, OP1), *user("07:00-08:00", WEB, R1, entry=8)],
            False,
            id="another-there-and-the-holder-elsewhere",
        ),
        pytest.param(
            THREE_DAYS,
            at("08:00", TUESDAY),
            user("07:00-08:00", WEB, OP1, status=Status.PROPOSED),
            False,
            id="used-by-a-proposal",
        ),
        pytest.param(
            THREE_DAYS,
            at("08:00", TUESDAY),
            user("07:00-08:00", WEB, OP1, status=Status.ARRIVED),
            True,
            id="used-by-who-has-arrived",
        ),
        pytest.param(
            THREE_DAYS,
            at("08:00", TUESDAY),
            [*user("12:00-13:00", OP1), *user("16:00-17:00", WEB)],
            True,
            id="used-by-an-entry-whose-holder-comes-later",
        ),
        pytest.param(
            KNEES_RELEASED, at("08:00", TUESDAY), operation("11:00-12:30", KOC, OP1), True, id="one-knee"
        ),
        pytest.param(
            KNEES_RELEASED, at("08:00", TUESDAY), user("11:00-12:30", KOC, OP1), False, id="a-visit"
        ),
        pytest.param(
            BOTH_RELEASED, at("08:00", TUESDAY), operation("11:00-12:30", WEB, OP1), True, id="his-knee"
        ),
        pytest.param(
            BOTH_RELEASED,
            at("08:00", TUESDAY),
            operation("11:00-12:30", KOC, OP1),
            False,
            id="another's-knee",
        ),
        pytest.param(
            BOTH_RELEASED, at("08:00", TUESDAY), user("11:00-12:30", WEB, OP1), False, id="his-visit"
        ),
    ],
)
def test_a_block_is_released_when_it_is_due_and_unused(
    reservation: Reservation, now: int, others: list[Taken], is_reserved: bool
) -> None:
    wish = on_wednesday("09:00-10:00", KOC, OP1)
    assert found(wish, [reservation], *others, now=now) == (["OP1 09:00-10:00"] if is_reserved else [])


def test_the_holder_may_come_before_and_after_the_release() -> None:
    wish = on_wednesday("09:00-10:00", WEB, OP1)
    for now in (EARLIER, at("08:00", TUESDAY)):
        assert found(wish, [THREE_DAYS], now=now) == []
        assert found(wish, [THREE_DAYS], *user("11:00-12:00", WEB, OP1), now=now) == []


def test_each_window_of_a_day_is_released_on_its_own() -> None:
    halves = replace(TWO_WINDOWS, release_days=3)
    wish = on_wednesday("10:30-12:30", KOC, OP1)
    now = at("08:00", TUESDAY)
    assert found(wish, [halves], *user("07:00-08:00", WEB, OP1), now=now) == ["OP1 10:30-11:00"]
    assert found(wish, [halves], *user("14:00-15:00", WEB, OP1), now=now) == ["OP1 12:00-12:30"]


def test_windows_that_touch_are_released_as_one() -> None:
    whole = replace(TOUCHING, release_days=3)
    now = at("08:00", TUESDAY)
    used = user("07:00-08:00", WEB, OP1)
    assert found(on_wednesday("12:00-13:00", KOC, OP1), [whole], *used, now=now) == ["OP1 12:00-13:00"]


def test_a_window_of_some_weeks_joins_the_one_of_every_week_that_it_touches() -> None:
    """The Wednesday's week 48 is an even one."""
    afternoon = tuple(replace(each, weeks=Weeks.EVEN) for each in weekly("wed", "11:00-15:00"))
    by_turns = replace(TOUCHING, windows=(*weekly("wed", "07:00-11:00"), *afternoon), release_days=3)
    now = at("08:00", TUESDAY)
    used = user("07:00-08:00", WEB, OP1)
    assert found(on_wednesday("12:00-13:00", KOC, OP1), [by_turns], *used, now=now) == ["OP1 12:00-13:00"]


def test_each_room_is_released_on_its_own() -> None:
    both = kept_for("OP1 ARM", "wed", "07:00-15:00", holders="WEB", release_days=3)
    wish = on_wednesday("12:00-13:00", KOC, OP1, ARM)
    used = user("07:00-08:00", WEB, OP1)
    assert found(wish, [both], *used, now=at("08:00", TUESDAY)) == ["OP1 12:00-13:00"]


def test_a_released_block_neither_keeps_nor_lets_in() -> None:
    knees = replace(KNEES_FROM_9, release_days=3)
    wish = knee("09:30", *KOC_IN_OP1)
    assert found(wish, [WEBERS, knees], now=EARLIER) == []
    assert found(wish, [WEBERS, knees], now=at("08:00", TUESDAY)) == ["OP1 09:30-11:00"]
    assert found(on_wednesday("09:30-11:00", ANA, OP1), [knees], now=at("08:00", TUESDAY)) == []


def test_the_entry_that_is_moved_does_not_use_its_block() -> None:
    mine = user("07:00-08:00", WEB, OP1, entry=7)
    without_weber = on_wednesday("07:00-08:00", KOC, OP1)
    now = at("08:00", TUESDAY)
    assert found(without_weber, [THREE_DAYS], *mine, now=now) == ["OP1 07:00-08:00"]
    assert found(replace(without_weber, entry=EntryId(7)), [THREE_DAYS], *mine, now=now) == []


def test_turnover_may_reach_into_a_block_as_it_may_outside_hours() -> None:
    wish = on_wednesday("06:00-07:00", KOC, OP1)
    room = next(each for each in wish.allocations if each.actor == OP1)
    cleaned = replace(room, ends_at=room.ends_at + 15 * 60, turnover=15)
    assert found(replace(wish, allocations=(wish.allocations[0], cleaned)), [WEBERS]) == []


def test_a_holder_whose_part_has_no_length_takes_part() -> None:
    wish = on_wednesday("09:00-10:00", WEB, OP1)
    room_alone = tuple(each for each in wish.allocations if each.actor == OP1)
    assert found(replace(wish, allocations=room_alone), [WEBERS]) == []


def test_a_blockout_is_let_in_by_its_people_not_by_services() -> None:
    meeting = replace(on_wednesday("09:00-10:00", WEB, OP1), kind=EntryKind.BLOCKOUT, type=None)
    assert found(meeting, [WEBERS]) == []
    assert found(meeting, [FOR_KNEES]) == ["OP1 09:00-10:00"]


def test_a_group_is_reserved_in_all_its_places() -> None:
    chairs = Group("INF", ActorKind.ROOM, "Infusion")
    grouped = with_actor(R1, with_actor(R2, group="INF"), group="INF")
    grouped = replace(
        grouped, groups={ActorId(50): chairs}, reservations=(kept_for("INF", "wed", "07:00-15:00", "WEB"),)
    )
    wish = planned(visit("09:00-10:00", KOC, R2, day=WEDNESDAY), grouped)
    assert [each.actor for each in findings(grouped, ZONE, wish, [], EARLIER)] == [R2]


def test_a_code_of_both_a_type_and_a_procedure_means_both() -> None:
    twice = replace(
        PRACTICE,
        types={**PRACTICE.types, VISIT: replace(PRACTICE.types[VISIT], code="KNEE")},
        reservations=(FOR_KNEES,),
    )
    for wish in (knee("09:00", *KOC_IN_OP1), on_wednesday("09:00-10:00", KOC, OP1)):
        assert list(findings(twice, ZONE, wish, [], EARLIER)) == []


def test_the_check_names_it_as_the_policy_says() -> None:
    wish = on_wednesday("09:00-10:00", KOC, OP1)
    for severity in Severity:
        policy = {**DEFAULT_POLICY, ConflictKind.RESERVED: severity}
        conflicts = check(replace(practice(WEBERS), policy=policy), ZONE, wish, [], EARLIER)
        expected = [] if severity is Severity.OFF else [(ConflictKind.RESERVED, severity, OP1)]
        assert [(each.kind, each.severity, each.actor) for each in conflicts] == expected


def test_reserved_time_is_told_beside_closed_time() -> None:
    shut = with_hours(None, practice(WEBERS), hours=weekly("mon", "07:00-18:00"))
    conflicts = check(shut, ZONE, on_wednesday("09:00-10:00", KOC, OP1), [], EARLIER)
    assert {each.kind for each in conflicts} >= {ConflictKind.PRACTICE_CLOSED, ConflictKind.RESERVED}


def test_what_is_kept_is_told_with_those_who_open_it() -> None:
    blocks = Blocks(practice(WEBERS, KOCS_MORNING, KNEES_FROM_9, ANYBODYS_VISITS), ZONE, [], EARLIER)
    day = ZONE.day(WEDNESDAY)

    def kept(actor: ActorId, service: ServiceId) -> list[tuple[str, set[ActorId]]]:
        return [(wall(each.span), set(each.holders)) for each in blocks.kept(actor, day, service)]

    assert kept(OP1, type_service(VISIT)) == [
        ("07:00-08:00", {WEB, KOC}),
        ("09:00-10:00", {WEB, KOC}),
        ("10:00-15:00", {WEB}),
    ]
    assert kept(OP1, procedure_service(KNEE)) == [("07:00-09:00", {WEB, KOC}), ("12:00-15:00", {WEB})]
    assert kept(R1, type_service(VISIT)) == []
    assert kept(PATIENT, type_service(VISIT)) == []
    his_own = Blocks(practice(kept_for("WEB", "wed", "08:00-10:00", "WEB KOC")), ZONE, [], EARLIER)
    assert his_own.kept(WEB, day, type_service(VISIT)) == []
    only_knees = Blocks(practice(FOR_KNEES), ZONE, [], EARLIER)
    assert only_knees.kept(OP1, span("09:00-16:00", WEDNESDAY), type_service(VISIT)) == [
        Kept(span("09:00-15:00", WEDNESDAY), frozenset())
    ]
