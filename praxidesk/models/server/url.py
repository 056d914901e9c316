"""The address of a server, or of several that hold the same practice, of which one may be written to."""

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import URL, make_url

ANY, STANDBY, PREFER_STANDBY, READ_WRITE = "any", "standby", "prefer-standby", "read-write"
"""libpq's words for which of several servers is meant."""
TARGET = "target_session_attrs"

_SEVERAL = re.compile(
    r"(?P<scheme>[\w+]+://)(?P<who>(?:[^:/@]*(?::[^@]*)?@)?)(?P<hosts>[^/?@]*,[^/?@]*)(?P<rest>.*)", re.DOTALL
)


def server_url(address: str) -> URL:
    """The address as a value; several hosts, each with or without a port, stand in its query.

    :raises ArgumentError, ValueError: where it cannot be read
    """
    found = _SEVERAL.fullmatch(address)
    if found is None:
        return make_url(address)
    each = [_host_and_port(host) for host in found["hosts"].split(",")]
    several = {"host": ",".join(host for host, _ in each), "port": ",".join(port for _, port in each)}
    return make_url(found["scheme"] + found["who"] + found["rest"]).update_query_dict(several)


def hosts_of(url: URL) -> tuple[str, ...]:
    """The names of its servers; none where it is the socket of this computer."""
    named = url.query.get("host", url.host or "")
    listed = named.split(",") if isinstance(named, str) else named
    # An address of IPv6 has more colons than the one before a port.
    return tuple(host.partition(":")[0] if host.count(":") == 1 else host for host in listed if host)


def target(url: URL, *, reads_only: bool) -> dict[str, str]:
    """Which of several servers is meant, where the address does not say it itself."""
    if TARGET in url.query or len(hosts_of(url)) < 2:
        return {}
    return {TARGET: PREFER_STANDBY if reads_only else READ_WRITE}


def connected(given: tuple[Any, ...], named: Mapping[str, Any]) -> Any:  # noqa: ANN401 - psycopg's
    """A new connection. psycopg asks each host by itself, so no standby would be preferred by libpq."""
    from psycopg import OperationalError  # noqa: PLC0415 - a file needs no psycopg

    from praxidesk.models.server.connection import (  # noqa: PLC0415 - as above
        ServerConnection,
        ServerCursor,
        of_one_size,
    )

    of_one_size(named["context"])
    named = {"cursor_factory": ServerCursor, **named}
    if named.get(TARGET) != PREFER_STANDBY:
        return ServerConnection.connect(*given, **named)
    try:
        return ServerConnection.connect(*given, **{**named, TARGET: STANDBY})
    except OperationalError:
        return ServerConnection.connect(*given, **{**named, TARGET: ANY})


def _host_and_port(text: str) -> tuple[str, str]:
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        port = rest.removeprefix(":")
    else:
        host, _, port = text.partition(":")
    if not host or (port and not (port.isdecimal() and 0 < int(port) < 65_536)):
        raise ValueError(text)
    return host, port or "5432"
