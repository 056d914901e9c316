"""A database server is looked at before anybody works with it: what is in the way is told by kind."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import suppress

import psycopg
import pytest
from sqlalchemy import make_url

from praxidesk.engine.server_probe import Readiness, ServerFound, ServerRefused, ServerTrouble
from praxidesk.models.server.probe import ServerUnusable, look_in, require_rights
from praxidesk.models.server.trouble import trouble_in
from praxidesk.services.founding import found
from praxidesk.services.server_probe import probe_server
from praxidesk.worker.server_address import Encryption, ServerAddress
from tests.stores import Stores

T = ServerTrouble
DESCRIPTION = {"site": {"code": "HAUS", "name": "Haus am Wall", "timezone": "Europe/Berlin"}}


@pytest.fixture
def address(stores: Stores) -> Iterator[ServerAddress]:
    """An empty database of the run's server."""
    with stores.url("postgresql", migrated=False) as url:
        parsed = make_url(url)
        yield ServerAddress("127.0.0.1", stores.cluster.port, str(parsed.database), "praxi", Encryption.NONE)


def changed(address: ServerAddress, **values: object) -> ServerAddress:
    fields = {name: getattr(address, name) for name in ServerAddress.__dataclass_fields__}
    return ServerAddress(**(fields | values))


def trouble(address: ServerAddress, password: str) -> ServerTrouble | None:
    answer = probe_server(address.url(password))
    if isinstance(answer, ServerFound):
        return None
    assert isinstance(answer, ServerRefused)
    assert password not in repr(answer)
    return answer.trouble


def test_what_is_in_the_way_is_told(stores: Stores, address: ServerAddress) -> None:
    password = stores.cluster.password
    assert probe_server(address.url(password)) == ServerFound(Readiness.EMPTY)
    assert trouble(address, "wr/ong@") is T.LOGIN_REFUSED
    assert trouble(changed(address, database="nowhere"), password) is T.DATABASE_MISSING
    assert trouble(changed(address, port=1), password) is T.REFUSED
    elsewhere = changed(address, host="nowhere.invalid")
    assert trouble(elsewhere, password) is T.TLS_NOT_PERMITTED
    assert trouble(changed(elsewhere, encryption=Encryption.CHECKED), password) is T.HOST_UNKNOWN
    assert trouble(changed(address, encryption=Encryption.CHECKED), password) is T.TLS_MISSING
    assert trouble(changed(address, encryption=Encryption.UNCHECKED), password) is T.TLS_MISSING
    assert trouble(changed(address, user=""), password) is not None
    stores.cluster.run("DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN PASSWORD 'not told'")
    assert trouble(changed(address, user="clerk"), "not told") is T.NO_RIGHT
    stores.cluster.run("DROP ROLE clerk")


def test_a_practice_is_found_and_another_program_s_tables_are_left_alone(
    stores: Stores, address: ServerAddress
) -> None:
    url = address.url(stores.cluster.password)
    found(url, DESCRIPTION)
    assert probe_server(url) == ServerFound(Readiness.PRACTICE, "Haus am Wall")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("UPDATE praxidesk_version SET version_num = '9999'")
        assert trouble(address, stores.cluster.password) is T.SCHEMA_TOO_NEW
        connection.execute("ALTER TABLE praxidesk_version RENAME TO other")
    assert trouble(address, stores.cluster.password) is T.FOREIGN
    assert trouble(changed(address, host=""), stores.cluster.password) is T.BAD_ADDRESS


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("connection failed: fe_sendauth: no password supplied", T.WANTS_PASSWORD),
        ("FATAL:  Passwort-Authentifizierung für Benutzer »x« fehlgeschlagen", T.LOGIN_REFUSED),
        ('FATAL:  no pg_hba.conf entry for host "10.0.0.7", user "x", no encryption', T.NOT_ALLOWED),
        ("FATAL:  Datenbank »x« existiert nicht", T.DATABASE_MISSING),
        ("connection timeout expired", T.NO_ANSWER),
        ("FATAL:  the database system is starting up", T.STARTING),
        ("FATAL:  sorry, too many clients already", T.FULL),
        ("SSL error: certificate verify failed", T.TLS_UNTRUSTED),
        ('server certificate for "db" does not match host name "10.0.0.7"', T.TLS_OTHER_NAME),
        ('root certificate file "/nope" does not exist', T.TLS_NO_CERTIFICATE),
        ("failed: received invalid response to SSL negotiation: H", T.REFUSED),
        # of several servers, what one says that answers
        ("- 'db1': Connection refused\n- 'db2': fe_sendauth: no password supplied", T.WANTS_PASSWORD),
        ("- 'db1': could not translate host name\n- 'db2': SSL error: …", T.TLS_UNTRUSTED),
        ("something nobody foresaw", T.OTHER),
    ],
)
def test_words_of_a_failed_connection_mean(said: str, trouble: ServerTrouble) -> None:
    assert trouble_in(said) is trouble


ASKS_FOR_ENCRYPTION = 8
"""Bytes of such a request; none begins a session."""


class HalfServer:
    """Lets everybody in, or not even that, and then says nothing more."""

    def __init__(self, *, lets_in: bool) -> None:
        self._lets_in = lets_in
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._lines: list[socket.socket] = []
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        for each in (*self._lines, self._socket):
            each.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._socket.accept()
                self._lines.append(line)
                if self._lets_in:
                    while len(line.recv(4096)) == ASKS_FOR_ENCRYPTION:
                        line.sendall(b"N")
                    version = b"server_version\x0016.4\x00"
                    told = ((b"R", bytes(4)), (b"S", version), (b"Z", b"I"))
                    line.sendall(b"".join(kind + struct.pack("!i", len(it) + 4) + it for kind, it in told))


@pytest.mark.parametrize("lets_in", [False, True])
def test_a_server_that_stops_in_the_middle_is_left(lets_in: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("praxidesk.models.server.probe.PATIENCE_SECONDS", 1)
    server = HalfServer(lets_in=lets_in)
    url = make_url(f"postgresql://praxi:geheim@127.0.0.1:{server.port}/praxis")
    try:
        with pytest.raises(ServerUnusable) as left:
            (require_rights if lets_in else look_in)(url)
    finally:
        server.close()
    assert left.value.trouble is T.NO_ANSWER
    assert "geheim" not in repr(left.value.__dict__)
