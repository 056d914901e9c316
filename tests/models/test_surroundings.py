"""All that a booking must know, in one statement."""

import pytest

from praxidesk.engine.diaries import diaries
from praxidesk.engine.entries import Taken
from praxidesk.engine.outcomes import Change
from praxidesk.engine.spans import HOUR, MINUTE, Span
from praxidesk.engine.vocabulary import NOBODY, ActorId, Status, procedure_service, type_service
from praxidesk.models import queries, writes
from praxidesk.models.queries import Facts, KnownKey
from tests.models.bookings import DAY, NINE, appointment, book, operation, put
from tests.small_practice import PATIENT, SITE, SmallPractice
from tests.statement_log import StatementLog

MORNING = Span(NINE, NINE + HOUR)


def around(
    practice: SmallPractice,
    *codes: str,
    span: Span = MORNING,
    number: str | None = None,
    key: str | None = None,
) -> Facts:
    with practice.store.read() as connection:
        return queries.surroundings(
            connection,
            [practice.actors[code] for code in codes],
            span,
            patient_number=number,
            key=key,
        )


def who_is_taken(practice: SmallPractice, facts: Facts) -> list[str]:
    codes = {id_: code for code, id_ in practice.actors.items()}
    return [codes[taken.actor] for taken in facts.taken]


def test_nothing_stands_around_in_an_empty_calendar(practice_store: SmallPractice) -> None:
    facts = around(practice_store, "WEB", "R1")
    assert facts.taken == ()
    assert facts.patient is None
    assert facts.known is None


def test_everything_about_an_allocation_is_there(practice_store: SmallPractice) -> None:
    check_up = put(practice_store, appointment(practice_store, NINE + 20 * MINUTE, people="R1 P-1002"))
    knee = put(practice_store, operation(practice_store))
    room, surgeon = practice_store.actors["R1"], practice_store.actors["WEB"]
    assert set(around(practice_store, "WEB", "R1").taken) == {
        Taken(
            room,
            NINE + 20 * MINUTE,
            NINE + 30 * MINUTE,
            check_up,
            type_service(practice_store.kontr),
            1,
            None,
        ),
        Taken(
            surgeon,
            NINE + 20 * MINUTE,
            NINE + 75 * MINUTE,
            knee,
            procedure_service(practice_store.knie),
            1,
            None,
        ),
    }


@pytest.mark.parametrize("status", list(Status))
def test_what_occupies_or_may_occupy_is_seen(practice_store: SmallPractice, status: Status) -> None:
    put(practice_store, appointment(practice_store, status=status, blocking=False))
    seen = around(practice_store, "WEB").taken
    assert bool(seen) == (status.occupies or status.is_tentative)
    assert all(taken.occupies == status.occupies for taken in seen)


@pytest.mark.parametrize(
    ("start", "end", "seen"),
    [(0, 10, True), (-60, 0, False), (10, 20, False), (-5, 1, True), (9, 11, True), (3, 4, True)],
)
def test_what_shares_time_is_seen(practice_store: SmallPractice, start: int, end: int, seen: bool) -> None:
    put(practice_store, appointment(practice_store))
    span = Span(NINE + start * MINUTE, NINE + end * MINUTE)
    assert bool(around(practice_store, "WEB", span=span).taken) is seen


def test_the_longest_allocation_is_seen_to_its_last_second(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store, NINE, 1_500))
    end = NINE + 25 * HOUR
    assert around(practice_store, "WEB", span=Span(end - 1, end)).taken
    assert not around(practice_store, "WEB", span=Span(end, end + 1)).taken


def test_a_patient_is_found_by_number_and_taken_like_everybody(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store, people="KOC P-1001"))
    facts = around(practice_store, "WEB", number="P-1001")
    assert facts.patient is not None
    assert facts.patient.id == practice_store.actors["P-1001"]
    assert facts.patient.family == PATIENT.family
    assert facts.patient.birth_date == PATIENT.birth_date
    assert who_is_taken(practice_store, facts) == ["P-1001"]


def test_a_patient_named_twice_is_seen_once(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store, people="P-1001"))
    facts = around(practice_store, "P-1001", number="P-1001")
    assert who_is_taken(practice_store, facts) == ["P-1001"]


def test_a_patient_is_found_by_id_too(practice_store: SmallPractice) -> None:
    with practice_store.store.read() as connection:
        facts = queries.surroundings(
            connection, [], Span(NINE, NINE + HOUR), patient_id=practice_store.actors["P-1002"]
        )
    assert facts.patient is not None
    assert (facts.patient.number, facts.patient.birth_date) == ("P-1002", None)


@pytest.mark.parametrize("number", ["P-9999", "", "p-1001", "%", "' OR 1=1 --"])
def test_a_number_nobody_has_finds_nobody(practice_store: SmallPractice, number: str) -> None:
    assert around(practice_store, number=number).patient is None


def test_a_used_key_is_known_with_what_came_of_it(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, appointment(practice_store), key="abc")
    assert around(practice_store, key="abc").known == KnownKey("digest of abc", Change.BOOKED, id_)
    assert around(practice_store, key="ABC").known is None
    assert around(practice_store, key="").known is None


def test_the_practice_version_counts_every_change_of_it(practice_store: SmallPractice) -> None:
    before = around(practice_store).practice_version
    with practice_store.store.write() as connection:
        writes.save_site(connection, SITE)
    assert around(practice_store).practice_version == before + 1
    put(practice_store, appointment(practice_store))
    assert around(practice_store).practice_version == before + 1


def test_it_is_one_statement_whatever_is_asked(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    put(practice_store, appointment(practice_store), key="k")
    with practice_store.store.read() as connection:
        statements.clear()
        facts = queries.surroundings(
            connection,
            [ActorId(each) for each in range(5_000)],
            Span(NINE - DAY, NINE + DAY),
            patient_number="P-1001",
            key="k",
        )
        assert len(statements) == 1
    assert len(facts.taken) == 3
    assert facts.known
    assert facts.patient


def test_a_booking_takes_five_statements_at_most(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    statements.clear()
    wish = appointment(practice_store, people="WEB R1 CARM1 P-1001")
    assert book(practice_store, wish, patient="P-1001", key="k") is not None
    assert len(statements) == 5, statements
    statements.clear()
    assert book(practice_store, wish, patient="P-1001", key="other") is None
    assert len(statements) <= 4, statements


def test_whole_entries_of_a_service_are_seen_without_anybody(practice_store: SmallPractice) -> None:
    check_up = put(practice_store, appointment(practice_store, NINE + 20 * MINUTE, people="R1 P-1002"))
    knee = put(practice_store, operation(practice_store))
    put(practice_store, appointment(practice_store, NINE, status=Status.PENDING, people="KOC"))
    kontr, knie = type_service(practice_store.kontr), procedure_service(practice_store.knie)
    with practice_store.store.read() as connection:
        taken = queries.surroundings(connection, [], MORNING, services=[kontr, knie]).taken
        of_one = queries.surroundings(connection, [], MORNING, services=[knie]).taken
    assert {(each.actor, each.entry, each.service, each.occupies) for each in taken} == {
        (NOBODY, check_up, kontr, 1),
        (NOBODY, knee, knie, 1),
    }
    (operated,) = of_one
    assert operated.starts_at == NINE
    assert operated.ends_at > NINE + 75 * MINUTE  # with the cleaning


def test_columns_say_what_rows_say(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store, NINE + 40 * MINUTE, people="KOC R1 P-1002"))
    put(practice_store, operation(practice_store))
    put(
        practice_store,
        appointment(practice_store, NINE, status=Status.PENDING, blocking=False, people="KOC R1"),
    )
    put(
        practice_store,
        appointment(practice_store, NINE, status=Status.CANCELLED, blocking=False, people="KOC R1"),
    )
    actors = [*practice_store.actors.values(), ActorId(9_999)]
    with practice_store.store.read() as connection:
        rows = queries.surroundings(connection, actors, MORNING)
        seen = queries.columns(connection, actors, MORNING)
    assert seen.practice_version == rows.practice_version
    assert seen.patient is None
    assert {actor: sorted(zip(*diary, strict=True)) for actor, diary in seen.diaries.items()} == {
        actor: sorted(zip(*diary, strict=True)) for actor, diary in diaries(rows.taken).items()
    }


def test_columns_name_the_patient_whose_time_they_have(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store, people="WEB P-1001"))
    patient = practice_store.actors["P-1001"]
    with practice_store.store.read() as connection:
        by_number = queries.columns(connection, [], MORNING, patient_number="P-1001")
        by_id = queries.columns(connection, [patient], MORNING, patient_id=patient)
        nobody = queries.columns(connection, [], MORNING, patient_number="P-9999")
    assert by_number.patient == by_id.patient == patient
    assert list(by_number.diaries) == list(by_id.diaries) == [patient]
    assert nobody.patient is None
    assert nobody.diaries == {}


def test_columns_are_one_statement(practice_store: SmallPractice, statements: StatementLog) -> None:
    with practice_store.store.read() as connection:
        statements.clear()
        queries.columns(connection, map(ActorId, range(5_000)), MORNING, patient_number="P-1001")
        assert len(statements) == 1
