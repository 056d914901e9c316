from praxidesk.ui.sign_in.sign_in_words import place_text
from praxidesk.worker.premises import Keeping, Premises


def test_several_servers_are_named_so_that_a_line_can_break_between_them() -> None:
    said = place_text(Premises(Keeping.SERVER, "db1:5433,db2/praxis"))
    assert "“praxis” on db1:5433, db2." in said
    assert "Practice" not in place_text(Premises())
