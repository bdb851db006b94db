"""The graph as read-only tools for an assistant, over the Model Context Protocol."""

from zeren.assistant.server import make_server
from zeren.assistant.tools import Limits

__all__ = ["Limits", "make_server"]
