"""Every rule of a practice, saved and loaded: the same values come back."""

from dataclasses import replace

import pytest

from praxidesk.engine.actors import Actor
from praxidesk.engine.offerings import NO_LIMITS, CombinationPart
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.models import queries, writes
from praxidesk.models.store import RuleBroken, Store
from tests.models.every_rule import (
    BLOCK,
    CHAIRS,
    FOR_EVER,
    HERE,
    INFUSION,
    KNEE,
    ROUND,
    SHIFTS,
    SONO,
    SONOS,
    THEATRE,
    VISIT,
    put_every_rule,
)
from tests.small_practice import KOC, KONTR, R1, SITE, WEB, SmallPractice
from tests.statement_log import StatementLog


def known(store: Store) -> Practice:
    with store.read() as connection:
        return queries.practice(connection)


def test_every_rule_comes_back_as_it_was_given(practice_store: SmallPractice) -> None:
    ids = put_every_rule(practice_store.store)
    practice = known(practice_store.store)
    assert practice.site == HERE
    assert [practice.actors[ids[each.code]] for each in (SHIFTS, THEATRE, *CHAIRS, SONO)] == [
        SHIFTS,
        THEATRE,
        *CHAIRS,
        SONO,
    ]
    assert practice.groups == {ids["INF"]: INFUSION, ids["SONO"]: SONOS}
    assert practice.members == {ids["INF"]: (ids["INF1"], ids["INF2"]), ids["SONO"]: (ids["SONO1"],)}
    assert practice.types == {practice_store.kontr: VISIT}
    assert practice.procedures == {practice_store.knie: KNEE}
    assert practice.reservations == (BLOCK, FOR_EVER)
    assert practice.combinations == (ROUND,)


def test_groups_are_not_among_the_actors(practice_store: SmallPractice) -> None:
    ids = put_every_rule(practice_store.store)
    practice = known(practice_store.store)
    assert not practice.groups.keys() & practice.actors.keys()
    assert practice.actor_ids["INF"] == ids["INF"]


def counted(store: Store) -> dict[str, int]:
    """Rows of every table but those in which the saving itself is written down."""
    return {name: rows for name, rows in store.status().counts.items() if not name.startswith("journal")}


def test_saving_again_changes_nothing_but_the_version(practice_store: SmallPractice) -> None:
    store = practice_store.store
    ids = put_every_rule(store)
    before, counts = known(store), counted(store)
    assert put_every_rule(store) == ids
    after = known(store)
    assert replace(after, version=before.version) == before
    assert counted(store) == counts


def test_a_rule_can_be_taken_back(practice_store: SmallPractice) -> None:
    store = practice_store.store
    ids = put_every_rule(store)
    alone = replace(CHAIRS[0], group="", turnover=0)
    bare = replace(SONO, equipment=(), inspected_until=None, group="")
    plain = replace(VISIT, limits=NO_LIMITS, need=())
    shorter = replace(ROUND, name="Kurz", parts=(CombinationPart("KONTR"), CombinationPart("KONTR", 1, 2)))
    open_block = replace(BLOCK, actors=("R1",), holders=(), services=(), windows=(), release_days=None)
    with store.write() as connection:
        writes.save_site(connection, SITE)
        for actor in (KOC, alone, bare):
            writes.save_actor(connection, actor)
        writes.save_group(connection, replace(INFUSION, name="Plätze"))
        writes.save_type(connection, plain)
        writes.save_reservation(connection, open_block)
        writes.save_combination(connection, shorter)
    practice = known(store)
    assert practice.site == SITE
    assert practice.actors[practice_store.actors["KOC"]] == KOC
    assert practice.actors[ids["INF1"]] == alone
    assert practice.actors[ids["SONO1"]] == bare
    assert practice.members[ids["INF"]] == (ids["INF2"],)
    assert practice.groups[ids["INF"]].name == "Plätze"
    assert practice.types == {practice_store.kontr: plain}
    assert practice.reservations == (open_block, FOR_EVER)
    assert practice.combinations == (shorter,)


def test_a_code_of_a_type_and_a_procedure_means_the_type(practice_store: SmallPractice) -> None:
    store = practice_store.store
    with store.write() as connection:
        writes.save_procedure(connection, replace(KNEE, code="KONTR"))
        writes.save_reservation(connection, FOR_EVER)
        row = connection.exec_driver_sql("SELECT type_id, procedure_id FROM reservation_service").one()
    assert tuple(row) == (practice_store.kontr, None)
    assert known(store).reservations == (FOR_EVER,)


GROUP_LIKE = Actor("INF", ActorKind.ROOM, "Infusionsraum")


def test_a_group_stays_a_group_and_a_room_a_room(practice_store: SmallPractice) -> None:
    store = practice_store.store
    put_every_rule(store)
    with pytest.raises(ValueError, match="INF"), store.write() as connection:
        writes.save_actor(connection, GROUP_LIKE)
    for taken in (replace(INFUSION, code="R1"), replace(INFUSION, kind=ActorKind.DEVICE)):
        with pytest.raises(ValueError, match=taken.code), store.write() as connection:
            writes.save_group(connection, taken)


def test_nobody_belongs_to_what_is_no_group(practice_store: SmallPractice) -> None:
    store = practice_store.store
    put_every_rule(store)
    with pytest.raises(ValueError, match="NIX"), store.write() as connection:
        writes.save_actor(connection, replace(R1, group="NIX"))
    for wrong in (replace(R1, group="OP1"), replace(R1, group="SONO"), replace(WEB, group="INF")):
        with pytest.raises(RuleBroken, match="actor_in_group"), store.write() as connection:
            writes.save_actor(connection, wrong)


def test_what_names_nobody_is_refused(practice_store: SmallPractice) -> None:
    store = practice_store.store
    for block in (
        replace(BLOCK, actors=("NIX",)),
        replace(FOR_EVER, holders=("NIX",)),
        replace(FOR_EVER, services=("NIX",)),
    ):
        with pytest.raises(RuleBroken), store.write() as connection:
            writes.save_reservation(connection, block)
    with pytest.raises(RuleBroken), store.write() as connection:
        writes.save_combination(connection, replace(ROUND, parts=(CombinationPart("NIX"),)))
    assert known(store).reservations == ()
    assert known(store).types == {practice_store.kontr: KONTR}


def test_loading_takes_as_many_statements_whatever_the_rules(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    counts = []
    for is_full in (False, True):
        if is_full:
            put_every_rule(practice_store.store)
        with practice_store.store.read() as connection:
            statements.clear()
            queries.practice(connection)
            counts.append(len(statements))
    assert counts[0] == counts[1] <= 17
