"""What the address of a store answers where there is no practice yet; imported on the store thread only."""

from collections.abc import Callable, Mapping
from typing import Any

from praxidesk.engine.outcomes import FieldError
from praxidesk.engine.setup_outcomes import SetupInvalid, SetupReport
from praxidesk.exchange.csv_look import look_at
from praxidesk.exchange.practice_file import PracticeFileError
from praxidesk.exchange.toml_document import Source
from praxidesk.models.store import StoreUnavailable
from praxidesk.services.demo_store import demo_moment, demo_store, drop_demo, keep_demo
from praxidesk.services.founding import found, rehearsed
from praxidesk.services.server_probe import probe_server
from praxidesk.services.setup import SetupRefused
from praxidesk.services.upgrading import upgrade_file
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.errand import Reached
from praxidesk.worker.questions.demo import DemoReady, DropDemo, MakeDemo
from praxidesk.worker.questions.places import LookAgain, ProbeServer, UpgradeFile
from praxidesk.worker.questions.question import Question
from praxidesk.worker.questions.setup import RehearseSetUp, SetUp
from praxidesk.worker.questions.table_import import LookAtTable

# What an answer is made from: the store's address, the question, and now.
_Preparing = Callable[[str, Any, int], object]


def prepare(url: str, question: Question, now: int) -> object:
    """What the question's class says it is answered by.

    :raises AccessFailed: where the environment keeps it from being done
    """
    try:
        return _PREPARED[type(question)](url, question, now)
    except StoreUnavailable as fault:
        raise AccessFailed(fault.fault, fault.detail, fault.trouble) from None


def _set_up(url: str, asked: SetUp, now: int) -> object:  # noqa: ARG001  as all answers
    return _reported(found, url, asked.description)


def _rehearse(url: str, asked: RehearseSetUp, now: int) -> object:  # noqa: ARG001  as all answers
    return _reported(rehearsed, url, asked.description)


def _reported(
    work: Callable[[str, Source], SetupReport], url: str, description: Source
) -> SetupReport | SetupInvalid:
    try:
        return work(url, description)
    except PracticeFileError as error:
        return SetupInvalid(error.errors)
    except SetupRefused as refusal:
        return SetupInvalid(tuple(FieldError("", reason) for reason in refusal.reasons))


def _look_again(url: str, asked: LookAgain, now: int) -> None:
    """The thread opens the store after every such answer."""


def _upgrade_file(url: str, asked: UpgradeFile, now: int) -> str:  # noqa: ARG001  as all answers
    copy = upgrade_file(url)
    return str(copy) if copy is not None else ""


def _look_at_table(url: str, asked: LookAtTable, now: int) -> object:  # noqa: ARG001  as all answers
    return look_at(asked.file)


def _probe_server(url: str, asked: ProbeServer, now: int) -> object:  # noqa: ARG001  as all answers
    return probe_server(asked.address.url(asked.password))


def _make_demo(url: str, asked: MakeDemo, now: int) -> DemoReady | None:  # noqa: ARG001  as all answers
    def follow(done: int, total: int) -> bool:
        asked.errand.reach(Reached(done, of=total))
        return asked.errand.is_wanted

    moment = demo_moment(now)
    place = demo_store()
    if not keep_demo(place, moment.day, moment.begins(now), follow):
        return None
    return DemoReady(place, moment.day, moment.begins_at)


def _drop_demo(url: str, asked: DropDemo, now: int) -> None:  # noqa: ARG001  as all answers
    drop_demo(demo_store())


_PREPARED: Mapping[type[Question], _Preparing] = {
    SetUp: _set_up,
    RehearseSetUp: _rehearse,
    LookAgain: _look_again,
    UpgradeFile: _upgrade_file,
    LookAtTable: _look_at_table,
    ProbeServer: _probe_server,
    MakeDemo: _make_demo,
    DropDemo: _drop_demo,
}
