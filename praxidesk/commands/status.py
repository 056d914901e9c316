"""``praxidesk status``: set the status of entries, a line each."""

import argparse

from praxidesk.commands.verbs import Verb, add_file_argument, answer_requests
from praxidesk.exchange.json_requests import parse_status
from praxidesk.services.status_changes import set_status

add_arguments = add_file_argument


def run(options: argparse.Namespace) -> int:
    """Answer each line with ``changed`` or why not."""
    return answer_requests(options, Verb(parse_status, set_status))
