"""An address is taken apart and put together again, whatever stands in it; nobody prints a password."""

import pytest
from sqlalchemy import make_url

from praxidesk.worker.questions.places import ProbeServer
from praxidesk.worker.server_address import Encryption, ServerAddress, address_of

ODD = ServerAddress("db.local", 5433, "prä xis?", "me@home", Encryption.CHECKED, "/etc/ca&x.pem")


def test_what_is_put_together_is_read_by_the_store() -> None:
    url = make_url(ODD.url("p/w:d@?#ü"))
    assert (url.host, url.port, url.database, url.username) == ("db.local", 5433, "prä xis?", "me@home")
    assert url.password == "p/w:d@?#ü"
    assert dict(url.query) == {"sslmode": "verify-full", "sslrootcert": "/etc/ca&x.pem"}
    assert make_url(ServerAddress("::1", database="x").url()).host == "::1"


def test_a_pasted_address_fills_the_form() -> None:
    assert address_of(ODD.url("geheim")) == (ODD, "geheim")
    assert address_of("postgres://u@localhost/x") == (
        ServerAddress("localhost", 5432, "x", "u", Encryption.NONE),
        "",
    )
    assert address_of("db.local") is None
    assert address_of("postgresql://u@[broken/x") is None


@pytest.mark.parametrize("shown", [repr, str])
def test_a_question_with_a_password_does_not_show_it(shown: object) -> None:
    assert callable(shown)
    assert "geheim" not in shown(ProbeServer(ODD, "geheim"))
