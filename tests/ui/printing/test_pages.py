from praxidesk.ui.printing.faces import NAME, fitted, width, wrapped
from praxidesk.ui.printing.marks import Text
from praxidesk.ui.printing.pages import Row, flow


def rows(*heights: float) -> list[Row]:
    return [Row(height, ()) for height in heights]


def test_a_row_that_does_not_fit_begins_the_next_page() -> None:
    pages = flow(rows(40, 40, 40), 10, 100)
    assert [[placed.top for placed in page.rows] for page in pages] == [[10, 50], [10]]


def test_no_row_is_one_empty_page() -> None:
    assert [page.rows for page in flow([], 10, 100)] == [()]


def test_a_row_taller_than_a_page_stands_alone() -> None:
    pages = flow(rows(20, 200, 20), 10, 100)
    assert [len(page.rows) for page in pages] == [1, 1, 1]


def test_a_heading_is_not_left_behind() -> None:
    heading = Row(20, (), stays_with_next=True)
    pages = flow([*rows(60), heading, *rows(30)], 0, 100)
    assert [len(page.rows) for page in pages] == [1, 2]


def test_a_heading_is_repeated_where_its_rows_go_on() -> None:
    again = Row(20, (Text(0, 10, "again", NAME),))
    pages = flow([Row(50, (), again=again) for _ in range(3)], 0, 100)
    assert [placed.row is again for placed in pages[1].rows] == [True, False]
    assert pages[1].rows[1].top == 20


def test_what_fits_is_left_alone_and_what_does_not_ends_in_an_ellipsis() -> None:
    assert fitted("Kaya", NAME, 100) == "Kaya"
    cut = fitted("K" * 100, NAME, 50)
    assert cut.endswith("…")
    assert width(cut, NAME) <= 50


def test_wrapped_text_loses_nothing_but_what_is_too_much() -> None:
    text = "one two three four five six seven"
    assert " ".join(wrapped(text, NAME, 60, 9)) == text
    short = wrapped(text, NAME, 60, 2)
    assert len(short) == 2
    assert short[1].endswith("…")
    assert all(width(line, NAME) <= 60 for line in short)
    assert wrapped("", NAME, 60, 2) == ()
