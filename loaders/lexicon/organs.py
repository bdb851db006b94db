"""Minimal stand-in: suffix shapes."""

import re

_END = re.compile(
    r"(局|委|办|厅|部|院|行|社|公司|集团|中心|管委会|人民政府|政府|镇|乡|街道|办事处|支队|大队|总队|海关|协会|联合会|学会|商会|总工会|妇联|残联|科协|文联|侨联|工商联|机场|分局|单位|银行|处|办公室|学院|大学|开发区|联社|署|会|部门|指挥部|机构|委员会|高新区|经开区|园区|新区|小组|室|校|法院|检察院|站|所|企业|团市委|团省委|团县委|共青团|总社|中央|基金|公积金|党校|职院|铁塔|联通|电信|移动|军分区|各县|各区|县|区|市|县区|武装部|警备区|司令部|专班|组|府)(\(.*\))?$"
)
_STRAY = re.compile(r"[,。;:]|推进|加强|落实|做好|开展|按照|完善|提升|负责|牵头|实施|不断|积极")


def is_unit(name: str) -> bool:
    return 2 <= len(name) <= 40 and _END.search(name) is not None and not _STRAY.search(name)


def kind_of(name: str) -> str:
    if re.search(r"安委会|减灾委|指挥部|领导小组|专委|专班", name):
        return "taskforce"
    if name.startswith("各") or re.search(r"成员单位|相关|有关", name):
        return "collective"
    if re.search(r"委(组织|宣传|统战|政法)|纪委", name):
        return "party"
    return "bureau"
