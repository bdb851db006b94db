"""Tables: finding them in the text, and reading tasks and breakdowns from them."""

from loaders.tables.breakdowns import Broken, read_breakdowns
from loaders.tables.find import find_tables
from loaders.tables.tasks import TableTask, read_task_tables

__all__ = ["Broken", "TableTask", "find_tables", "read_breakdowns", "read_task_tables"]
