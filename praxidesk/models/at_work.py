"""What desks tell each other while they edit: by a server's notifications, or by files beside a store.

A server says itself whose session it was that told something, so nobody speaks for another login, and what a
viewer tells is not heard. A store in a file is one user's on one machine: there nobody is to be kept out.
"""

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import bindparam, text

from praxidesk.engine.at_work import (
    AGAIN_SECONDS,
    EXPIRY_SECONDS,
    Announcement,
    Editor,
    Roster,
    announced,
    shown_desk,
)
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models.at_desk import desk_name
from praxidesk.models.store import Store, StoreUnavailable

CHANNEL = "praxidesk_at_work"
"""Of its own: what is told here is no change of the calendar."""
_FOLDER_SUFFIX = ".desks"
_MOST_SIGNS = 300
_LEFTOVER_SECONDS = 600
"""A file so old was left by a program that was killed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One notification on the channel."""

    process: int
    """The server's, of the session that told it: as the server says."""
    text: str


class AtWork(Protocol):
    """Tells the others, and hears them. None of its methods raises: it is only a courtesy."""

    def announce(self, token: str, entries: tuple[int, ...], record: str = "") -> None:
        """These entries, or this record, are open here from now on; neither: nothing any more."""

    def poll(self, heard: Iterable[Heard]) -> tuple[Editor, ...]:
        """Who has what open elsewhere; tells again what is open here, when it is time."""

    def leave(self) -> None:
        """The program ends, and with it whatever is open here."""


def at_work_of(store: Store, account: str = "") -> AtWork:
    """For one open store.

    :param account: who has signed in to a file; a server knows its sessions' logins
    """
    return FileDesks(store.file, account) if store.file is not None else ServerDesks(store)


class ServerDesks:
    """PostgreSQL: told on a channel of its own, by a session that the server names with each notification."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._roster = Roster()
        self._logins: dict[tuple[int, str], tuple[str | None, float]] = {}
        """Of sessions heard lately, by process and token; ``None``: of somebody who has nothing to tell."""
        self._mine: Announcement | None = None
        self._told_at = 0.0

    def announce(self, token: str, entries: tuple[int, ...], record: str = "") -> None:
        """These entries, or this record, are open here from now on; neither: nothing any more."""
        if self._mine is None and not (entries or record):
            return
        self._mine = Announcement(token, desk_name(), tuple(EntryId(each) for each in entries), record)
        self._tell(self._mine)

    def poll(self, heard: Iterable[Heard]) -> tuple[Editor, ...]:
        """Who has what open elsewhere; tells again what is open here, when it is time."""
        now = time.monotonic()
        if self._mine is not None and self._mine.is_open and now - self._told_at > AGAIN_SECONDS:
            self._tell(self._mine)
        said = [(each.process, words) for each in heard if (words := announced(each.text)) is not None]
        others = [each for each in said if self._mine is None or each[1].token != self._mine.token]
        if others:
            self._learn(others, now)
            for process, words in others:
                login, _ = self._logins.get((process, words.token), (None, now))
                if login is not None:
                    self._roster.note(login, words, now)
        return self._roster.editors(now)

    def leave(self) -> None:
        """The program ends, and with it whatever is open here."""
        if self._mine is not None and self._mine.is_open:
            self.announce(self._mine.token, ())

    def _tell(self, mine: Announcement) -> None:
        self._told_at = time.monotonic()
        with suppress(StoreUnavailable), self._store.write() as connection:
            connection.execute(_NOTIFY, {"channel": CHANNEL, "said": mine.as_text()})

    def _learn(self, said: Iterable[tuple[int, Announcement]], now: float) -> None:
        """Whose sessions these are: asked once for each that goes on editing."""
        for key, (_, at) in list(self._logins.items()):
            if now - at > EXPIRY_SECONDS:
                del self._logins[key]
        unknown = {(process, words.token) for process, words in said} - self._logins.keys()
        if not unknown:
            return
        try:
            with self._store.read() as connection:
                asked = {"processes": sorted({process for process, _ in unknown})}
                found = {row.pid: row.login for row in connection.execute(_LOGINS, asked)}
        except StoreUnavailable:
            return
        for key in unknown:
            self._logins[key] = found.get(key[0]), now


_NOTIFY = text("SELECT pg_notify(:channel, :said)")
_LOGINS = text("""
    SELECT pid, CASE WHEN EXISTS (SELECT FROM pg_auth_members AS its
                                  WHERE its.member = usesysid AND its.roleid = to_regrole('praxi_user'))
                THEN usename ELSE '' END AS login
    FROM pg_stat_activity
    WHERE pid IN :processes AND datname = current_database()
      AND NOT EXISTS (SELECT FROM pg_auth_members AS its
                      WHERE its.member = usesysid AND its.roleid = to_regrole('praxi_viewer'))
""").bindparams(bindparam("processes", expanding=True))
"""Persons have logins of their own; one that everybody uses is nobody's. A viewer edits nothing."""


class FileDesks:
    """SQLite: each desk has a small file in a folder beside the store while something is open there.

    Its first line is what a desk tells, the second who has signed in, where there are accounts.
    """

    def __init__(self, store: Path, account: str = "") -> None:
        self._account = account
        self._folder = store.with_name(store.name + _FOLDER_SUFFIX)
        self._mine: Announcement | None = None
        self._told_at = 0.0

    def announce(self, token: str, entries: tuple[int, ...], record: str = "") -> None:
        """These entries, or this record, are open here from now on; neither: nothing any more."""
        self._mine = Announcement(token, desk_name(), tuple(EntryId(each) for each in entries), record)
        self._told_at = time.monotonic()
        path = self._folder / token
        with suppress(OSError):
            if not self._mine.is_open:
                path.unlink(missing_ok=True)
                self._folder.rmdir()
                return
            self._folder.mkdir(mode=0o700, exist_ok=True)
            draft = path.with_suffix(".new")
            draft.write_text(f"{self._mine.as_text()}\n{self._account}", "utf-8")
            draft.replace(path)

    def poll(self, heard: Iterable[Heard]) -> tuple[Editor, ...]:  # noqa: ARG002 (a server's)
        """Who has what open elsewhere; tells again what is open here, when it is time."""
        mine, now = self._mine, time.monotonic()
        if mine is not None and mine.is_open and now - self._told_at > AGAIN_SECONDS:
            self._told_at = now
            with suppress(OSError):
                os.utime(self._folder / mine.token)
        try:
            files = list(os.scandir(self._folder))
        except OSError:
            return ()  # nearly always: nobody has anything open
        roster = Roster()
        for each in files:
            if mine is not None and each.name == mine.token:
                continue
            login, words = self._read(each)
            if words is not None:
                roster.note(login, words, now)
        return roster.editors(now)

    def leave(self) -> None:
        """The program ends, and with it whatever is open here."""
        if self._mine is not None and self._mine.is_open:
            self.announce(self._mine.token, ())

    def _read(self, file: "os.DirEntry[str]") -> tuple[str, Announcement | None]:
        try:
            age = time.time() - file.stat().st_mtime
            if age > _LEFTOVER_SECONDS:
                Path(file.path).unlink(missing_ok=True)
                self._folder.rmdir()
            if age > EXPIRY_SECONDS or file.name.endswith(".new"):
                return "", None
            with Path(file.path).open(encoding="utf-8") as said:
                words, _, login = said.read(_MOST_SIGNS).partition("\n")
        except (OSError, ValueError):
            return "", None  # just going
        return shown_desk(login) if login else "", announced(words)
