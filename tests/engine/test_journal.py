"""A chain of seals: whole where nobody touched it, broken at its place where somebody did."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.journal import (
    NO_HASH,
    Anchor,
    Deed,
    Finding,
    Flaw,
    JournalLine,
    Seal,
    digest,
    flaws,
    sealed,
)
from tests.engine.campaign import examples

Chain = list[tuple[Seal, JournalLine | None]]


def chain(*contents: str | None) -> Chain:
    made: Chain = []
    previous = NO_HASH
    for seq, content in enumerate(contents, 1):
        line = JournalLine(seq * 10, 1_796_000_000 + seq, Deed.INSERT, "setting", f"s{seq}", None, content)
        bare = Seal(seq, line.id, "anna", "10.0.0.7", 4711, digest(None, content), "")
        previous = sealed(previous, seq, line, bare)
        made.append((replace(bare, hash=previous), line))
    return made


def head(links: Chain) -> Anchor:
    return Anchor(links[-1][0].seq, links[-1][0].hash) if links else Anchor(0, NO_HASH)


def found(links: Chain, *anchors: Anchor, at: Anchor | None = None) -> list[Finding]:
    return list(flaws(links, at or head(links), anchors))


CONTENTS = st.lists(st.none() | st.text(max_size=5), min_size=1, max_size=8)


def test_parts_cannot_be_mistaken_for_each_other() -> None:
    parts = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", None), ("abc", "-"), ("", "abc"), (None, "abc")]
    assert len({digest(*each) for each in parts}) == len(parts)
    # the length is that of the bytes: an ä has two
    assert digest("ab", "ä", None) == sha256("2:ab2:ä-".encode()).hexdigest()
    assert digest(12) == digest("12")


@examples(100)
@given(CONTENTS)
def test_an_untouched_chain_is_whole_and_agrees_with_all_its_own_seals(contents: list[str | None]) -> None:
    links = chain(*contents)
    assert not found(links, *(Anchor(seal.seq, seal.hash) for seal, _ in links))


@examples(150)
@given(CONTENTS, st.data())
def test_one_thing_changed_is_found_at_its_place(contents: list[str | None], data: st.DataObject) -> None:
    links = chain(*contents)
    place = data.draw(st.integers(0, len(links) - 1))
    seal, line = links[place]
    assert line is not None
    what, flaw = data.draw(
        st.sampled_from([
            ((seal, replace(line, after="other than it was")), Flaw.LINE_CHANGED),
            ((seal, replace(line, before="")), Flaw.LINE_CHANGED),
            ((seal, replace(line, at=line.at + 1)), Flaw.SEAL_CHANGED),
            ((seal, replace(line, subject_key="other")), Flaw.SEAL_CHANGED),
            ((seal, replace(line, deed=Deed.DELETE)), Flaw.SEAL_CHANGED),
            ((replace(seal, login="bert"), line), Flaw.SEAL_CHANGED),
            ((replace(seal, client="10.0.0.8"), line), Flaw.SEAL_CHANGED),
            ((seal, None), Flaw.LINE_MISSING),
        ])
    )  # fmt: skip
    links[place] = what
    assert found(links) == [Finding(flaw, seal.seq)]


@examples(60)
@given(CONTENTS, st.data())
def test_a_seal_left_out_is_named(contents: list[str | None], data: st.DataObject) -> None:
    links = chain(*contents, "last")
    del links[data.draw(st.integers(0, len(links) - 2))]
    numbers = {seal.seq for seal, _ in links}
    (gone,) = set(range(1, len(links) + 2)) - numbers
    assert found(links) == [Finding(Flaw.SEAL_MISSING, gone)]


@pytest.mark.parametrize("content", ["", "{", "[1]", "7", '{"id": 5}', '{"id": "4"}', "{}"])
def test_what_is_no_row_of_an_entry_belongs_to_no_entry(content: str) -> None:
    line = JournalLine(10, 1_796_000_000, Deed.INSERT, "entry", "4", None, content, entry=4)
    bare = Seal(1, line.id, "anna", "", 4711, digest(None, content), "")
    links: Chain = [(replace(bare, hash=sealed(NO_HASH, 1, line, bare)), line)]
    assert found(links) == [Finding(Flaw.ELSEWHERE, 1)]


def test_a_tail_that_is_cut_is_missed_by_the_head_and_by_an_anchor() -> None:
    links = chain("a", "b", "c")
    short = links[:2]
    assert found(short, at=head(links)) == [Finding(Flaw.CUT, 2)]
    # who repairs the head, too, still cannot reach what was noted elsewhere
    assert not found(short)
    assert found(short, head(links)) == [Finding(Flaw.ANCHOR, 3)]


def test_a_chain_written_anew_agrees_with_itself_but_not_with_an_anchor() -> None:
    noted = head(chain("a", "b", "c"))
    anew = chain("a", "x", "c", "d")
    assert not found(anew)
    assert found(anew, noted) == [Finding(Flaw.ANCHOR, 3)]


def test_an_empty_journal_is_whole() -> None:
    assert not found([], Anchor(0, NO_HASH))
    assert found([], head(chain("a"))) == [Finding(Flaw.ANCHOR, 1)]


def test_an_anchor_is_read_as_it_is_printed() -> None:
    anchor = head(chain("a", "b"))
    assert Anchor.parse(f" {anchor}\n") == anchor
    assert Anchor.parse("0:") == Anchor(0, NO_HASH)


@pytest.mark.parametrize("text", ["", "3", "3:", "3:xyz", ":" + "0" * 64, "0:" + "0" * 64, "-1:" + "0" * 64])
def test_what_is_no_anchor_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no seal"):
        Anchor.parse(text)
