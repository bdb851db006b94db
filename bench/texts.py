"""Plan-like text of any length, from a seed: headings, items, measures and clauses."""

from __future__ import annotations

import random

_VERBS = ["加快", "推进", "完善", "培育", "改造", "建设", "规范", "提升", "落实", "开展"]
_THINGS = [
    "农村公路",
    "社区食堂",
    "产业园区",
    "公共服务",
    "水利工程",
    "职业教育",
    "数字平台",
    "养老机构",
    "绿化带",
]
_MEASURES = ["新增{n}个以上", "达到{n}万户", "增长{n}%以上", "完成投资{n}亿元", "建成{n}公里", "不低于{n}%"]
_BUREAUS = [
    "发展改革委",
    "教育局",
    "科技局",
    "工信局",
    "民政局",
    "财政局",
    "住建局",
    "交通运输局",
    "水利局",
    "商务局",
]
_CN = "一二三四五六七八九十"


_HEADING = ("青岚市提升公共服务工作方案", "青政办发〔2031〕2号")


def plan_text(characters: int, seed: int = 1, heading: tuple[str, str] = _HEADING) -> str:
    """A plan of at least that many characters: title, number, three levels of items, a clause each."""
    rng = random.Random(seed)
    lines = [*heading, "各县市区人民政府,市直有关单位:"]
    size, chapter = 0, 0
    while size < characters:
        lines.append(f"{_CN[chapter % 10]}、{rng.choice(_VERBS)}{rng.choice(_THINGS)}")
        for section in range(5):
            lines.append(f"({_CN[section]}){rng.choice(_VERBS)}{rng.choice(_THINGS)}。")
            lines += [_item(rng, number) for number in range(1, 8)]
        chapter += 1
        size = sum(map(len, lines[-41:])) + size
    return "\n".join(lines) + "\n"


def _item(rng: random.Random, number: int) -> str:
    body = ",".join(f"{rng.choice(_VERBS)}{rng.choice(_THINGS)}" for _ in range(rng.randint(4, 14)))
    measure = rng.choice(_MEASURES).format(n=rng.randint(2, 900))
    first, *others = rng.sample(_BUREAUS, rng.randint(1, 7))
    support = f",{'、'.join('市' + each for each in others)}等按职责分工负责" if others else ""
    thing = rng.choice(_THINGS)
    return f"{number}.{rng.choice(_VERBS)}{thing}。{body}。{thing}{measure}。(市{first}牵头{support})"
