"""Small documents about places that don't exist."""

from __future__ import annotations

from loaders.extraction import from_json


def plan(number="青政发〔2031〕1号", title="青岚市稳增长工作方案", region="青岚市", **more):
    """An Extraction as a person would write it by hand."""
    data = {
        "doc": f"{number}.txt",
        "plan": {"title": title, "doc_number": number, "issuer": f"{region}人民政府", "issued_on": "2031-02-01",
                 "region": region},
        "parts": [{"part": "附件1", "title": "公园方案", "office": "市园林局", "members": ["市园林局", "市财政局"]}],
        "tasks": [
            {"part": "附件1", "path": ["二"], "title": "新建公园", "lead": ["市园林局"]},
            {"part": "附件1", "path": ["二", "(一)"], "title": "选址", "text": "选址三处。",
             "lead": ["市园林局"], "support": ["市财政局", "各县区人民政府"]},
            {"part": "附件1", "path": ["二", "(二)"], "title": "绿化", "responsible": ["市园林局", "市财政局"]},
        ],
        "indicators": [
            {"part": "附件1", "path": ["二", "(一)"], "name": "新建公园", "op": ">=", "value": 3, "unit": "个"},
            {"part": "", "path": [], "name": "绿地率", "value": 40, "unit": "%"},
        ],
        "citations": [{"title": "云岭省公园条例", "doc_number": None}],
        "breakdowns": [{"part": "附件1", "group": "", "name": "绿道", "unit": "公里", "total": 5,
                        "cells": [{"region": "东湾区", "value": 2}, {"region": "西湾区", "value": 3}]}],
        "findings": [{"code": "numbering", "severity": "info", "message": "序号不连续"}],
    }  # fmt: skip
    return from_json({**data, **more})
