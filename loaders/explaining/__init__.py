"""Why a document was read as it was, line by line: for people who correct a rule."""

from loaders.explaining.explain import Explanation, explain
from loaders.explaining.note import Note

__all__ = ["Explanation", "Note", "explain"]
