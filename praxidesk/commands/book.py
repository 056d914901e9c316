"""``praxidesk book``: book, a line each."""

import argparse

from praxidesk.commands.verbs import Verb, add_file_argument, answer_requests
from praxidesk.exchange.json_bookings import parse_booking
from praxidesk.services.dispatch import book_any

add_arguments = add_file_argument


def run(options: argparse.Namespace) -> int:
    """Answer each line with ``booked`` or why not."""
    return answer_requests(options, Verb(parse_booking, book_any))
