"""What the server keeps of a password, against the example of RFC 7677 and the server's own log-in."""

import hashlib
import hmac
from base64 import b64decode

import pytest

from praxidesk.models.server.scram import ROUNDS, prepared, verifier

SALT = b64decode("W22ZaJ0SNY7soEsUEjb6gQ==")
NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
MESSAGES = f"n=user,r=rOprNGfwEbeRWgbNEkqO,r={NONCE},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r={NONCE}"
"""What the two say to each other in RFC 7677, section 3."""
CLIENT_PROOF = b64decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
SERVER_SIGNATURE = b64decode("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")


def test_the_keys_are_those_of_the_example_in_rfc_7677() -> None:
    scheme, rounds_and_salt, keys = verifier("pencil", SALT, 4096).split("$")
    assert (scheme, rounds_and_salt) == ("SCRAM-SHA-256", "4096:W22ZaJ0SNY7soEsUEjb6gQ==")
    stored_key, server_key = (b64decode(key) for key in keys.split(":"))
    assert hmac.digest(server_key, MESSAGES.encode(), "sha256") == SERVER_SIGNATURE
    signature = hmac.digest(stored_key, MESSAGES.encode(), "sha256")
    client_key = bytes(ours ^ theirs for ours, theirs in zip(CLIENT_PROOF, signature, strict=True))
    assert hashlib.sha256(client_key).digest() == stored_key


def test_each_verifier_has_a_salt_of_its_own_and_the_full_rounds() -> None:
    one, other = verifier("Immergrün-7"), verifier("Immergrün-7")
    assert one != other
    assert one.startswith(f"SCRAM-SHA-256${ROUNDS}:")
    assert ROUNDS >= 600_000


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pencil", "pencil"),
        ("I\u00adX", "IX"),
        ("user", "user"),
        ("USER", "USER"),
        ("\u00aa", "a"),
        ("\u2168", "IX"),
        ("u\u0308ber", "über"),
        ("\u00a0ä", " ä"),
        ("\u0627\u0031", "\u0627\u0031"),  # forbidden by the rule of both directions: as it is
        ("ä\u0007", "ä\u0007"),  # forbidden: as it is
        ("\u00ad", "\u00ad"),  # nothing would be left
    ],
)
def test_a_password_is_prepared_as_rfc_4013_has_it(typed: str, meant: str) -> None:
    assert prepared(typed) == meant
