"""Tables: finding them in the text, and reading tasks and breakdowns from them (stub in progress)."""

from loaders.tables.stub import Broken, TableTask, find_tables, read_breakdowns, read_task_tables

__all__ = ["Broken", "TableTask", "find_tables", "read_breakdowns", "read_task_tables"]
