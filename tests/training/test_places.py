"""What the weights of places learn from gold and from invented reports."""

from training.places.fit import Choice, Figure, Mention, fitted, rolled


def a_choice(article: str, right: tuple[bool, bool]) -> Choice:
    return Choice(article, (("near",), ("far",)), right)


def test_a_figure_of_an_invented_report_counts_less_than_one_of_the_gold() -> None:
    weights = fitted([a_choice("g1", (True, False)), a_choice("w1_1", (False, True))])
    assert weights[False]["near"] > weights[False]["far"]


def test_reports_without_paragraphs_have_weights_of_their_own() -> None:
    choices = [Choice("g1", (("near",), ("far",)), (run_on, not run_on), run_on) for run_on in (True, False)]
    weights = fitted(choices * 20)
    assert weights[True]["near"] > weights[True]["far"]
    assert weights[False]["near"] < weights[False]["far"]


def test_no_place_is_right_where_the_annotators_give_none() -> None:
    mention = Mention(("far",), "arda", 0, (), (), 2, right=False)
    figure = Figure("g1", 3, own=False, asked=True, mentions=(mention,), nowhere=("nowhere",), unplaced=True)
    assert rolled([figure], {False: {"nowhere": 1.0}})[1] == 1
    assert rolled([figure], {False: {"far": 1.0}})[1] == 0
