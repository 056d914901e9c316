"""``praxidesk cancel``: cancel entries, a line each."""

import argparse

from praxidesk.commands.verbs import Verb, add_file_argument, answer_requests
from praxidesk.exchange.json_requests import parse_cancel
from praxidesk.services.dispatch import cancel_any

add_arguments = add_file_argument


def run(options: argparse.Namespace) -> int:
    """Answer each line with ``cancelled`` or why not."""
    return answer_requests(options, Verb(parse_cancel, cancel_any))
