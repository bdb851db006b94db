"""What a site prints above a document: menus, and its data as a numbered list."""

from loaders.extract import extract_bytes

MENU = "登录\n" + "".join(
    f"{name}\n" for name in ("要闻", "政务公开", "政民互动", "领导之窗", "数据", "图说青岚") * 9
)
DATA = (
    "1. [主题分类] 园林/绿地\n2. [发文机构] 青岚市园林局\n3. [实施日期] ----\n4. [成文日期] 2031-05-21\n"
    "5. [发文字号] 青园发〔2031〕9号\n6. [有效性] 现行有效\n"
)
TEXT = (
    "青岚市园林局关于印发《青岚市2031年公园建设方案》的函\n青园发〔2031〕9号\n各区园林局:\n"
    "现将《青岚市2031年公园建设方案》印发给你们。\n青岚市园林局\n2031年5月21日\n青岚市2031年公园建设方案\n"
    "一、新建公园\n新建公园3处。(责任单位:市园林局)\n"
)


def test_menus_and_data_above_a_document_are_none_of_it():
    found = extract_bytes("a.txt", f"{MENU}政务公开 > 政策公开 > 政策文件\n{DATA}{TEXT}".encode())
    assert (found.plan.title, found.plan.doc_number) == ("青岚市2031年公园建设方案", "青园发〔2031〕9号")
    assert [(task.path, task.title) for task in found.tasks] == [(("一",), "新建公园")]


def test_few_short_lines_are_a_document_s_own():
    found = extract_bytes("a.txt", f"首页\n政务公开\n{TEXT}".encode())
    assert found.plan.title == "青岚市2031年公园建设方案"


def test_what_a_browser_prints_on_each_page_is_none_of_the_text():
    head, foot = (
        "2031/5/24 15:33 青岚市2031年公园建设方案_青岚市园林局",
        "https://ylj.qinglan.example/a/1.htm 1/2",
    )
    text = TEXT.replace("(责任", f"(责任单位:市财政局、市水\n{foot}\n{head}\n利局;牵头单位:市园林局)\n(责任")
    (task,) = extract_bytes("a.txt", f"{head}\n{text}".encode()).tasks
    assert task.units("lead") == ["市园林局"]
    assert task.units("support") == ["市财政局", "市水利局"]
