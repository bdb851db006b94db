"""Minimal stand-in."""

import re


def functions_of(name: str) -> tuple[str, ...]:
    return (
        (name,)
        if re.match(
            r"(科技|财政|教育|工业|商务|民政|农业|住房|交通|水利|发展|司法|公安|文化|卫生|审计|税务|市场|应急|林业|生态|自然|人力|退役|统计|医保|金融|国资)",
            name,
        )
        else ()
    )
