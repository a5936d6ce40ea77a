from sayso import analyse


def test_the_sentence_of_a_claim_holds_all_of_its_words() -> None:
    text = "Letters from the flood\n\n'I am cold. Nobody has come for us.'\n\nThe Oss broke its banks, the mayor said."
    found = analyse(text)
    assert found.claims
    for claim in found.claims:
        assert claim.sentence.covers(claim.span), claim.words
