import pytest

from praxidesk.exchange.csv_patterns import Part, Patterns
from praxidesk.exchange.texts import UnreadableError


@pytest.mark.parametrize("part", Part)
def test_a_date_that_is_written_otherwise_says_what_is_missing(part: Part) -> None:
    with pytest.raises(UnreadableError) as refused:
        Patterns(part).read("31.12.1951")
    assert ('needs format = "%d.%m.%Y"' in str(refused.value)) == (part is not Part.TIME)
    with pytest.raises(UnreadableError, match="is not written as %d"):
        Patterns(part, ("%d.%m.%Y",)).read("1951-12-31")
