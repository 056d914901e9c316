"""The practice as it is saved and loaded: the same values come back."""

from dataclasses import replace

import pytest

from praxidesk.engine.availability import Availability
from praxidesk.engine.offerings import Need, PhaseMinutes
from praxidesk.engine.practice import DEFAULT_POLICY
from praxidesk.engine.practice import Practice as PracticeValue
from praxidesk.engine.vocabulary import ActorKind, Colour, ConflictKind, Phase, Role, Severity
from praxidesk.models import queries, writes
from praxidesk.models.store import RuleBroken, Store
from tests.small_practice import ACTORS, CARM1, KNIE, KOC, KONTR, POLICY, SITE, WEB, SmallPractice
from tests.statement_log import StatementLog


def known(store: Store) -> PracticeValue:
    with store.read() as connection:
        return queries.practice(connection)


def test_all_of_it_comes_back_as_it_was_given(practice_store: SmallPractice) -> None:
    practice = known(practice_store.store)
    assert practice.site == SITE
    assert {actor.code: actor for actor in practice.actors.values()} == {
        actor.code: actor for actor in ACTORS
    }
    assert practice.types == {practice_store.kontr: KONTR}
    assert practice.procedures == {practice_store.knie: KNIE}
    assert practice.policy == {**DEFAULT_POLICY, **POLICY}
    assert practice.holidays == {}
    assert {code: practice.actor_ids[code] for code in ("WEB", "R1")} == {
        code: practice_store.actors[code] for code in ("WEB", "R1")
    }


def test_patients_are_not_part_of_it(practice_store: SmallPractice) -> None:
    assert len(known(practice_store.store).actors) == len(ACTORS)


def test_people_keep_the_order_they_were_put_in(practice_store: SmallPractice) -> None:
    codes = [actor.code for actor in known(practice_store.store).actors.values()]
    assert codes == [actor.code for actor in ACTORS]


def test_saving_again_changes_nothing_but_the_version(practice_store: SmallPractice) -> None:
    store = practice_store.store
    before = known(store)
    with store.write() as connection:
        writes.save_site(connection, SITE)
        for actor in ACTORS:
            assert writes.save_actor(connection, actor) == practice_store.actors[actor.code]
        assert writes.save_type(connection, KONTR) == practice_store.kontr
        assert writes.save_procedure(connection, KNIE) == practice_store.knie
        writes.save_policy(connection, POLICY)
    after = known(store)
    assert replace(after, version=before.version) == before
    assert after.version > before.version
    counts = store.status().counts
    assert (counts["weekly_window"], counts["need"], counts["need_member"]) == (5 + 5 + 1 + 5 + 5, 4, 2)


def test_a_row_is_replaced_whole(practice_store: SmallPractice) -> None:
    store = practice_store.store
    plain = replace(WEB, name="Dr. Weber", roles=(), specialty="", colour=None, availability=Availability())
    other_site = replace(SITE, code="NEU", name="Neu", holidays="", availability=Availability())
    bare_type = replace(KONTR, minutes=20, need=(), colour=Colour.ROSE)
    other_knee = replace(
        KNIE,
        phases=PhaseMinutes(0, 10, 0, 0),
        need=(Need(Role.ROOM, any_of=("OP1", "R1"), phases=(Phase.SURGERY,)),),
    )
    with store.write() as connection:
        writes.save_actor(connection, plain)
        writes.save_site(connection, other_site)
        writes.save_type(connection, bare_type)
        writes.save_procedure(connection, other_knee)
        writes.save_policy(connection, {ConflictKind.ABSENT: Severity.OFF})
    practice = known(store)
    assert practice.actors[practice_store.actors["WEB"]] == plain
    assert practice.site == other_site
    assert practice.types[practice_store.kontr] == bare_type
    assert practice.procedures[practice_store.knie] == other_knee
    assert practice.policy[ConflictKind.ABSENT] is Severity.OFF
    assert practice.policy[ConflictKind.GAP_TOO_SHORT] is Severity.BLOCKING


def test_an_actor_can_become_inactive_and_active(practice_store: SmallPractice) -> None:
    store = practice_store.store
    assert known(store).actors[practice_store.actors["CARM1"]].active is False
    with store.write() as connection:
        writes.save_actor(connection, replace(CARM1, active=True))
    assert known(store).actors[practice_store.actors["CARM1"]].active is True


def test_a_code_stays_of_its_kind(practice_store: SmallPractice) -> None:
    wrong = replace(KOC, kind=ActorKind.ROOM, specialty="", roles=())
    with pytest.raises(ValueError, match="KOC"), practice_store.store.write() as connection:
        writes.save_actor(connection, wrong)
    assert known(practice_store.store).actors[practice_store.actors["KOC"]] == KOC


def test_a_need_for_somebody_unknown_is_refused(practice_store: SmallPractice) -> None:
    strange = replace(KONTR, need=(Need(Role.PRACTITIONER, any_of=("WEB", "NIX")),))
    with pytest.raises(RuleBroken), practice_store.store.write() as connection:
        writes.save_type(connection, strange)
    assert known(practice_store.store).types == {practice_store.kontr: KONTR}


def test_a_policy_that_softens_what_the_database_forbids_is_refused(practice_store: SmallPractice) -> None:
    with pytest.raises(RuleBroken, match="always_blocking"), practice_store.store.write() as connection:
        writes.save_policy(connection, {ConflictKind.ROOM_BUSY: Severity.WARNING})


def test_the_default_policy_stores_nothing(store: Store) -> None:
    with store.write() as connection:
        writes.save_policy(connection, DEFAULT_POLICY)
    assert store.status().counts["policy"] == 0


def test_loading_takes_as_many_statements_whatever_its_size(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    counts = []
    for size in (0, 30):
        with practice_store.store.write() as connection:
            for number in range(size):
                writes.save_actor(connection, replace(WEB, code=f"W{number}"))
        with practice_store.store.read() as connection:
            statements.clear()
            queries.practice(connection)
            counts.append(len(statements))
    assert counts[0] == counts[1] <= 17
