"""One line of JSON as an object, strictly: what two programs could read differently is refused."""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TypeVar

from praxidesk.engine.outcomes import FieldError, Invalid
from praxidesk.exchange.fields import DoubledKeys, Faults, Fields
from praxidesk.exchange.texts import UnreadableError, printable

Request = TypeVar("Request")


def parsed(line: str, read: Callable[[Fields, Mapping[str, object]], Request]) -> Request | Invalid:
    """What ``read`` makes of the object on the line, or everything that is wrong with it."""
    values = read_object(line)
    return values if isinstance(values, Invalid) else read_whole(values, read)


def read_whole(
    values: Mapping[str, object], read: Callable[[Fields, Mapping[str, object]], Request]
) -> Request | Invalid:
    """What ``read`` makes of an object, every key of which it must have asked for."""
    faults = Faults()
    fields = Fields(values, "", faults)
    request = read(fields, values)
    fields.close()
    return Invalid(faults.found) if faults else request


def read_object(line: str) -> dict[str, object] | Invalid:
    """The object on the line. Numbers without a fraction are ``int``, however they are written."""
    try:
        value: object = json.loads(
            line, object_pairs_hook=_object, parse_float=_number, parse_constant=_refuse_constant
        )
    except UnreadableError as unreadable:
        return _invalid(str(unreadable))
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at")  # Some of the parser's sentences go on with the place.
        return _invalid(f"is no JSON: {printable(reason)} at character {error.pos + 1}")
    except RecursionError:
        return _invalid("is nested too deeply")
    except ValueError:
        # json lets int() refuse numbers of thousands of digits.
        return _invalid("holds a number of thousands of digits")
    if not isinstance(value, dict):
        return _invalid("is no JSON object")
    return value


def fingerprint(verb: str, values: Mapping[str, object]) -> str:
    """Digest of a request's content without its key; equal for what is equal as JSON."""
    content = {key: value for key, value in values.items() if key != "key"}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{verb}\n{canonical}".encode()).hexdigest()


def _object(pairs: list[tuple[str, object]]) -> DoubledKeys:
    values = DoubledKeys(pairs)
    if len(values) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        values.doubled = tuple(key for key, count in counts.items() if count > 1)
    return values


def _number(text: str) -> float | int:
    number = float(text)
    if not math.isfinite(number):
        raise UnreadableError(f"holds the number {printable(text[:40])}, which is too large")
    return int(number) if number.is_integer() else number


def _refuse_constant(text: str) -> object:
    raise UnreadableError(f"holds {text}, which is no JSON")


def _invalid(message: str) -> Invalid:
    return Invalid((FieldError("", f"the line {message}"),))
