"""Codes as an option of a command."""

import argparse


def code_list(text: str) -> tuple[str, ...]:
    """``WEB,R1``, for ``type=`` of an argument; none of them empty."""
    codes = tuple(each.strip() for each in text.split(","))
    if not all(codes):
        raise argparse.ArgumentTypeError(f"{text!r} is no list of codes such as WEB,R1")
    return codes
