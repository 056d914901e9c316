"""``praxidesk check``: would these bookings be free?"""

import argparse

from praxidesk.commands.verbs import Verb, add_file_argument, answer_requests
from praxidesk.engine.requests import MoveRequest
from praxidesk.exchange.json_bookings import Booking, parse_any_check
from praxidesk.services.dispatch import check_any

add_arguments = add_file_argument
_CHECK: Verb[Booking | MoveRequest] = Verb(parse_any_check, check_any, writes=False)


def run(options: argparse.Namespace) -> int:
    """Answer each line with ``free`` or what speaks against it."""
    return answer_requests(options, _CHECK)
