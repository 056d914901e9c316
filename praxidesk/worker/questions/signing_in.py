"""Who works with the store: signing in and out, and one's own password."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from praxidesk.worker.questions.question import Question


class Remembering(StrEnum):
    """Whether a password can be kept."""

    POSSIBLE = "possible"
    NO_KEYRING = "no_keyring"
    """This computer has no keyring, and nowhere else is safe."""
    NOT_HERE = "not_here"
    """The store's own accounts: nothing is kept for them."""


@dataclass(frozen=True, slots=True)
class SignInForm:
    """What the sheet begins with."""

    login: str = ""
    """Who is known already; empty: nobody."""
    remembering: Remembering = Remembering.NO_KEYRING
    remembers: bool = False
    """Whether this login's password is kept now."""


@dataclass(frozen=True, slots=True)
class AskSignInForm(Question):
    """What is needed to sign in here? Answered by ``SignInForm``."""

    needs_practice: ClassVar[bool] = False
    login: str = ""
    """The one used here last."""


@dataclass(frozen=True, slots=True)
class SignIn(Question):
    """Open the store as somebody. Answered by ``None`` after it was tried; the state says what came of it.

    Where a store in a file lets nobody in, answered by ``SignInRefused``.
    """

    stands: ClassVar[bool] = True
    needs_practice: ClassVar[bool] = False
    changes_practice: ClassVar[bool] = True
    login: str
    password: str = field(repr=False)
    remember: bool = False
    """Keep the password in the keyring of this computer, if it is right; else forget it there."""


@dataclass(frozen=True, slots=True)
class SignOut(Question):
    """Let go of the store until somebody signs in. Answered by ``None``."""

    stands: ClassVar[bool] = True
    needs_practice: ClassVar[bool] = False
    changes_practice: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Lock(Question):
    """Let go of the store until somebody signs in; a password in the keyring stays there, and opens nothing.

    Answered by ``None``.
    """

    stands: ClassVar[bool] = True
    needs_practice: ClassVar[bool] = False
    changes_practice: ClassVar[bool] = True


class PasswordFault(StrEnum):
    """Why a password was not changed."""

    WRONG = "wrong"
    """The present one is another."""
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    HOLDS_LOGIN = "holds_login"
    UNTYPABLE = "untypable"
    """A character in it has no key."""
    NOT_SET_UP = "not_set_up"
    """Here nobody has a login of their own."""


@dataclass(frozen=True, slots=True)
class ChangePassword(Question):
    """Give one's own login another password. Answered by ``None``, or ``PasswordFault``: nothing changed."""

    stands: ClassVar[bool] = True
    needs_practice: ClassVar[bool] = False
    present: str = field(repr=False)
    wanted: str = field(repr=False)
