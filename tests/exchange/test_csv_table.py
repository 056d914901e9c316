"""A foreign table is read record by record, and what is wrong with one is said of its line."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.exchange.csv_mapping import Layout
from praxidesk.exchange.csv_table import LONGEST_LINE, Record, Table, TableError, open_table


def table(text: str, layout: Layout | None = None) -> Table:
    return Table("t.csv", io.StringIO(text, newline=""), layout or Layout())


def lines_of(records: Sequence[Record]) -> list[tuple[int, list[str]]]:
    return [(record.line, list(record.cells)) for record in records if not record.fault]


def test_rows_know_their_line_even_behind_quoted_line_ends() -> None:
    read = table('a,b\n1,"x\ny\nz"\n2,q\n')
    assert read.columns == ("a", "b")
    assert [record.line for record in read.records()] == [2, 5]


def test_blank_lines_and_rows_without_content_are_no_rows() -> None:
    assert lines_of(list(table("a,b\n\n1,2\n , \n\n3,4\n").records())) == [(3, ["1", "2"]), (6, ["3", "4"])]


def test_lines_before_the_header_can_be_skipped() -> None:
    read = table("Export of 3 January\n\na;b\n1;2\n", Layout(delimiter=";", skip_lines=2))
    assert read.columns == ("a", "b")
    assert lines_of(list(read.records())) == [(4, ["1", "2"])]


def test_a_table_without_header_has_positions() -> None:
    read = table("1,2\n3,4\n", Layout(header=False))
    assert read.places([2, 1]) == {2: 1, 1: 0}
    assert lines_of(list(read.records())) == [(1, ["1", "2"]), (2, ["3", "4"])]


def test_a_table_without_quotes_keeps_them_as_text() -> None:
    read = table('a|b\n5" tube|x\n', Layout(delimiter="|", quote=""))
    assert lines_of(list(read.records())) == [(2, ['5" tube', "x"])]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("a,b\n1\n2,3\n", 2, "has 1 cells where the header has 2", id="short"),
        pytest.param("a,b\n1,2,3\n", 2, "has 3 cells where the header has 2", id="long"),
        pytest.param('a,b\n1,2\n"x"y,3\n4,5\n', 3, "is quoted wrongly", id="text-behind-a-quote"),
        pytest.param('a,b\n1,2\n3,"open\n4,5\n', 3, "lines 3 to 4 cannot be told apart", id="open-quote"),
        pytest.param(
            'a,b\n3,"' + "open\n" * 40_000, 2, "a quote is opened but not closed", id="endless-quote"
        ),
    ],
)
def test_a_broken_row_is_named_and_the_others_are_read(text: str, line: int, says: str) -> None:
    records = list(table(text).records())
    broken = [record for record in records if record.fault]
    assert (broken[0].line, says in broken[0].fault) == (line, True), broken[0]
    whole = [record.cells for record in records if not record.fault]
    assert all(len(cells) == 2 for cells in whole)


@pytest.mark.parametrize(
    ("used", "says"),
    [
        pytest.param(["c"], 'not there: "c"; the header has "a", "b", "b"', id="missing"),
        pytest.param(["b"], '"b" (it stands twice in the header)', id="twice"),
        pytest.param([4], "not there: 4;", id="position"),
    ],
)
def test_columns_that_are_not_there_are_named(used: list[str | int], says: str) -> None:
    with pytest.raises(TableError) as refusal:
        table("a,b,b\n1,2,3\n").places(used)
    assert says in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "layout", "says"),
    [
        pytest.param(b"", Layout(), "is empty: there is no header", id="empty"),
        pytest.param(b"\n\n", Layout(), "is empty: there is no header", id="blank"),
        pytest.param(b"", Layout(header=False), "is empty: there is no first row", id="empty-without-header"),
        pytest.param(b'"a\n', Layout(), "line 1: the header a quote is opened", id="header-open"),
        pytest.param("a,b".encode("utf-16"), Layout(), "is utf-16 by its first bytes", id="utf-16"),
        pytest.param(b"\xef\xbb\xbfa", Layout(encoding="cp1252"), "is utf-8 by its first bytes", id="bom"),
        pytest.param(
            b"a" * (LONGEST_LINE + 1), Layout(), "line 1 has more than 1,000,000 characters", id="one-line"
        ),
    ],
)
def test_what_is_no_table_is_refused_with_its_name(
    tmp_path: Path, content: bytes, layout: Layout, says: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(TableError) as refusal, open_table(path, layout):
        pass
    assert says in str(refusal.value)
    assert str(path) in str(refusal.value)


def test_a_file_cut_within_a_character_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("a,b\n1,2\n3,4".encode("utf-16")[:-1])
    with (
        pytest.raises(TableError, match="cannot be read after line"),
        open_table(path, Layout(encoding="utf-16")) as read,
    ):
        list(read.records())


def test_files_that_cannot_be_opened_are_named(tmp_path: Path) -> None:
    for path, says in (
        (tmp_path, "is a folder"),
        (tmp_path / "no.csv", "no such file"),
        (Path("a\0"), "cannot be read"),
    ):
        with pytest.raises(TableError, match=says), open_table(path, Layout()):
            pass


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859-15"])
def test_each_encoding_gives_the_same_cells(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("Straße,Öffner\r\nGrün,ß\r\n".encode(encoding))
    with open_table(path, Layout(encoding=encoding.replace("utf-8-sig", "utf-8"))) as read:
        assert read.columns == ("Straße", "Öffner")
        assert lines_of(list(read.records())) == [(2, ["Grün", "ß"])]


def test_bytes_of_another_encoding_spoil_only_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a,b\nM\xfcller,1\nMeier,2\n")
    with open_table(path, Layout()) as read:
        assert lines_of(list(read.records())) == [(2, ["M\udcfcller", "1"]), (3, ["Meier", "2"])]


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from([",", ";", "\t"]))
def test_any_text_is_a_table_or_refused(text: str, delimiter: str) -> None:
    try:
        records = list(table(text, Layout(delimiter=delimiter)).records())
    except TableError:
        return
    lines = [record.line for record in records]
    assert lines == sorted(set(lines))
