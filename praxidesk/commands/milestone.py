"""``praxidesk milestone``: say when operations reached their milestones, a line each."""

import argparse

from praxidesk.commands.verbs import Verb, add_file_argument, answer_requests
from praxidesk.exchange.json_milestones import parse_milestone
from praxidesk.services.milestones import set_milestones

add_arguments = add_file_argument


def run(options: argparse.Namespace) -> int:
    """Answer each line with ``changed`` or why not."""
    return answer_requests(options, Verb(parse_milestone, set_milestones))
