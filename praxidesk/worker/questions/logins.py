"""Who may sign in to the store: everybody's logins, and what an administrator does with them."""

from dataclasses import dataclass, field
from typing import ClassVar

from praxidesk.engine.logins import LoginDeed
from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class AskLogins(Question):
    """Who is there? Answered by ``LoginList``, or ``LoginRefused``."""

    needs_practice: ClassVar[bool] = False
    present: str = field(default="", repr=False)
    """The own password of who asks: a window that was left alone shall let nobody in."""


@dataclass(frozen=True, slots=True)
class ChangeLogins(Question):
    """Do something with one of them. Answered by ``LoginList`` as it is then, or ``LoginRefused``.

    No key: what it wants is how a login shall be, so that the list tells whether it is in.
    """

    stands: ClassVar[bool] = True
    needs_practice: ClassVar[bool] = False
    deed: LoginDeed
    present: str = field(default="", repr=False)
    """As above."""
