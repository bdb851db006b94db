"""What pairs of characters tell."""

from graph.asking.grams import Grams, weights_of


def test_a_pair_that_nearly_every_text_holds_tells_least_and_one_that_none_holds_less_than_a_rare_one():
    texts = Grams([f"建设公园{chr(0x4E00 + n)}" for n in range(3000)])
    weights, full = weights_of(["建设", "园一", "火星"], texts)
    assert weights["建设"] < weights["火星"] < weights["园一"]
    assert full > sum(weights.values())
