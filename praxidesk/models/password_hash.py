"""Passwords of accounts in a file: kept by argon2id, which makes each guess cost memory and time.

The parameters stand in the hash. Where they have grown since, the next right password is hashed anew.
"""

from typing import TYPE_CHECKING

from praxidesk.engine.passwords import as_typed

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MEMORY_KIB = 65_536
ROUNDS = 3
LANES = 4

NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$cHJheGlkZXNrLW5vYm9keQ$TLm0XHk7ChuLlawLJ+4piqnL7Zt1Yu+9GULOzZQuJZ8"
"""Looked at where there is no such login, so that this takes as long. No password fits it."""


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher().hash(as_typed(password))


def fits(kept: str, password: str) -> bool:
    """Whether it is the password; takes the same time either way. A damaged hash fits nothing."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - as below

    try:
        return _hasher().verify(kept, as_typed(password))
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether it was made with other parameters than are taken now."""
    return _hasher().check_needs_rehash(kept)


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - only where a store has accounts

    return PasswordHasher(ROUNDS, MEMORY_KIB, LANES)
