"""What was measured on: figures mean nothing without it."""

import os
import platform
import sqlite3
from pathlib import Path

_GIB = 1 << 30


def machine() -> str:
    """Processor, cores and memory, in short."""
    cores = os.cpu_count() or 1
    return f"{_processor()}, {cores} {'core' if cores == 1 else 'cores'}, {_memory()}"


def surroundings(server: str | None) -> list[str]:
    """The lines above the table.

    :param server: the version of PostgreSQL, where one was measured
    """
    system = f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}"
    versions = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    if server:
        versions.append(f"PostgreSQL {server} on the same machine, with fsync")
    lines = [f"Machine: {machine()}, {system}", f"Versions: {', '.join(versions)}"]
    if hasattr(os, "getloadavg"):
        lines.append(
            f"Load when it began: {os.getloadavg()[0]:.1f} (others' work slows both sides of a ratio)"
        )
    return lines


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # not on Windows
        return "memory unknown"
    return f"{size / _GIB:.0f} GiB"
