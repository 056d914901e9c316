import pytest

from praxidesk.engine.logins import LoginFault, LoginRefused
from praxidesk.engine.passwords import PasswordFlaw
from praxidesk.engine.roles import StaffRole
from praxidesk.ui.logins.login_words import fault_text, refused_text, role_about


@pytest.mark.parametrize("why", [*LoginFault, *PasswordFlaw])
def test_every_reason_has_words_of_its_own(why: LoginFault | PasswordFlaw) -> None:
    said = fault_text(why, "anna")
    assert said.endswith((".", "init"))
    assert [each for each in (*LoginFault, *PasswordFlaw) if fault_text(each, "anna") == said] == [why]


def test_what_a_server_says_for_which_there_are_no_words_is_told_as_it_is() -> None:
    refused = LoginRefused(LoginFault.OTHER, "there is no user anna")
    assert refused_text(refused, "anna", 0) == "It was refused: there is no user anna"
    waits = LoginRefused(LoginFault.WAITING, until=100)
    assert refused_text(waits, "", 40) == "Too many wrong passwords. Try again in 60 second(s)."
    assert refused_text(waits, "", 100) == "Too many wrong passwords."
    assert len({role_about(each) for each in StaffRole}) == len(StaffRole)
