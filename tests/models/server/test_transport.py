"""The way to another computer is checked, whatever an address says, unless the administrator permits less."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.server import transport as server_transport
from praxidesk.models.server.admin import administering
from praxidesk.models.server.transport import encryption
from praxidesk.models.server.url import server_url
from praxidesk.models.store import Store

CHECKED = {"sslmode": "verify-full", "sslrootcert": "system"}


@pytest.fixture(autouse=True)
def permits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The administrator's file, which is not there yet; and nothing in the environment."""
    for name in ("PGSSLMODE", "PGSSLROOTCERT", "PGHOST", "PGHOSTADDR"):
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "server.toml"
    monkeypatch.setattr(server_transport, "administrators_file", lambda: file)
    return file


def refusal(url: str) -> str:
    with pytest.raises(StoreUnavailable) as refused:
        encryption(server_url(url))
    assert refused.value.fault is StoreFault.UNREACHABLE
    assert refused.value.trouble is ServerTrouble.TLS_NOT_PERMITTED
    return refused.value.detail


@pytest.mark.parametrize(
    ("url", "settings"),
    [
        ("postgresql://u@127.0.0.1/x", {}),
        ("postgresql://u@localhost/x?sslmode=disable", {}),
        ("postgresql:///x", {}),
        ("postgresql://u@db.local/x", CHECKED),
        ("postgresql://u@db.local/x?sslmode=verify-full", {}),
        ("postgresql://u@db.local/x?sslrootcert=/ca.pem", {"sslmode": "verify-full"}),
        ("postgresql://u@localhost/x?hostaddr=10.0.0.7", CHECKED),
        ("postgresql://u@localhost,db2/x", CHECKED),
    ],
)
def test_another_host_proves_who_it_is(url: str, settings: dict[str, str]) -> None:
    assert encryption(server_url(url)) == settings


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca", "VERIFY-FULL", "x"])
def test_neither_an_address_nor_the_environment_is_enough_for_less(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mode in refusal(f"postgresql://u:geheim@db.local/x?sslmode={mode}")
    assert "geheim" not in refusal(f"postgresql://u:geheim@localhost,db2/x?sslmode={mode}")
    refusal(f"postgresql://u@localhost/x?hostaddr=10.0.0.7&sslmode={mode}")
    monkeypatch.setenv("PGSSLMODE", mode)
    refusal("postgresql://u@db.local/x")
    monkeypatch.setenv("PGHOST", "db.local")
    refusal("postgresql:///x")
    monkeypatch.setenv("PGHOST", "localhost")
    assert encryption(make_url("postgresql:///x")) == {}
    monkeypatch.setenv("PGHOSTADDR", "10.0.0.7")
    refusal("postgresql:///x")


def test_the_administrator_permits_less_for_one_server_and_so_much_less(permits: Path) -> None:
    permits.write_text('[[server]]\nhost = "DB.local"\nsslmode = "require"\n')
    assert encryption(server_url("postgresql://u@db.local/x?sslmode=require")) == {}
    assert encryption(server_url("postgresql://u@db.local/x?sslmode=verify-ca")) == {}
    assert encryption(server_url("postgresql://u@db.local/x")) == CHECKED, "permitted is not told"
    refusal("postgresql://u@db.local/x?sslmode=prefer")
    refusal("postgresql://u@db.local,db2/x?sslmode=require")


@pytest.mark.parametrize(
    "text",
    [
        "sslmode =",
        'server = "db.local"',
        "[other]",
        '[[server]]\nhost = "db.local"',
        '[[server]]\nhost = "db.local"\nsslmode = "off"',
        '[[server]]\nhost = "db.local"\nsslmode = "require"\nuntil = 2030',
    ],
)
def test_a_file_that_cannot_be_understood_permits_nothing_and_is_named(permits: Path, text: str) -> None:
    permits.write_text(text)
    assert str(permits) in refusal("postgresql://u@db.local/x?sslmode=require")


def test_store_and_set_up_keep_to_it() -> None:
    """Nothing is sent: the name is of a domain that does not exist."""
    url = "postgresql://u@db.invalid/x?sslmode=require"
    with pytest.raises(StoreUnavailable, match="not permitted"):
        Store.open(url)
    with (
        pytest.raises(StoreUnavailable, match="not permitted"),
        administering(make_url(url.replace("postgresql:", "postgresql+psycopg:"))),
    ):
        pass
