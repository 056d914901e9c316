"""What is done with people's logins at the place of a store; imported on the store thread only."""

from collections.abc import Callable, Mapping
from typing import Any

from praxidesk.engine.logins import LoginDeed, LoginFault, LoginList, LoginRefused
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.models.server.admin import server_address
from praxidesk.models.store import StoreUnavailable
from praxidesk.services.logins import ServerLogins
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.file_door import FileDoor
from praxidesk.worker.questions.logins import AskLogins, ChangeLogins
from praxidesk.worker.questions.question import Question
from praxidesk.worker.server_door import ServerDoor

# What an answer is made from: how one gets into the store, and the question.
_Door = ServerDoor | FileDoor | None
_Answering = Callable[[_Door, Any], object]


def _ask(door: _Door, asked: AskLogins) -> LoginList | LoginRefused:
    return _answered(door, None, asked.present)


def _change(door: _Door, asked: ChangeLogins) -> LoginList | LoginRefused:
    return _answered(door, asked.deed, asked.present)


def _answered(door: _Door, deed: LoginDeed | None, present: str) -> LoginList | LoginRefused:
    try:
        if isinstance(door, FileDoor):
            with door.administering() as logins:
                return logins.do(deed, present)
        if door is None:
            return LoginRefused(LoginFault.NOT_SET_UP)
        url = server_address(door.url)
        if present:
            # Not the one in hand: the server itself says whether it is theirs who sits there.
            url = url.set(username=door.login, password=present)
        return ServerLogins(url, is_proven=bool(present)).do(deed)
    except StoreUnavailable as fault:
        if fault.trouble is ServerTrouble.LOGIN_REFUSED and present:
            return LoginRefused(LoginFault.WRONG_PASSWORD)
        raise AccessFailed(fault.fault, fault.detail, fault.trouble) from None


LOGIN_ANSWERS: Mapping[type[Question], _Answering] = {AskLogins: _ask, ChangeLogins: _change}
"""How each is answered."""
