"""Extraction against reading + NFKC + one regex pass over the same text, in one run.

    python -m bench.extract [--characters 2000000]

Prints the ratio in time, how it grows with the length, and the memory above the text.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import time
import tracemalloc
import unicodedata
from collections.abc import Callable
from pathlib import Path

from bench.machine import describe
from bench.texts import plan_text
from loaders.extract import extract
from loaders.readers import read_file

_PASS = re.compile(r"[((]([^()()]{2,400}?)(?:牵头|负责|配合)[^()()]{0,80}[))]")

_WORDS = re.compile("牵头|负责|配合")


def _baseline(path: Path) -> int:
    return sum(1 for _ in _PASS.finditer(_plain(path)))


def _bare_baseline(path: Path) -> int:
    """The same with a pattern that cannot backtrack, for inputs that are made to make one."""
    return sum(1 for _ in _WORDS.finditer(_plain(path)))


def _plain(path: Path) -> str:
    return unicodedata.normalize("NFKC", path.read_text("utf-8"))


def _extraction(path: Path) -> int:
    return len(extract(read_file(path)).tasks)


def _time(work: Callable[[Path], int], path: Path, runs: int = 3) -> float:
    """Seconds of the processor, so that what else the machine does counts little."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work(path)
        times.append(time.process_time() - start)
    return statistics.median(times)


HOSTILE = {
    "500,000 × 牵头": "牵头" * 500_000,
    "500,000 × 、": "、" * 500_000,
    "1,000,000 × (": "(" * 1_000_000,
    "500,000 × 市局、": "市局、" * 500_000,
    "300,000 × 《": "《" * 300_000,
    "digits": "7" * 1_000_000,
    "500,000 × 新增1家": "新增1家" * 500_000,
    "500,000 × 每个至少": "每个至少" * 500_000,
    "500,000 × │ in a grid": "\n┌─┬─┐\n" + "│" * 500_000 + "\n",
    "500,000 blanks below a heading": "\n序号  任务      牵头单位  完成时限\n" + " " * 500_000 + "1\n",
    "20,000 rows of a grid": "\n┌─┬──┬────┐\n" + "│1│选址│市园林局│\n├─┼──┼────┤\n" * 20_000,
    "20,000 rows aligned by blanks": "\n序号  任务  牵头单位  时限\n"
    + "".join(f"{n:<5} 选址  市园林局  6月\n" for n in range(20_000)),
    "5,000 rows of cells in several lines": "\n序号\n任务\n责任单位\n配合单位\n"
    + "".join(f"{n + 1}\n选址\n市园林\n局\n市财政局、\n市水利局\n" for n in range(5_000)),
    "10,000 headings in one line": "\n序号 任务 牵头单位 配合单位" * 10_000,
    "5,000 rows whose units begin amid the words": "\n序号重点任务牵头单位配合单位年度目标\n"
    + "".join(f"{n + 1}增加绿地市林业局市财政局、市水利局1.建成公园3处。\n" for n in range(5_000)),
    "10,000 headings of measures": "\n指标\n2035年目标" * 10_000,
    "10,000 headings glued": "\n序号任务牵头单位配合单位" * 10_000,
    "1,000 tables of two rows": "\n序号\n任务\n牵头单位\n时限\n1\n建园\n市园林局\n6月\n2\n修路\n市交通局\n7月"
    * 1_000,
    "5,000 rows without numbers": "\n任务\n牵头单位\n配合单位\n" + "选址\n市园林局\n市财政局\n" * 5_000,
    "10,000 rows that one blank parts": "\n任务 牵头单位 配合单位" + "\n选址 市园林局 市财政局" * 10_000,
    "a plan of 1,000,000 characters on one line": plan_text(1_000_000).replace("\n", ""),
}


def main() -> None:
    """Run and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--characters", type=int, default=1_000_000)
    characters = options.parse_args().characters
    print(describe())
    with tempfile.TemporaryDirectory() as folder:
        for size in (characters // 4, characters // 2, characters):
            path = Path(folder, f"{size}.txt")
            path.write_text(plan_text(size), "utf-8")
            ours, base = _time(_extraction, path), _time(_baseline, path)
            print(f"{size:>10,} characters: {ours:.2f} s, baseline {base:.3f} s, ratio {ours / base:.1f}")
        print(f"memory above the text at {characters:,} characters: {_memory(path):.0f} MB")
        for name, text in HOSTILE.items():
            path = Path(folder, "hostile.txt")
            ratios = [_hostile(path, text[: len(text) // part]) for part in (2, 1)]
            print(f"{name}: " + ", of twice as much ".join(f"{s:.2f} s (ratio {r:.0f})" for s, r in ratios))


def _hostile(path: Path, text: str) -> tuple[float, float]:
    """Seconds, and how many times the bare pass they are."""
    path.write_text("一、甲\n1." + text, "utf-8")
    ours, base = _time(_extraction, path, 1), _time(_bare_baseline, path)
    return ours, ours / base


def _memory(path: Path) -> float:
    source = read_file(path)
    tracemalloc.start()
    extract(source)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


if __name__ == "__main__":
    main()
