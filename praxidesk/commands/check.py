"""``praxidesk check``: would these bookings be free?"""

import argparse

from praxidesk.commands.verbs import Verb, add_file_argument, answer_requests
from praxidesk.engine.requests import BookRequest, MoveRequest
from praxidesk.exchange.json_requests import parse_check
from praxidesk.services.booking import check

add_arguments = add_file_argument
_CHECK: Verb[BookRequest | MoveRequest] = Verb(parse_check, check)


def run(options: argparse.Namespace) -> int:
    """Answer each line with ``free`` or what speaks against it."""
    return answer_requests(options, _CHECK)
