"""Documents in traditional characters."""

from loaders.extract import extract
from loaders.readers import read_bytes
from loaders.source import Source
from loaders.traditional import plain

TEXT = (
    "青嵐市人民政府辦公室關於印發《青嵐市公園建設2031年重點工作任務》的通知\n青嵐政辦發〔2031〕8號\n"
    "一、擴大綠地\n1.新建公園。新增綠地12萬畝，公園開放率達到95%以上。（牽頭單位：市園林局；配合單位：市財政局、水務局）\n"
    "2.修繕園路。年內完成園路改造40公里。（責任單位：各區縣政府）\n"
)


def read(text=TEXT):
    return extract(read_bytes("x.txt", text.encode()))


def test_its_facts_are_told_in_its_own_characters():
    found = read()
    assert found.text == TEXT
    assert found.plan.title == "青嵐市公園建設2031年重點工作任務"
    assert (found.plan.doc_number, found.plan.region) == ("青嵐政辦發〔2031〕8號", "青嵐市")
    assert [(a.unit, a.role) for task in found.tasks for a in task.assignments] == [
        ("市園林局", "lead"),
        ("市財政局", "support"),
        ("市水務局", "support"),
        ("各區縣政府", "responsible"),
    ]
    assert [(i.name, i.op, i.value, i.unit) for i in found.indicators] == [
        ("新增綠地", "=", 12, "萬畝"),
        ("公園開放率", ">=", 95, "%"),
        ("園路改造", "=", 40, "公里"),
    ]


def test_what_is_raw_stands_in_the_text():
    found = read()
    facts = [*found.indicators, *(a for task in found.tasks for a in task.assignments)]
    assert all(found.text[each.start : each.stop] == each.raw for each in facts)


def test_a_known_region_has_the_name_of_the_table():
    assert read(TEXT.replace("青嵐市", "湖南省", 1).replace("《青嵐市", "《湖南省")).plan.region == "湖南省"
    assert read(TEXT.replace("青嵐市", "廣東省")).plan.region == "广东省"


def test_a_name_in_traditional_characters_makes_no_document_one():
    source = Source("x.txt", "txt", "", "青岚市人民政府\n由陳堃同志负责的工作由市园林局牵头,市财政局配合。\n")
    assert plain(source).source is source
