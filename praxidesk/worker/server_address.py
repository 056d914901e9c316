"""Where a database server is: everything but the password, which nobody keeps."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote, urlencode, urlsplit

DEFAULT_PORT = 5432
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
SYSTEM_CERTIFICATES = "system"


class Encryption(StrEnum):
    """How the way to the server is kept from others; the values are libpq's."""

    CHECKED = "verify-full"
    """Encrypted, and the server proves by its certificate that it is the one."""
    UNCHECKED = "require"
    """Encrypted; whoever stands in between can pretend to be the server."""
    NONE = "disable"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A database on a server, and who one is there."""

    host: str = ""
    """Or several with commas between, each with a port of its own if it has one: ``db1,db2:5433``."""
    port: int = DEFAULT_PORT
    database: str = ""
    user: str = ""
    encryption: Encryption = Encryption.CHECKED
    certificate: str = ""
    """File of whom to trust; empty: whom the system trusts."""

    @property
    def is_local(self) -> bool:
        """Whether it is this computer, to which the way is short."""
        return is_local(self.host)

    def url(self, password: str = "") -> str:
        """As the store takes it; without a password libpq looks into its own file."""
        secret = f":{quote(password, safe='')}" if password else ""
        user = f"{quote(self.user, safe='')}{secret}@" if self.user else ""
        hosts = ",".join(_with_port(each.strip(), self.port) for each in self.host.split(","))
        query = {"sslmode": self.encryption.value}
        if self.encryption is Encryption.CHECKED:
            query["sslrootcert"] = self.certificate or SYSTEM_CERTIFICATES
        return f"postgresql://{user}{hosts}/{quote(self.database, safe='')}?{urlencode(query)}"


def is_local(host: str) -> bool:
    """Whether a host, or each of several, is this computer."""
    return all(each.strip().casefold() in _LOCAL for each in host.split(","))


def _with_port(host: str, port: int) -> str:
    if host.count(":") > 1:
        return f"[{host}]:{port}"
    name, _, own = host.partition(":")
    return f"{quote(name, safe='')}:{own or port}"


def address_of(url: str) -> tuple[ServerAddress, str] | None:
    """The address and password that somebody pasted as one; ``None`` where it is none."""
    if not url.strip().startswith(("postgresql://", "postgres://")):
        return None
    try:
        parts = urlsplit(url.strip())
        several = parts.netloc.rpartition("@")[2]
        if "," in several:
            host, port = unquote(several), DEFAULT_PORT
        else:
            host, port = unquote(parts.hostname or ""), parts.port or DEFAULT_PORT
    except ValueError:
        return None
    modes = {each.value: each for each in Encryption}
    named = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    usual = Encryption.NONE if is_local(host) else Encryption.CHECKED
    certificate = unquote(named.get("sslrootcert", ""))
    address = ServerAddress(
        host,
        port,
        unquote(parts.path.removeprefix("/")),
        unquote(parts.username or ""),
        modes.get(named.get("sslmode", ""), usual),
        "" if certificate == SYSTEM_CERTIFICATES else certificate,
    )
    return address, unquote(parts.password or "")
