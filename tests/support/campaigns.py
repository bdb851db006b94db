"""The same campaign in several places that don't exist, each worded its own way."""

from __future__ import annotations

from tests.support.plans import plan

PARKS = [
    (
        "建设口袋公园",
        "利用边角地建设口袋公园,完善健身步道和休憩设施,方便群众就近休闲。",
        "市园林局",
        "市财政局",
    ),
    (
        "整治黑臭水体",
        "开展黑臭水体治理,封堵入河排污口,清理河道淤泥,恢复水体自净能力。",
        "市水务局",
        "市生态环境局",
    ),
]
SAME = [
    ("加快口袋公园建设", "用好城市边角地建设口袋公园,配齐健身步道、休憩设施,让群众就近休闲健身。", "市林业局", "市财政局"),
    ("治理黑臭水体", "封堵入河排污口,清理河道淤泥,推进黑臭水体治理,恢复水体自净能力。", "市生态环境局", "市水务局"),
    ("举办龙舟邀请赛", "端午期间举办龙舟邀请赛,邀请八支队伍参赛,带动滨水旅游消费。", "市体育局", "市文旅局"),
]  # fmt: skip


def campaign(region: str, year: int, tasks: list[tuple[str, str, str, str]], **more: object):
    """A plan of a place and a year; tasks are (title, text, lead, support)."""
    listed = [
        {"part": "", "path": ["一", str(number)], "title": title, "text": text, "lead": [lead], "support": [support]}
        for number, (title, text, lead, support) in enumerate(tasks, 1)
    ]  # fmt: skip
    number = f"{region[0]}政办发〔{year}〕3号"
    base = {"parts": [], "tasks": listed, "indicators": [], "breakdowns": [], "citations": [], "findings": []}
    head = {"title": f"{region}{year}年城市更新工作方案", "doc_number": number, "issuer": f"{region}人民政府",
            "issued_on": f"{year}-02-01", "region": region}  # fmt: skip
    return plan(number, plan=head, **{**base, **more})
