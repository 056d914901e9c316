"""The newest seal that this desk has seen of each journal: who rewrites that cannot reach this.

One file in the user's data folder, a line for each store: nothing of what the store holds.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from praxidesk.engine.journal import NO_HASH, Anchor, SealSeen
from praxidesk.models import journal_queries
from praxidesk.models.store import Store

NOTHING = Anchor(0, NO_HASH)


def default_file() -> Path:
    """Where they are kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 - needed here alone

    return user_data_path("PraxiDesk", appauthor=False) / "seals.json"


def look_and_keep(store: Store, file: Path, *, accept: bool = False) -> SealSeen:
    """Hold the journal against what was kept of it, and keep its newest seal now.

    Where the journal does not hold the kept one any more, that stays kept, until it is accepted. A file that
    cannot be written keeps nothing. Two statements.
    """
    kept, name = _read(file), _name_of(store)
    noted = _parsed(kept.get(name, ""))
    with store.read() as connection:
        head = journal_queries.head(connection)
        found = journal_queries.hash_of(connection, noted.seq) if noted.seq else NO_HASH
    is_there = found == noted.hash
    if (is_there or accept) and head != noted:
        with suppress(OSError):
            _write(file, kept | {name: str(head)})
    return SealSeen(head, noted, is_there or accept)


def noted_seal(store: Store, file: Path) -> Anchor:
    """What was kept of this store's journal; number 0 for nothing."""
    return _parsed(_read(file).get(_name_of(store), ""))


def forget_file(place: Path, file: Path) -> None:
    """A store was deleted by whoever made it: what is made there next has another journal."""
    kept, name = _read(file), _name("sqlite", str(place.resolve()))
    if kept.pop(name, None) is not None:
        with suppress(OSError):
            _write(file, kept)


def _name_of(store: Store) -> str:
    url = store.engine.url
    server = f"{url.host or ''}:{url.port or ''}/{url.database or ''}"
    return _name(store.dialect, str(store.file.resolve()) if store.file is not None else server)


def _name(dialect: str, where: str) -> str:
    """Which store it is, without saying so: not who logs in, and no password."""
    return sha256(f"{dialect}:{where}".encode()).hexdigest()[:32]


def _read(file: Path) -> dict[str, str]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): seal for name, seal in found.items() if isinstance(seal, str)}


def _parsed(text: str) -> Anchor:
    try:
        return Anchor.parse(text)
    except ValueError:
        return NOTHING


def _write(file: Path, kept: dict[str, str]) -> None:
    """Whole or not at all; for this user alone."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with os.fdopen(
            os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as to:
            json.dump(kept, to, indent=0, sort_keys=True)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
