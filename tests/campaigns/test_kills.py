"""``kill -9`` of a desk, of a session's process and of the whole server, while desks book."""

import os
import random
import signal
import time
from enum import Enum

import pytest

from tests.campaigns.booking_load import BookingLoad, note
from tests.campaigns.node import Node, place


class Victim(Enum):
    DESK = "desk"
    SESSION = "session"
    """Its server takes all other sessions along, and recovers by itself."""
    SERVER = "server"
    """Is started again a moment later."""


def strike(victim: Victim, node: Node, load: BookingLoad, chance: random.Random) -> None:
    match victim:
        case Victim.DESK:
            load.desks[chance.randrange(len(load.desks) - 1)].process.kill()
        case Victim.SESSION:
            os.kill(chance.choice(node.backends()), signal.SIGKILL)
        case Victim.SERVER:
            node.kill()
            time.sleep(chance.uniform(0, 1))
            node.start()


def test_what_was_confirmed_outlives_every_kill() -> None:
    chance = random.Random("kills")
    with place() as made:
        node = made.with_practice("db")
        with BookingLoad(node.url(), desks=2) as load:
            for victim in Victim:
                load.until_each_has_booked(3)
                strike(victim, node, load, chance)
            load.until_each_has_booked(3)
            load.end()
        kept = load.kept(node.url())
        assert kept.is_whole, kept


@pytest.mark.campaign
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("victim", Victim)
def test_twenty_kills_lose_nothing(victim: Victim) -> None:
    runs = int(os.environ.get("PRAXIDESK_RUNS", "20"))
    chance = random.Random(os.environ.get("PRAXIDESK_SEED", "kills") + victim.value)
    with place() as made:
        node = made.with_practice("db")
        loads = runs if victim is Victim.DESK else 1
        kept = []
        for number in range(loads):
            with BookingLoad(node.url(), desks=6, first=10 * number) as load:
                for _ in range(runs // loads):
                    load.until_each_has_booked(20)
                    time.sleep(chance.uniform(0, 0.5))
                    strike(victim, node, load, chance)
                load.until_each_has_booked(20)
                load.end()
            kept.append(load.kept(node.url()))
            assert kept[-1].is_whole, kept[-1]
    note(
        f"{runs} kills of a {victim.value}: {sum(each.acknowledged for each in kept)} confirmed, 0 lost,"
        f" 0 twice, {sum(each.replayed for each in kept)} in before they were asked for again,"
        f" longest gap {max(each.longest_gap for each in kept):.1f} s"
    )
