"""Rows that copying put under the wrong label."""

HEAD = "工作任务\t具体措施\t责任单位\n"
OTHERS = [
    "安排经费。",
    "督促检查。",
    "定期通报。",
    "接受监督。",
    "总结经验。",
    "公开结果。",
    "建立台账。",
    "落实责任。",
]


def rows(first, *labelled):
    """A table whose group is printed on its second row; then rows of (label, words)."""
    lines = [f"{label}\t({n}) {words}\t市园林局\n" for n, (label, words) in enumerate([*first, *labelled], 1)]
    more = [f"\t({n}) {words}\t市园林局\n" for n, words in enumerate(OTHERS, len(lines) + 1)]
    return HEAD + "".join(lines + more)


FIRST = [("1.公园绿地建设", "种树。"), ("(一)绿城", "种草。")]


def test_a_row_before_a_label_whose_words_it_shares_goes_over(paths):
    text = rows(FIRST, ("", "清淤河道三公里。"), ("2.整治河道", "修堤。"))
    assert paths(text)[:4] == ["(一)/1/(1)", "(一)/1/(2)", "(一)/2/(3)", "(一)/2/(4)"]


def test_a_row_beside_a_label_stays_with_the_one_whose_words_it_shares(paths):
    text = rows(FIRST, ("2.整治河道", "公园绿地补种。"), ("", "修堤。"))
    assert paths(text)[:4] == ["(一)/1/(1)", "(一)/1/(2)", "(一)/1/(3)", "(一)/2/(4)"]


def test_a_table_whose_labels_stand_first_is_left_alone(paths):
    text = rows([("(一)绿城 1.公园绿地建设", "种树。")], ("", "清淤河道三公里。"), ("2.整治河道", "修堤。"))
    assert paths(text)[:3] == ["(一)/1/(1)", "(一)/1/(2)", "(一)/2/(3)"]
