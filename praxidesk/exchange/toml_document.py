"""A TOML file as plain values, or the reason, with its line, why it is none."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from praxidesk.engine.outcomes import FieldError
from praxidesk.exchange.texts import printable

Source = Path | str | Mapping[str, object]
"""A file, the text of one, or what would be read from it."""
LARGEST_BYTES = 32 * 1024 * 1024
"""Some 100,000 patients; TOML is read whole."""


class TomlFileError(Exception):
    """A file that is refused whole: every fault with the key it is in."""

    def __init__(self, source: str, errors: tuple[FieldError, ...]) -> None:
        super().__init__(source, errors)
        self.source = source
        """Name of the file; empty where a text was read."""
        self.errors = errors

    def __str__(self) -> str:
        """One fault a line, each with file and key."""
        lines = []
        for error in self.errors:
            parts = (printable(self.source), error.field, error.message)
            lines.append(": ".join(part for part in parts if part))
        return "\n".join(lines)


class _NoDocumentError(Exception):
    """Why a source cannot be read at all."""


def source_name(source: Source) -> str:
    """How messages call it: a path is a file, a ``str`` the text itself; values have no name either."""
    return str(source) if isinstance(source, Path) else ""


def load(source: Source, refusal: type[TomlFileError]) -> Mapping[str, object]:
    """All keys and values of a file (``Path``) or text (``str``); ``refusal`` is what is raised instead."""
    if isinstance(source, Mapping):
        return source
    try:
        text = _decoded(_bytes(source)) if isinstance(source, Path) else source.removeprefix("\ufeff")
        return tomllib.loads(text)
    except _NoDocumentError as no_document:
        reason = str(no_document)
    except tomllib.TOMLDecodeError as error:
        reason = f"is no TOML: {printable(str(error))}"
        if "after a key" in reason:
            reason += '; a key with spaces or umlauts is written in quotes, as in "Hüfte" = "H"'
    except RecursionError:
        reason = "is nested too deeply"
    except ValueError:
        # tomllib lets int() refuse numbers of thousands of digits.
        reason = "holds a number of thousands of digits"
    raise refusal(source_name(source), (FieldError("", reason),))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise _NoDocumentError("no such file") from None
    except IsADirectoryError:
        raise _NoDocumentError("is a folder, not a file") from None
    except OSError as error:
        raise _NoDocumentError(f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise _NoDocumentError(f"is no name of a file: {error}") from None
    if len(content) > LARGEST_BYTES:
        raise _NoDocumentError(f"is larger than {LARGEST_BYTES // 1024 // 1024} MB")
    return content


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _NoDocumentError("is UTF-16; TOML is UTF-8")
    try:
        return content.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _NoDocumentError(
            f"line {line}: the byte 0x{content[error.start]:02X} is no UTF-8; save the file as UTF-8"
        ) from None
