"""The newest so many are kept, and the oldest alone goes for each that comes."""

from praxidesk.ui.newest import Newest


def test_the_oldest_goes_for_each_that_comes() -> None:
    kept: Newest[int, str] = Newest(3)
    for each in range(3):
        kept[each] = str(each)
    kept[0] = "anew"
    kept[3] = "3"
    assert dict(kept) == {2: "2", 0: "anew", 3: "3"}


def test_to_ask_for_it_makes_nothing_newer() -> None:
    kept: Newest[int, str] = Newest(2)
    kept[1], kept[2] = "1", "2"
    assert kept.get(1) == "1"
    kept[3] = "3"
    assert list(kept) == [2, 3]
