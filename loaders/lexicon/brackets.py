"""Brackets in a unit's name: a second nameplate, or an organ of its own."""

from __future__ import annotations

import re

FOLD = str.maketrans(
    {"\uff08": "(", "\uff09": ")", "\u3008": "(", "\u3009": ")", "\uff0c": ","}
    | dict.fromkeys("“”\"'‘’ 「」\t", "")
)
"""Brackets made half-width; quotation marks and blanks dropped."""

_OWN_ORGAN = re.compile(r"(?:办|室|中心|工商联|科协|残联|妇联|侨联)$")
_GENERAL_OFFICE = re.compile(r"(?:府|委|会)办(?:公[室厅])?$")
_HOST = re.compile(r"[局委厅部]$")
_OWN_PLACE = re.compile(r"[省市县区州旗盟镇乡]")


def split_brackets(name: str) -> list[str]:
    """The name outside its brackets, then what each outer pair encloses; quotes and blanks dropped."""
    parts, depth, group = [""], 0, ""
    for char in name.translate(FOLD):
        if char == "(":
            depth += 1
            group = group + char if depth > 1 else ""
        elif char == ")" and depth:
            depth -= 1
            if depth == 0:
                parts += [piece for piece in re.split("[,、;]", group) if piece]
            else:
                group += char
        elif depth:
            group += char
        else:
            parts[0] += char
    return parts


def is_own_organ(host: str, group: str) -> bool:
    """Is the organ in brackets a unit of its own, not its host's second nameplate?

    What hangs on a general office is; else what bears no place of its own: 区发改财政局(金融办), but
    市农业农村局(市委农办) is one bureau.
    """
    if not _OWN_ORGAN.search(group):
        return False
    return bool(_GENERAL_OFFICE.search(host) or (_HOST.search(host) and not _OWN_PLACE.match(group)))
