"""Passwords as a PostgreSQL server keeps them: worked out here, so that none ever travels or is logged.

SCRAM-SHA-256 of RFC 5802 and RFC 7677, with the preparation of RFC 4013, in the form that PostgreSQL's
``ALTER ROLE … PASSWORD`` takes as it is: ``SCRAM-SHA-256$rounds:salt$StoredKey:ServerKey``.
"""

import hashlib
import hmac
import secrets
import stringprep
import unicodedata
from base64 import b64encode

ROUNDS = 600_000
"""How much work one guess is; the server's own verifiers have 4,096."""

_SALT_BYTES = 16


def verifier(password: str, salt: bytes | None = None, rounds: int = ROUNDS) -> str:
    """What the server keeps of a password: enough to know it again, not enough to log in with.

    Takes as long as ``rounds`` demand: about half a second.
    """
    salt = secrets.token_bytes(_SALT_BYTES) if salt is None else salt
    salted = hashlib.pbkdf2_hmac("sha256", prepared(password).encode(), salt, rounds)
    stored_key = hashlib.sha256(_hmac(salted, b"Client Key")).digest()
    server_key = _hmac(salted, b"Server Key")
    return f"SCRAM-SHA-256${rounds}:{_base64(salt)}${_base64(stored_key)}:{_base64(server_key)}"


def prepared(password: str) -> str:
    """The password as libpq will send it at log-in, whichever keys it was typed with (SASLprep).

    What SASLprep forbids stays as it is, as libpq has it; so does ASCII.
    """
    if password.isascii():
        return password
    mapped = "".join(
        " " if stringprep.in_table_c12(sign) else sign
        for sign in password
        if not stringprep.in_table_b1(sign) or stringprep.in_table_c12(sign)
    )
    normal = unicodedata.ucd_3_2_0.normalize("NFKC", mapped)
    return normal if normal and not _is_prohibited(normal) else password


def _is_prohibited(text: str) -> bool:
    if any(table(sign) for sign in text for table in _PROHIBITED):
        return True
    if not any(stringprep.in_table_d1(sign) for sign in text):
        return False
    # Written from right to left: all of it, from the first to the last sign.
    ends = stringprep.in_table_d1(text[0]) and stringprep.in_table_d1(text[-1])
    return not ends or any(stringprep.in_table_d2(sign) for sign in text)


def _hmac(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, "sha256")


def _base64(raw: bytes) -> str:
    return b64encode(raw).decode()


_PROHIBITED = (
    stringprep.in_table_a1,
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)
