"""The key of an encrypted store, wrapped so that only somebody's password brings it out again.

Argon2id makes 64 bytes of password and salt. Half of them hide the key, which is random and as long, so that
nothing of it is left to see; with the other half a proof is made over all that belongs to it. The salt is
new each time, so no byte hides two keys. A checksum besides tells a damaged file from a wrong password.
"""

import hmac
import secrets
from dataclasses import dataclass, replace
from hashlib import sha256

from praxidesk.engine.journal import digest
from praxidesk.engine.passwords import as_typed
from praxidesk.models import password_hash

SALT_BYTES = 16
KEY_BYTES = 32
_MOST_MEMORY_KIB, _MOST_ROUNDS, _MOST_LANES = 1 << 22, 1 << 10, 1 << 8
"""A file that asks for more than this machine has is a damaged one."""


class KeyDamaged(Exception):
    """What is kept is not what was written."""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """What is kept of a key for one person. Nothing in it is secret without the password."""

    store: str
    """Which store's key it is."""
    login: str
    salt: bytes
    memory_kib: int
    rounds: int
    lanes: int
    wrapped: bytes
    proof: bytes
    check: str

    @property
    def _bound(self) -> str:
        cost = (self.memory_kib, self.rounds, self.lanes)
        return digest(self.store, self.login, self.salt.hex(), *cost, self.wrapped.hex())

    def checksum(self) -> str:
        """What ``check`` must be."""
        return digest(self._bound, self.proof.hex())


def new_key() -> bytes:
    """A key that nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(store: str, login: str, key: bytes, password: str) -> WrappedKey:
    """Hide a key behind a password."""
    salt = secrets.token_bytes(SALT_BYTES)
    bare = WrappedKey(
        store, login, salt, password_hash.MEMORY_KIB, password_hash.ROUNDS, password_hash.LANES, b"", b"", ""
    )
    hiding, proving = _derived(bare, password)
    wrapped = replace(bare, wrapped=_xor(key, hiding))
    proved = replace(wrapped, proof=_proof(wrapped, proving))
    return replace(proved, check=proved.checksum())


def unwrap(kept: WrappedKey, password: str) -> bytes | None:
    """The key; ``None`` where it is another password. Raises ``KeyDamaged``."""
    if (
        kept.check != kept.checksum()
        or len(kept.wrapped) != KEY_BYTES
        or not 8 * kept.lanes <= kept.memory_kib <= _MOST_MEMORY_KIB
        or not 1 <= kept.rounds <= _MOST_ROUNDS
        or not 1 <= kept.lanes <= _MOST_LANES
    ):
        raise KeyDamaged(kept.login)
    hiding, proving = _derived(kept, password)
    if not hmac.compare_digest(kept.proof, _proof(kept, proving)):
        return None
    return _xor(kept.wrapped, hiding)


def _derived(kept: WrappedKey, password: str) -> tuple[bytes, bytes]:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - only where a store is encrypted

    made = hash_secret_raw(
        as_typed(password),
        kept.salt,
        kept.rounds,
        kept.memory_kib,
        kept.lanes,
        2 * KEY_BYTES,
        Type.ID,
    )
    return made[:KEY_BYTES], made[KEY_BYTES:]


def _proof(kept: WrappedKey, secret: bytes) -> bytes:
    return hmac.new(secret, kept._bound.encode(), sha256).digest()


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
