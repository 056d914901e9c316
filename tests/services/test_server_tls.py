"""The way to a server over TLS: only the right server, with the right certificate, is connected to."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import Readiness, ServerFound, ServerRefused, ServerTrouble
from praxidesk.models.server import transport as server_transport
from praxidesk.models.store import Store
from praxidesk.services.server_probe import probe_server
from praxidesk.ui.first_run.server_words import trouble_text
from tests.campaigns.node import DATABASE, USER, Node, place
from tests.models.faults import fault_of
from tests.stores import Stores

FOREIGN_ADDRESS = "127.0.0.2"
"""This machine, under an address that the program does not take for this machine."""
OVER_TLS_ONLY = f"hostssl all {USER} 0.0.0.0/0 scram-sha-256\n"


def programs_with_tls() -> Path | None:
    """The newest server here that was built with TLS; the wheel's is not."""
    named = os.environ.get("PRAXIDESK_PG_BIN")
    here = [Path(named)] if named else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in here:
        asked = subprocess.run(
            [folder / "pg_config", "--configure"], check=False, capture_output=True, text=True
        )
        if not asked.returncode and "openssl" in asked.stdout:
            return folder
    return None


def openssl(folder: Path, command: str) -> None:
    subprocess.run(["openssl", *command.split()], check=True, capture_output=True, cwd=folder)


def authority(folder: Path, name: str) -> None:
    """One that signs certificates."""
    files = f"-keyout {name}.key -out {name}.pem"
    openssl(folder, f"req -x509 -newkey rsa:2048 -nodes -subj /CN={name} -days 2 {files}")


def certificate(folder: Path, name: str, signer: str, *, days: int = 2) -> None:
    """For the host ``localhost``."""
    (folder / "names").write_text("subjectAltName=DNS:localhost\n")
    openssl(folder, f"req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout {name}.key -out {name}.csr")
    signs = f"-CA {signer}.pem -CAkey {signer}.key -CAcreateserial"
    openssl(folder, f"x509 -req -in {name}.csr {signs} -days {days} -extfile names -out {name}.pem")


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Node, Path]]:
    """A server that lets people in over TLS only, but for this machine; and a folder with its authority."""
    programs = programs_with_tls()
    if programs is None or shutil.which("openssl") is None:
        pytest.skip("no PostgreSQL with TLS here, or no openssl: name one by PRAXIDESK_PG_BIN")
    folder = tmp_path_factory.mktemp("tls")
    authority(folder, "practice")
    authority(folder, "stranger")
    certificate(folder, "server", "practice")
    certificate(folder, "outlived", "practice", days=-1)
    with place(programs) as made:
        node = made.node("db")
        node.make()
        for name in ("server", "outlived"):
            for kind in ("key", "pem"):
                shutil.copy(folder / f"{name}.{kind}", node.data / f"{name}.{kind}")
                os.chown(node.data / f"{name}.{kind}", *made.owner)
                (node.data / f"{name}.{kind}").chmod(0o600)
        with (node.data / "postgresql.conf").open("a") as settings:
            settings.write(
                f"listen_addresses = '127.0.0.1,{FOREIGN_ADDRESS}'\nssl = on\n"
                "ssl_cert_file = 'server.pem'\nssl_key_file = 'server.key'\n"
            )
        (node.data / "pg_hba.conf").write_text(OVER_TLS_ONLY)
        node.start()
        node.ask(f"CREATE DATABASE {DATABASE} TEMPLATE template0")
        yield node, folder


def address(node: Node, host: str, how: str) -> str:
    return f"postgresql://{USER}:{node.place.password}@{host}:{node.port}/{DATABASE}?{how}"


def trouble(url: str) -> ServerTrouble:
    """Why nobody gets in; told in words, and to the store as well."""
    refused = probe_server(url)
    assert isinstance(refused, ServerRefused), refused
    assert trouble_text(refused)
    assert refused.trouble is not ServerTrouble.OTHER
    assert fault_of(lambda: Store.open(url)).fault is StoreFault.UNREACHABLE
    return refused.trouble


def test_only_a_server_that_proves_who_it_is_is_connected_to(
    secured: tuple[Node, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    node, folder = secured
    ours = f"sslmode=verify-full&sslrootcert={folder / 'practice.pem'}"
    theirs = f"sslmode=verify-full&sslrootcert={folder / 'stranger.pem'}"
    right = address(node, "localhost", ours)
    assert probe_server(right) == ServerFound(Readiness.EMPTY)
    assert fault_of(lambda: Store.open(right)).fault is StoreFault.MISSING, "connected, and nothing there"

    # Nobody whom this desk trusts has signed it; it is another host's; the desk names no authority.
    assert trouble(address(node, "localhost", theirs)) is ServerTrouble.TLS_UNTRUSTED
    assert trouble(address(node, FOREIGN_ADDRESS, ours)) is ServerTrouble.TLS_OTHER_NAME
    assert trouble(address(node, FOREIGN_ADDRESS, "")) is ServerTrouble.TLS_UNTRUSTED
    nowhere = f"sslmode=verify-full&sslrootcert={folder / 'nobody.pem'}"
    assert trouble(address(node, "localhost", nowhere)) is ServerTrouble.TLS_NO_CERTIFICATE
    # Told not to encrypt a desk does not even ask; where its administrator permits it, the server refuses.
    open_way = address(node, FOREIGN_ADDRESS, "sslmode=disable")
    assert trouble(open_way) is ServerTrouble.TLS_NOT_PERMITTED
    permits = folder / "server.toml"
    permits.write_text(f'[[server]]\nhost = "{FOREIGN_ADDRESS}"\nsslmode = "disable"\n')
    monkeypatch.setattr(server_transport, "administrators_file", lambda: permits)
    assert trouble(open_way) is ServerTrouble.NOT_ALLOWED

    # The same server with a certificate of yesterday, and then without TLS: as if somebody stood in between.
    node.ask("ALTER SYSTEM SET ssl_cert_file = 'outlived.pem'")
    node.ask("ALTER SYSTEM SET ssl_key_file = 'outlived.key'")
    node.ask("SELECT pg_reload_conf()")
    node.until_told("SHOW ssl_cert_file", "outlived.pem")
    assert trouble(right) is ServerTrouble.TLS_UNTRUSTED
    (node.data / "pg_hba.conf").write_text(OVER_TLS_ONLY.replace("hostssl", "host"))
    node.ask("ALTER SYSTEM SET ssl = off")
    node.ask("SELECT pg_reload_conf()")
    node.until_told("SHOW ssl", "off")
    assert trouble(right) is ServerTrouble.TLS_MISSING


def test_a_server_without_tls_is_none_for_whoever_checks(stores: Stores) -> None:
    url = stores.cluster.url("postgres").replace("127.0.0.1", "localhost")
    assert trouble(f"{url}?sslmode=verify-full&sslrootcert=system") is ServerTrouble.TLS_MISSING
