"""What titles end with, what stands behind them, and how opening words begin, within a line."""

from __future__ import annotations

KIND = "(?:方案|意见|计划|规划|办法|措施|要点|清单|通知|决定|规定|纲要|细则|通报|批复|预案)"
STATE = r"(?:\([^()]{2,12}\)){0,2}"
"""The years or the state of a text behind its title: (2031-2033年)(送审稿)."""
NUMBER = r"[〔\[(] ?(?:19|20)\d{2} ?[〕\])] ?(?:第 ?)?\d{1,5} ?号"
"""The end of a document's number, from the year on."""
OPENS = (
    "(?=为(?:深入|认真|全面|切实|进一步|贯彻|落实|加快|推动|推进|做好|加强|促进|确保|规范|健全|提[升高]|有效|着力)"
    "|根据|按照|近年来)"
)
"""Before the words that a document's text opens with."""
