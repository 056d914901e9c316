"""What signing in and out comes to at the place of a store; imported on the store thread only."""

from collections.abc import Callable, Mapping
from typing import Any

from praxidesk.engine.passwords import PasswordFlaw
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.engine.sign_in import SignInRefused
from praxidesk.models.server.admin import ServerRefused, server_address
from praxidesk.models.server.users import BadPassword, set_password
from praxidesk.models.store import StoreUnavailable
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.file_door import FileDoor
from praxidesk.worker.questions.question import Question
from praxidesk.worker.questions.signing_in import (
    AskSignInForm,
    ChangePassword,
    Lock,
    PasswordFault,
    Remembering,
    SignIn,
    SignInForm,
    SignOut,
)
from praxidesk.worker.server_door import ServerDoor

# What an answer is made from: how one gets into the store, and the question.
_Door = ServerDoor | FileDoor | None
_Answering = Callable[[_Door, Any], object]


def _form(door: _Door, asked: AskSignInForm) -> SignInForm:
    if isinstance(door, ServerDoor):
        return door.form(asked.login)
    return SignInForm(asked.login, Remembering.NOT_HERE)


def _sign_in(door: _Door, asked: SignIn) -> SignInRefused | None:
    if isinstance(door, ServerDoor):
        door.sign_in(asked.login, asked.password, remember=asked.remember)
    elif door is not None:
        return door.sign_in(asked.login, asked.password)
    return None


def _sign_out(door: _Door, asked: SignOut) -> None:  # noqa: ARG001 - as all answers
    if isinstance(door, ServerDoor):
        door.sign_out()
    elif door is not None:
        door.lock()


def _lock(door: _Door, asked: Lock) -> None:  # noqa: ARG001 - as all answers
    if door is not None:
        door.lock()


def _change_password(door: _Door, asked: ChangePassword) -> PasswordFault | None:
    if isinstance(door, FileDoor):
        return door.change_password(asked.present, asked.wanted)
    if door is None or not door.login:
        return PasswordFault.NOT_SET_UP
    # Under the present password, whoever sits there: a window left alone shall not be taken over.
    url = server_address(door.url).set(username=door.login, password=asked.present)
    try:
        set_password(url, door.login, asked.wanted)
    except BadPassword as bad:
        return _FAULTS[bad.flaw]
    except ServerRefused:
        return PasswordFault.NOT_SET_UP
    except StoreUnavailable as fault:
        if fault.trouble is ServerTrouble.LOGIN_REFUSED:
            return PasswordFault.WRONG
        raise AccessFailed(fault.fault, fault.detail, fault.trouble) from None
    door.changed_password(asked.wanted)
    return None


_FAULTS = {
    PasswordFlaw.TOO_SHORT: PasswordFault.TOO_SHORT,
    PasswordFlaw.TOO_LONG: PasswordFault.TOO_LONG,
    PasswordFlaw.HOLDS_LOGIN: PasswordFault.HOLDS_LOGIN,
    PasswordFlaw.UNTYPABLE: PasswordFault.UNTYPABLE,
}

SIGN_IN_ANSWERS: Mapping[type[Question], _Answering] = {
    AskSignInForm: _form,
    SignIn: _sign_in,
    SignOut: _sign_out,
    Lock: _lock,
    ChangePassword: _change_password,
}
"""How each is answered."""
