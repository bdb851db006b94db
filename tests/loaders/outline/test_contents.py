"""A table of contents before the text is no outline."""

from __future__ import annotations

import pytest

from tests.support.reading import read, tasks_of

HEAD = "青岚市人民政府办公室关于印发《青岚市公园行动方案》的通知\n"
ENTRIES = ("一、总体要求", "二、重点任务", "（一）公园建设", "（二）绿道建设", "三、保障措施")
BODY = (
    "一、总体要求\n建设公园城市，让市民推窗见绿、出门见园，到2031年新建公园30个。\n二、重点任务\n"
    "（一）公园建设。新建公园。（市园林局负责）\n（二）绿道建设。新建绿道。（市水利局负责）\n三、保障措施\n加强协调。\n"
)
TASKS = {"二/(一)": {"responsible": ["市园林局"]}, "二/(二)": {"responsible": ["市水利局"]}}


@pytest.mark.parametrize(
    "leads", ["", "\t{}", " {}", "{}", "......{}", "…………{}", ".................", " . . . . . ({})"]
)
@pytest.mark.parametrize("heading", ["目　录\n", "目录\n", "【目录】\n"])
def test_entries_are_no_items(heading, leads):
    entries = "".join(f"{entry}{leads.format(page)}\n" for page, entry in enumerate(ENTRIES, 1))
    assert tasks_of(HEAD + heading + entries + BODY) == TASKS


def test_a_preface_may_stand_between_the_entries_and_the_text():
    preface = "前　言\n建设公园城市是全市人民的期盼，也是本市今后五年城市建设的主线，各级各部门要深刻认识其意义和要求。\n"
    assert tasks_of(HEAD + "目录\n" + "\n".join(ENTRIES) + "\n" + preface + BODY) == TASKS


def test_dots_alone_tell_entries():
    dotted = "".join(f"{entry}…………{page}\n" for page, entry in enumerate(ENTRIES, 1))
    assert tasks_of(HEAD + dotted + BODY) == TASKS


def test_entries_open_no_annexes():
    contents = "目录\n" + "".join(f"{entry}\t1\n" for entry in (*ENTRIES, "附件1 任务表", "附件2 名单"))
    found = read(HEAD + contents + BODY + "附件1\n任务表\n1.修路。（市交通局负责）\n附件2\n名单\n无。\n")
    assert [part.part for part in found.parts] == ["", "附件1", "附件2"]


def test_a_catalogue_that_the_text_does_not_repeat_is_text():
    listed = "目录\n1.市园林局负责公园养护。\n2.市水利局负责绿道养护。\n3.市城管局负责步道养护。\n"
    assert set(tasks_of(HEAD + listed)) == {"1", "2", "3"}


def test_an_excerpt_repeats_the_first_entries():
    rest = tuple(f"（{mark}）步道建设{mark}" for mark in "三四五六七八九十")
    listed = "目录\n" + "".join(
        f"{entry}\n" for entry in (*ENTRIES, *(f"{n}、待续{n}" for n in "四五六七八九十"))
    )
    whole = BODY + "四、待续四\n无。\n五、待续五\n无。\n六、待续六\n无。\n七、待续七\n无。\n"
    cut = listed + "".join(f"{n}{entry}\n" for n, entry in enumerate(rest))
    assert tasks_of(HEAD + listed + whole) == TASKS
    assert tasks_of(HEAD + cut + whole) == TASKS
