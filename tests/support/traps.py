"""Documents made to tell two engines apart."""

from __future__ import annotations

from tests.support.plans import plan

ODD_NAMES = (
    "市“双碳”办", "市O'Brien局", '市"引号"局', "市反斜\\杠局", "市$plan局", "市;分号局", "市//注释局",
    "市𠮷𠀀局", "市😀局", "市豈局", "市Ａ局", "市a局", "市{id:1}局", "市换\n行局", "市%_局", "市`反引`局",
)  # fmt: skip


def traps():
    """All of them, as one list of Extractions."""
    return [plan(), _odd_names(), _many_tasks(), _nothing(), _ties(), *_circle(), *_mirrored(), _no_number()]


def _odd_names():
    """Quotes, backslashes, CJK Extension B, emoji; a unit with two roles in one task."""
    tasks = [
        {"part": "", "path": ["一", str(n)], "title": f"任务“{name}”'", "text": f"{name}负责。😀𠮷",
         "lead": [name], "support": [name, "市财政局"], "due_on": "2031-06-30"}
        for n, name in enumerate(ODD_NAMES)
    ]  # fmt: skip
    tasks.append({"part": "", "path": ["二"], "title": "两种角色", "lead": ["市财政局"], "support": ["市财政局"],
                  "responsible": ["市财政局"]})  # fmt: skip
    return plan(
        "青政发〔2031〕7号", "青岚市“怪名”'方案😀", parts=[], indicators=[], breakdowns=[], tasks=tasks
    )


def _many_tasks():
    tasks = [
        {"part": "", "path": ["一", str(n)], "title": f"第{n}项", "lead": ["市园林局"],
         "support": ["市财政局"] if n % 3 else [], "due_on": f"2031-{n % 12 + 1:02d}-28"}
        for n in range(2_000)
    ]  # fmt: skip
    return plan("青政发〔2031〕8号", "青岚市两千项任务", parts=[], indicators=[], breakdowns=[], tasks=tasks)


def _nothing():
    """No task, no indicator, no citation: sums and counts over nothing; members without a task."""
    return plan(
        "沙政发〔2031〕1号", "沙溪州空方案", "沙溪州", tasks=[], indicators=[], breakdowns=[], citations=[], findings=[],
        parts=[{"part": "附件1", "title": "空附件", "office": "州审计局", "members": ["州审计局", "州统计局"]}],
    )  # fmt: skip


def _ties():
    """Equal sort keys: same date, same amounts, units that no table knows, the same citation twice."""
    indicators = [
        {"part": "", "path": ["一"], "name": "并列指标", "value": value, "unit": unit, "op": "="}
        for value, unit in (
            (5, "万元"),
            (5, "万元"),
            (0, ""),
            (7, "个没有的单位"),
            (50_000, "元"),
            (0, "%"),
            (1.5, "%"),
        )
    ]
    tasks = [
        {"part": "", "path": ["一"], "title": "并列", "support": ["州财政局", "州教育局"]},
        {"part": "", "path": ["二"], "title": "并列", "lead": ["州教育局"], "deadline": "年底前"},
        {"part": "", "path": ["三"], "title": "并列", "responsible": ["州教育局", "州财政局"]},
    ]
    cells = [{"region": name, "value": 1} for name in ("东湾区", "西湾区", "东湾区")]
    return plan(
        "沙政发〔2031〕2号", "沙溪州并列方案", "沙溪州", parts=[], tasks=tasks, indicators=indicators,
        citations=[{"title": "同一办法", "doc_number": None}] * 2,
        breakdowns=[{"part": "", "group": "", "name": "并列", "unit": "个", "total": None, "cells": cells}],
    )  # fmt: skip


def _circle():
    numbers = [f"云政发〔2031〕{n}号" for n in (1, 2, 3)]
    return [
        plan(
            number, f"云岭省第{n}个方案", "云岭省", indicators=[], breakdowns=[],
            citations=[{"title": f"云岭省第{(n + 1) % 3}个方案", "doc_number": numbers[(n + 1) % 3]}],
        )
        for n, number in enumerate(numbers)
    ]  # fmt: skip


def _mirrored():
    """One action in two places, where who leads here supports there."""
    text = "开展校园周边食品摊点和餐饮门店卫生整治,建立巡查档案,公布检查结果。"
    pairs = (
        ("青政发〔2031〕19号", "青岚市", "市教育局", "市财政局"),
        ("沙政发〔2031〕19号", "沙溪州", "州财政局", "州教育局"),
    )
    return [
        plan(
            number, f"{place}校园周边整治方案", place, parts=[], indicators=[], breakdowns=[],
            tasks=[{"part": "", "path": ["一"], "title": "整治校园周边餐饮卫生", "text": text, "lead": [lead],
                    "support": [support]}],
        )
        for number, place, lead, support in pairs
    ]  # fmt: skip


def _no_number():
    """Neither number nor date: their columns are null."""
    return plan(
        "", "无文号方案", "云岭省",
        plan={"title": "无文号方案", "doc_number": None, "issuer": None, "issued_on": None, "region": "云岭省"},
    )  # fmt: skip
