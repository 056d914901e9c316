"""The list of the mutation check keeps up with the code that it breaks."""

from tools.mutations import ROOT, mutations


def test_what_a_mutation_breaks_stands_there_once() -> None:
    assert [(each.rule, each.file) for each in mutations() if not each.stands] == []
    assert [each.rule for each in mutations() if each.new == each.old] == []


def test_the_tests_that_must_notice_are_there() -> None:
    named = {each.partition("::")[0] for mutation in mutations() for each in mutation.tests}
    assert sorted(each for each in named if not (ROOT / each).is_file()) == []


def test_each_mutation_has_its_own_name() -> None:
    names = [each.rule for each in mutations()]
    assert sorted(set(names)) == sorted(names)
