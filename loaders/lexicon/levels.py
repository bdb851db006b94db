"""A collective over several levels of administration (各市、县、区政府): one name, although 、 stands in it.

A zone (开发区) and what lies below a county (镇, 街道) are no such levels: 各镇、街道 are two collectives.
So are prefectures of every kind (市(州)) and the counties behind them.
"""

from __future__ import annotations

import re

_LEVEL = (
    r"(?:设区市|地级市|县级市|自治区|直辖市|自治州|自治县|自治旗|地区|县区|县市|省|市|州|盟|县|区|旗)"
    r"(?:[(〔][^()〔〕]{1,12}[)〕])?"
)
_WHICH = "(?:[产涉沿环临][\u4e00-\u9fff]|试点|重点|受灾|脱贫|边境|库区|山区)"
"""Which of them: 各沿江县、区."""
SEVERAL = re.compile(
    rf"(?:(?:各(?:有关|相关)?|有关|相关){_WHICH}?(?!市[(〔]州[)〕]、){_LEVEL}(?:、{_LEVEL}){{1,4}}"
    r"(?:党委(?:和|及)?(?:人民)?政府|人民政府|政府|党委"
    r"|(?:(?<=[区县旗)〕])|(?<=辖市)|(?<=级市))[一-鿿]{1,12}(?:局|厅|(?:健|改|经信|科|教|建|商务|国资)委|主管部门)"
    r"|(?<=[区县旗)〕])(?:有关|相关)部门)?"
    r"(?:\((?:管委会|管理委员会|[一-鿿]{2,10}局)\))?"
    r"|(?:(?:市、)?(?:县、区|旗、县)|县、市|市、县|旗、区)(?:、[市区旗])?(?:人民)?政府"
    r"|[省市州县区旗盟](?:[级直]属?)?(?:各|有关|相关){1,2}(?:部门、单位|单位、部门))"
)
"""The levels, and the organ that they share where one is printed; a bureau only behind levels that no
bureau of the place itself begins with (各县、市财政局 are two). Governments of two levels need no 各
(县、区政府); nor do a level's departments and units (市直有关部门、单位)."""


def without_commas(name: str) -> str:
    """The name as if its levels stood in one word (各市县区政府); itself when it has no such levels."""
    return name.replace("、", "") if "、" in name and SEVERAL.fullmatch(name) else name
