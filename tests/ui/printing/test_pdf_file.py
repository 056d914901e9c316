import re

import pytest

from praxidesk.ui.printing.job import Job, PrintKind
from praxidesk.ui.printing.pdf_file import pdf_bytes
from praxidesk.worker.questions.printing import DaysToPrint, SlipToPrint
from tests.ui.desk_practice import KOC, MONDAY, NOW, WEBER
from tests.ui.printing.sheets import HOSTILE, STAMP, document, named, visit


def page_count(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", content))


@pytest.mark.parametrize(("count", "pages"), [(0, 2), (200, 7)])
def test_a_pdf_has_as_many_pages_as_the_document(count: int, pages: int) -> None:
    entries = tuple(visit(number + 1, 8 * 60 + number, 1) for number in range(count))
    made = document(Job(PrintKind.DAY, MONDAY, (WEBER, KOC)), DaysToPrint(entries, NOW))
    assert made.count == pages
    content = pdf_bytes(made, STAMP)
    assert content.startswith(b"%PDF-")
    assert page_count(content) == pages


def test_its_size_and_title_are_those_of_the_sheet() -> None:
    entry = named(HOSTILE[0], "Secret")
    made = document(Job(PrintKind.SLIP, MONDAY, entry=entry.id), SlipToPrint(entry, (), NOW))
    content = pdf_bytes(made, STAMP)
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", content)
    assert box is not None
    assert (float(box[1]), float(box[2])) == pytest.approx((297.6, 419.5), abs=1)
    assert "Secret" not in made.title
    assert "Secret".encode("utf-16-be") not in content
