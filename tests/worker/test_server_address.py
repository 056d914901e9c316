"""An address is taken apart and put together again, whatever stands in it; nobody prints a password."""

from dataclasses import replace

import pytest
from sqlalchemy import make_url

from praxidesk.models.server.transport import encryption
from praxidesk.models.server.url import hosts_of, server_url, target
from praxidesk.worker.premises import premises_of
from praxidesk.worker.questions.places import ProbeServer
from praxidesk.worker.server_address import Encryption, ServerAddress, address_of, is_local
from praxidesk.worker.server_door import ServerDoor

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


def test_several_servers_of_one_practice_stand_in_one_address() -> None:
    pair = replace(ODD, host="db1, db2:5434")
    url = server_url(pair.url("p/w:d@?,#ü"))
    assert hosts_of(url) == ("db1", "db2")
    assert (url.host, url.query["port"], url.password) == (None, "5433,5434", "p/w:d@?,#ü")
    pasted = address_of(pair.url("geheim"))
    assert pasted == (replace(pair, host="db1:5433,db2:5434", port=5432), "geheim")
    assert server_url(pasted[0].url()).query == url.query
    assert premises_of(pair.url("geheim")).at == "db1:5433,db2:5434/prä xis?"
    assert (is_local("localhost,127.0.0.1"), is_local("localhost,db2")) == (True, False)
    assert hosts_of(server_url("postgresql://u@[::1]:5433,db2/x")) == ("::1", "db2")
    assert hosts_of(server_url("postgresql:///x?host=/run/a&host=/run/b")) == ("/run/a", "/run/b")
    with pytest.raises(ValueError, match="db2"):
        server_url("postgresql://u:p@db1,db2:x/x")


def test_of_several_servers_a_desk_wants_the_one_that_may_be_written_to() -> None:
    several, one = server_url("postgresql://db1,db2/x"), server_url("postgresql://db1/x")
    assert target(several, reads_only=False) == {"target_session_attrs": "read-write"}
    assert target(several, reads_only=True) == {"target_session_attrs": "prefer-standby"}
    assert target(one, reads_only=True) == {}
    said = server_url("postgresql://db1,db2/x?target_session_attrs=any")
    assert target(said, reads_only=False) == {}
    assert encryption(several) == {"sslmode": "verify-full", "sslrootcert": "system"}
    assert encryption(server_url("postgresql://localhost,127.0.0.1/x")) == {}


@pytest.mark.parametrize("shown", [repr, str])
def test_a_question_with_a_password_does_not_show_it(shown: object) -> None:
    assert callable(shown)
    assert "geheim" not in shown(ProbeServer(ODD, "geheim"))


def test_a_password_that_is_asked_for_goes_to_each_of_several_servers() -> None:
    door = ServerDoor("postgresql://anna@db1,db2:5434/x?sslmode=disable", "db1,db2:5434/x")
    door.sign_in("anna", "p/w,@", remember=False)
    url = server_url(door.url)
    assert hosts_of(url) == ("db1", "db2")
    assert (url.username, url.password, url.query["port"]) == ("anna", "p/w,@", "5432,5434")


@pytest.mark.parametrize(
    ("url", "way"),
    [
        ("postgresql://db.praxis.local/praxis", Encryption.CHECKED),
        ("postgresql://db.praxis.local/praxis?sslmode=require", Encryption.UNCHECKED),
        ("postgresql://db.praxis.local/praxis?sslmode=disable", Encryption.NONE),
        ("postgresql://localhost/praxis?sslmode=disable", Encryption.CHECKED),
        ("praxis.db", Encryption.CHECKED),
    ],
)
def test_the_window_knows_that_the_way_to_another_computer_is_open(url: str, way: Encryption) -> None:
    assert premises_of(url).way is way
