"""The path of a request line: JSON to a request, through a service, to a JSON answer."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from praxidesk.commands.faults import explain
from praxidesk.commands.json_lines import Answer, answer_lines, failed
from praxidesk.commands.opening import Clock, clock, opened_desk
from praxidesk.commands.places import store_url
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.asked_patient import AnyRequest
from praxidesk.exchange.json_bulk_answers import AnyOutcome, any_answer
from praxidesk.models.store import StoreUnavailable
from praxidesk.services.desk import Desk

Request = TypeVar("Request", bound=AnyRequest)


@dataclass(frozen=True, slots=True)
class Verb(Generic[Request]):
    """How a command reads its lines, and who answers them."""

    parse: Callable[[str, Practice, Zone], Request | Invalid]
    serve: Callable[[Desk, Request, int], AnyOutcome]
    writes: bool = True
    """Whether it is one of those that a desk is made ready for."""


def add_file_argument(parser: argparse.ArgumentParser) -> None:
    """The file of JSON lines that may stand in for standard input."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="JSON lines; left out or -: standard input")


def answer_requests(options: argparse.Namespace, verb: Verb[Request]) -> int:
    """Answer each line of the command's input; the exit status."""
    url = store_url(options)
    with opened_desk(options) as desk:
        now = clock(options, desk.zone)

        def answer_line(line: str) -> Answer:
            try:
                return _answer(desk, line, verb, now)
            except StoreUnavailable as fault:
                return failed(explain(fault.fault, fault.detail, url, fault.trouble))

        return answer_lines(options.file, answer_line, desk.make_ready if verb.writes else lambda: None)


def _answer(desk: Desk, line: str, verb: Verb[Request], now: Clock) -> Answer:
    request = verb.parse(line, desk.practice, desk.zone)
    if isinstance(request, Invalid) and desk.refresh():
        # Somebody changed the practice since the last line: a code may be known by now.
        request = verb.parse(line, desk.practice, desk.zone)
    if isinstance(request, Invalid):
        return any_answer(request, desk.practice, desk.zone)
    return any_answer(verb.serve(desk, request, now()), desk.practice, desk.zone, request)
