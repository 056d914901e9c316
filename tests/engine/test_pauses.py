"""Long work pauses where whoever began it on this thread wants it to."""

import threading

from praxidesk.engine.pauses import pause, pause_for, pausing


def test_a_pause_comes_before_the_first_item_and_after_every_so_many() -> None:
    said: list[str | int] = []
    pause_for(lambda: said.append("pause"))
    try:
        for item in pausing(range(5), 2):
            said.append(item)
    finally:
        pause_for(None)
    assert said == ["pause", 0, 1, "pause", 2, 3, "pause", 4]
    pause()
    assert said.count("pause") == 3, "nobody wants it any more"


def test_another_thread_pauses_for_nobody() -> None:
    said: list[str] = []
    pause_for(lambda: said.append("pause"))
    other = threading.Thread(target=pause)
    other.start()
    other.join()
    pause_for(None)
    assert said == []
