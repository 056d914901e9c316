"""A practice set up by a store's address: all of it or nothing, not even the store."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.setup_outcomes import Fate
from praxidesk.exchange.practice_file import PracticeFile, PracticeFileError
from praxidesk.exchange.toml_document import Source
from praxidesk.models import queries
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services import founding
from praxidesk.services.founding import found, rehearsed
from praxidesk.services.setup import SetupRefused, apply
from tests.models.faults import fault_of

TOML = """
[site]
code = "HAUS"
name = "Haus am Wall"
timezone = "Europe/Berlin"
holidays = "DE-BE"
hours = [{ days = ["mon", "tue"], from = "08:00", to = "18:00" }]

[policy]
gap_too_short = "off"

[[practitioner]]
code = "WEB"
name = "Dr. Lena Weber"

[[appointment_type]]
code = "KONTR"
name = "Kontrolle"
minutes = 20
"""
VALUES: Mapping[str, object] = {
    "site": {
        "code": "HAUS",
        "name": "Haus am Wall",
        "timezone": "Europe/Berlin",
        "holidays": "DE-BE",
        "hours": [{"days": ["mon", "tue"], "from": "08:00", "to": "18:00"}],
    },
    "policy": {"gap_too_short": "off"},
    "practitioner": [{"code": "WEB", "name": "Dr. Lena Weber"}],
    "appointment_type": [{"code": "KONTR", "name": "Kontrolle", "minutes": 20}],
}


def practice_at(url: str) -> Practice:
    with closing(Store.open(url)) as store, store.read() as connection:
        return queries.practice(connection)


@pytest.mark.parametrize("source", [TOML, VALUES], ids=["text", "values"])
def test_a_practice_is_set_up_where_nothing_is(tmp_path: Path, source: Source) -> None:
    url = str(tmp_path / "new" / "praxis.db")
    promised = rehearsed(url, source)
    assert not (tmp_path / "new").exists()
    assert found(url, source) == promised
    assert promised.count(Fate.CREATED) == 3
    assert practice_at(url).site.name == "Haus am Wall"


def test_values_and_text_are_the_same_practice(tmp_path: Path) -> None:
    found(str(tmp_path / "text.db"), TOML)
    found(str(tmp_path / "values.db"), VALUES)
    assert practice_at(str(tmp_path / "text.db")) == practice_at(str(tmp_path / "values.db"))


def test_a_rehearsal_on_a_store_leaves_nothing_behind(store_url: str) -> None:
    promised = rehearsed(store_url, TOML)
    with pytest.raises(StoreUnavailable, match=r"^empty"):
        practice_at(store_url)
    assert found(store_url, TOML) == promised
    before = practice_at(store_url)
    changed = TOML.replace("Kontrolle", "Nachsorge")
    assert [line.code for line in rehearsed(store_url, changed).changed] == ["KONTR"]
    assert practice_at(store_url) == before


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        pytest.param(TOML.replace("Europe/Berlin", "Berlin"), PracticeFileError, id="no zone"),
        pytest.param({"practitioner": []}, SetupRefused, id="no site"),
        pytest.param({"site": "x"}, PracticeFileError, id="no table"),
    ],
)
def test_no_store_is_made_for_what_is_no_practice(
    tmp_path: Path, source: Source, refusal: type[Exception]
) -> None:
    for work in (found, rehearsed):
        with pytest.raises(refusal):
            work(str(tmp_path / "praxis.db"), source)
    assert not list(tmp_path.iterdir())


def _on_a_full_disk(store: Store, file: PracticeFile) -> object:
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    return apply(store, file)


def _much(count: int) -> Mapping[str, object]:
    patients = [
        {"number": f"P{n}", "family": "Mül" * 30, "given": "Jö" * 30, "note": "n" * 900} for n in range(count)
    ]
    return {**VALUES, "patient": patients}


def test_a_disk_that_fills_leaves_no_half_made_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(founding, "apply", _on_a_full_disk)
    url = str(tmp_path / "praxis.db")
    assert fault_of(lambda: found(url, _much(200))).fault is StoreFault.DISK_FULL
    assert not list(tmp_path.iterdir())


def test_a_disk_that_fills_leaves_a_store_that_was_there_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = str(tmp_path / "praxis.db")
    found(url, VALUES)
    before = practice_at(url)
    monkeypatch.setattr(founding, "apply", _on_a_full_disk)
    assert fault_of(lambda: found(url, _much(200))).fault is StoreFault.DISK_FULL
    assert practice_at(url) == before


def test_a_practice_that_somebody_else_set_up_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = str(tmp_path / "praxis.db")

    def overtaken(store: Store, file: PracticeFile) -> object:
        apply(store, file)
        raise StoreUnavailable(StoreFault.BUSY, "made up")

    monkeypatch.setattr(founding, "apply", overtaken)
    assert fault_of(lambda: found(url, VALUES)).fault is StoreFault.BUSY
    assert practice_at(url).site.code == "HAUS"
