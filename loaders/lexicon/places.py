"""Minimal stand-in."""

import re


def plan_region(title: str, issuer: str | None, doc_number: str | None) -> str | None:
    for text in (issuer or "", title):
        if text.startswith("国务院"):
            return "全国"
        match = re.match(r"(?:\d{4}年)?(?:中共)?(.{2,8}?(?:自治州|省|市|县|区|州|旗))", text)
        if match:
            return match[1]
    return None
