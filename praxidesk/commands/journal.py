"""``praxidesk journal``: is it whole, who did what, and the seal to note elsewhere."""

import argparse
from pathlib import Path

from praxidesk.commands import journal_words
from praxidesk.commands.day_argument import day
from praxidesk.commands.json_lines import write_line
from praxidesk.commands.opening import opened_desk, opened_store
from praxidesk.commands.refusing import CommandRefused, warn
from praxidesk.engine.journal import Anchor, Finding, Flaw
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId
from praxidesk.exchange.json_journal import journal_object
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.patient_records import patients_of_entries
from praxidesk.services import journal
from praxidesk.services.desk import Desk

NOT_WHOLE = 1
_LINES = 100
_WORDS = {
    Flaw.LINE_CHANGED: "what was written there has been changed",
    Flaw.SEAL_CHANGED: "its seal does not follow from the one before",
    Flaw.SEAL_MISSING: "its seal is gone",
    Flaw.LINE_MISSING: "its line is gone",
    Flaw.ELSEWHERE: "it stands in the history of another entry or patient than it tells of, or in none",
    Flaw.CUT: "the chain ends here, and its head says otherwise",
    Flaw.ANCHOR: "it is not what was noted of it elsewhere",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and which lines are wanted."""
    parser.add_argument(
        "action",
        choices=("verify", "show", "anchor", "seal"),
        help="verify: go through the whole chain; show: the newest lines; anchor: its newest seal;"
        " seal: take in what another program wrote into the file",
    )
    parser.add_argument(
        "--anchors",
        type=Path,
        metavar="FILE",
        help="verify: hold the chain against the seals in this file, then add the newest to it",
    )
    parser.add_argument("--entry", type=int, metavar="ID", help="show: of this entry only")
    parser.add_argument(
        "--patient", metavar="NUMBER", help="show: of this patient only; who opened the card, too"
    )
    parser.add_argument(
        "--line", type=_positive, metavar="SEQ", help="show: this line only, such as one that verify names"
    )
    parser.add_argument("--login", help="show: by this login only")
    parser.add_argument("--from", dest="first", metavar="D", type=day, help="show: first day")
    parser.add_argument("--to", dest="last", metavar="D", type=day, help="show: last day, included")
    parser.add_argument(
        "--limit", type=_positive, default=_LINES, metavar="N", help=f"show: how many ({_LINES})"
    )
    journal_words.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Do it; 1 where the journal is not whole."""
    if options.action == "show":
        with opened_desk(options) as desk:
            shown = _tell(desk, options) if options.words else _show(desk, options)
        if shown == options.limit and options.line is None:
            warn(f"these are the newest {options.limit:,}, and there may be more: --limit")
        return 0
    if options.action == "anchor":
        with opened_store(options) as store:
            print(journal.newest_seal(store))
        return 0
    if options.action == "seal":
        with opened_store(options) as store:
            print(f"sealed     {journal.seal_the_rest(store):,}")
        return 0
    return _verify(options)


def _show(desk: Desk, options: argparse.Namespace) -> int:
    lines = journal.newest_lines(desk.store, _filter(desk, options), options.limit)
    for seal, line in lines:
        write_line(journal_object(seal, line, desk.zone))
    return len(lines)


def _tell(desk: Desk, options: argparse.Namespace) -> int:
    if options.line is not None:
        raise CommandRefused("--line is one row of the journal, and a sentence may be about several: --json")
    shown = 0
    for sentence in journal_words.sentences(desk, _filter(desk, options), options.limit, options.lang):
        print(sentence)
        shown += 1
    return shown


def _verify(options: argparse.Namespace) -> int:
    noted = _noted(options.anchors)
    with opened_store(options) as store:
        proof = journal.prove(store, noted)
    for finding in proof.findings:
        warn(_worded(finding))
    if len(proof.findings) == journal.MOST_FINDINGS:
        warn("… and perhaps more")
    if proof.unsealed:
        warn(
            f"{proof.unsealed:,} lines were written by another program and are not sealed:"
            " praxidesk journal seal"
        )
    if not proof.is_whole:
        return NOT_WHOLE
    held = f", as {len(noted)} noted {'seal says' if len(noted) == 1 else 'seals say'}" if noted else ""
    print(f"whole: {proof.head.seq:,} lines{held}; newest seal {proof.head}")
    if options.anchors is not None and proof.head not in noted:
        _note(options.anchors, proof.head)
    return 0


def _noted(path: Path | None) -> list[Anchor]:
    """The seals in a file, one a line; none where there is no file yet."""
    if path is None or not path.exists():
        return []
    noted = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            noted.append(Anchor.parse(line))
        except ValueError:
            raise CommandRefused(f"--anchors: line {number} of {path} is no seal") from None
    return noted


def _note(path: Path, anchor: Anchor) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{anchor}\n")


def _worded(finding: Finding) -> str:
    return f"line {finding.seq:,}: {_WORDS[finding.flaw]}"


def _filter(desk: Desk, options: argparse.Namespace) -> JournalFilter:
    patient = None
    if options.patient is not None:
        with desk.store.read() as connection:
            known = patients_of_entries(connection, [options.patient]).get(options.patient)
        if known is None:
            raise CommandRefused(f"--patient: nobody has the number {options.patient!r}")
        patient = known.id
    first, last = options.first, options.last
    span = None
    if first is not None or last is not None:
        start = desk.zone.day(first).start if first is not None else 0
        end = desk.zone.day(last).end if last is not None else 1 << 60
        if end <= start:
            raise CommandRefused(f"--to {last} is before --from {first}")
        span = Span(start, end)
    entry = EntryId(options.entry) if options.entry is not None else None
    return JournalFilter(entry, patient, options.login, span, options.line)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 on")
    return int(text)
