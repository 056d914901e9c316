"""``praxidesk move``: move or change entries, a line each."""

import argparse

from praxidesk.commands.verbs import Verb, add_file_argument, answer_requests
from praxidesk.exchange.json_requests import parse_move
from praxidesk.services.dispatch import move_any

add_arguments = add_file_argument


def run(options: argparse.Namespace) -> int:
    """Answer each line with ``moved`` or why not."""
    return answer_requests(options, Verb(parse_move, move_any))
