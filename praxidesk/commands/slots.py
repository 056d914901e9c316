"""``praxidesk slots``: search free time, a line each."""

import argparse

from praxidesk.commands.verbs import Verb, add_file_argument, answer_requests
from praxidesk.exchange.json_combined_slots import parse_any_slots
from praxidesk.services.dispatch import find_any_slots

add_arguments = add_file_argument


def run(options: argparse.Namespace) -> int:
    """Answer each line with the slots found."""
    return answer_requests(options, Verb(parse_any_slots, find_any_slots, writes=False))
