"""Pages of two columns, and what only looks like them."""

from loaders.readers.pdf_columns import page_lines
from loaders.readers.pdf_page import Char

LEFT = (
    "一、建好公园。新建公园十座,改造步道",
    "二十公里。(市园林局牵头,市财政局、市",
    "住建局配合)",
    "二、修好道路。全市修补路面三十万平方",
    "米,更换井盖两千座,由各县区自行安排",
    "资金。(市交通局负责)",
    "三、办好学校。新增学位八千个,改造食",
    "堂四十所,做到城乡一样、远近一样,家",
)
RIGHT = (
    "长满意、学生喜欢。(市教育局负责)",
    "四、管好河湖。清理河道一百公里,建好",
    "水质自动站六座。(市水利局牵头)",
    "五、通好公交。新开线路五条,更新车辆",
    "八十台,覆盖所有乡镇,票价不变,班次",
    "不减,老人免费。(市交通局、市财政局",
    "按职责分工负责)",
    "六、其他。以上各项按月通报进展情况。",
)


def column(texts: tuple[str, ...], x: float, top: float) -> list[Char]:
    return [
        Char(char, x + 12 * at, top + 18 * row, x + 12 * at + 12, top + 18 * row + 12)
        for row, text in enumerate(texts)
        for at, char in enumerate(text)
    ]


def texts(chars: list[Char], gutters: set[int] | None = None) -> list[str]:
    return [line.text for line in page_lines(chars, gutters if gutters is not None else set())]


def test_columns_are_read_one_after_the_other() -> None:
    title = column(("关于印发青岚市二〇三一年民生实事的通知",), 120, 40)
    number = column(("—1—",), 208, 400)
    chars = title + column(LEFT, 0, 80) + column(RIGHT, 240, 80) + number
    assert texts(chars) == ["关于印发青岚市二〇三一年民生实事的通知", *LEFT, *RIGHT, "—1—"]


def test_lines_of_the_columns_need_not_stand_at_one_height() -> None:
    assert texts(column(LEFT, 0, 80) + column(RIGHT, 240, 89)) == [*LEFT, *RIGHT]


def test_a_few_lines_suffice_where_a_page_before_had_columns() -> None:
    gutters: set[int] = set()
    texts(column(LEFT, 0, 80) + column(RIGHT, 240, 80), gutters)
    head = column(("青岚市公报",), 0, 30) + column(("第三期",), 240, 30)
    last = head + column(LEFT[:3], 0, 80) + column(RIGHT[:2], 240, 80)
    assert texts(last, gutters) == ["青岚市公报 第三期", *LEFT[:3], *RIGHT[:2]]
    assert texts(last, set())[1] == f"{LEFT[0]} {RIGHT[0]}"


def test_cells_that_begin_side_by_side_stay_in_their_rows() -> None:
    left = (LEFT[0], LEFT[1], LEFT[2], LEFT[3], LEFT[4], LEFT[5], LEFT[6], LEFT[2])
    right = (RIGHT[1], RIGHT[4], RIGHT[6], RIGHT[3], RIGHT[4], RIGHT[6], RIGHT[3], RIGHT[4])
    assert texts(column(left, 0, 80) + column(right, 240, 80))[0] == f"{left[0]} {right[0]}"


def test_a_list_of_names_and_offices_stays_in_its_rows() -> None:
    left = ("王一", "李二", "张三", "赵四", "钱五", "孙六", "周七", "吴八")
    assert texts(column(left, 0, 80) + column(RIGHT, 240, 80))[0] == f"{left[0]} {RIGHT[0]}"


def test_a_page_of_one_column() -> None:
    assert texts(column(LEFT, 0, 80)) == list(LEFT)
    assert texts([]) == []
