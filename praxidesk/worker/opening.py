"""How the window comes to its store, without the database layer being loaded before it is wanted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from praxidesk.worker.access import Access
    from praxidesk.worker.file_door import FileDoor
    from praxidesk.worker.premises import Premises
    from praxidesk.worker.questions.question import Question
    from praxidesk.worker.server_door import ServerDoor
    from praxidesk.worker.store_access import StoreAccess
    from praxidesk.worker.use_case_times import UseCaseLedger


class StoreAt:
    """The store at an address: opens it when called, and prepares it where there is no practice yet.

    Imports the database layer when it is first asked for something.
    """

    def __init__(self, url: str, *, is_demo: bool = False, reads_only: bool = False) -> None:
        """``reads_only``: of several servers one that follows will do; a file's accounts are not asked."""
        self._url = url
        self._reads_only = reads_only
        self._is_demo = is_demo
        self._ledger: UseCaseLedger | None = None
        """Kept over lost connections: the times of all this program's work on the store."""
        self._door: ServerDoor | None = None
        self._file_door: FileDoor | None = None
        self.last_login = ""
        """Who worked with it last, on this computer; for a server whose address names nobody."""

    def __call__(self) -> Access:
        """Open it; called on the store thread."""
        from praxidesk.worker.timed_access import TimedAccess  # noqa: PLC0415 - not before the first paint
        from praxidesk.worker.use_case_times import UseCaseLedger  # noqa: PLC0415 - as above

        access = self._opened()
        if self._ledger is None:
            self._ledger = UseCaseLedger()
        return TimedAccess(access, self._ledger, access.statements, _now)

    def _opened(self) -> StoreAccess:
        from praxidesk.worker.access import AccessFailed  # noqa: PLC0415 - not before the first paint
        from praxidesk.worker.store_access import StoreAccess  # noqa: PLC0415

        door = self._door_of_server()
        if door is None:
            return self._opened_file()
        try:
            access = StoreAccess.open(door.url, reads_only=self._reads_only)
        except AccessFailed as failure:
            door.failed(failure.trouble)
            raise
        door.opened()
        return access

    def prepare(self, question: Question, now: int) -> object:
        """Answer what needs no practice; called on the store thread."""
        from praxidesk.worker.login_answers import LOGIN_ANSWERS  # noqa: PLC0415 - as above
        from praxidesk.worker.sign_in_answers import SIGN_IN_ANSWERS  # noqa: PLC0415
        from praxidesk.worker.store_groundwork import prepare  # noqa: PLC0415

        answer = SIGN_IN_ANSWERS.get(type(question)) or LOGIN_ANSWERS.get(type(question))
        if answer is not None:
            return answer(self._door_of_server() or self._door_of_file(), question)
        return prepare(self._url, question, now)

    @property
    def premises(self) -> Premises:
        """Where it is, as it may be shown."""
        from praxidesk.worker.premises import premises_of  # noqa: PLC0415 - as above

        return premises_of(self._url, is_demo=self._is_demo)

    def _opened_file(self) -> StoreAccess:
        from praxidesk.worker.access import AccessFailed  # noqa: PLC0415 - as above
        from praxidesk.worker.store_access import StoreAccess  # noqa: PLC0415

        door = self._door_of_file()
        if door is None:
            return StoreAccess.open(self._url, reads_only=self._reads_only)
        try:
            return StoreAccess.open(self._url, door.account, door.lock, reads_only=self._reads_only)
        except AccessFailed as failure:
            door.failed(failure.fault)
            raise

    def _door_of_file(self) -> FileDoor | None:
        from praxidesk.models.store import StoreUnavailable, file_of  # noqa: PLC0415 - as above
        from praxidesk.worker.file_door import FileDoor  # noqa: PLC0415

        if self._file_door is None:
            try:
                file = file_of(self._url)
            except StoreUnavailable:
                return None  # whoever opens it says that it cannot be read
            self._file_door = None if file is None else FileDoor(file)
        return self._file_door

    def _door_of_server(self) -> ServerDoor | None:
        from praxidesk.worker.premises import Keeping  # noqa: PLC0415 - as above
        from praxidesk.worker.server_door import ServerDoor  # noqa: PLC0415

        premises = self.premises
        if self._door is None and premises.keeping is Keeping.SERVER:
            self._door = ServerDoor(self._url, premises.at, self.last_login)
        return self._door


def _now() -> int:
    return int(time.time())


def store_at(url: str, *, reads_only: bool = False) -> StoreAt:
    """The store at an address."""
    return StoreAt(url, reads_only=reads_only)
