"""Reading short documents as a user's file would be."""

from loaders.extract import extract_bytes


def read(text, name="方案.txt"):
    """The extraction of a text as a file of that name."""
    return extract_bytes(name, text.encode())


def tasks_of(text, name="方案.txt"):
    """{path: {role: units}} of the tasks that name somebody."""
    found = {}
    for task in read(text, name).tasks:
        for each in task.assignments:
            found.setdefault("/".join(task.path), {}).setdefault(each.role, []).append(each.unit)
    return found


def units_of(text, name="方案.txt"):
    """{path: [(role, unit)]} of all tasks, in text order."""
    return {"/".join(t.path): [(a.role, a.unit) for a in t.assignments] for t in read(text, name).tasks}
