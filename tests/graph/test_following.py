"""A thread may read all of one generation while others are loaded."""

from __future__ import annotations

import threading

from tests.support.plans import plan

OTHER = "青政发〔2031〕9号"
COUNT = "MATCH (p:Plan) WHERE p.part = '' RETURN count(*) AS n"


def _in_another_thread(action):
    thread = threading.Thread(target=action)
    thread.start()
    thread.join()


def test_a_thread_that_stands_sees_one_generation_and_then_the_newest(store):
    store.load([plan(citations=[])])
    before = store.generation()
    with store.standing():
        for number in range(3):  # the files of the first one are removed meanwhile
            other = plan(f"{number}{OTHER}", f"青岚市第{number}个方案", citations=[])
            _in_another_thread(lambda other=other: store.load([other]))
        assert store.read(COUNT) == [{"n": 1}]
        assert store.read_each("MATCH (p:Plan {id: $id}) RETURN p.id AS id", ["x"]) == []
        assert store.generation() == before
        assert len(store.documents()) == 1
        seen = []
        _in_another_thread(lambda: seen.extend(store.read(COUNT)))
        assert seen == [{"n": 4}]
    assert store.read(COUNT) == [{"n": 4}]
    assert store.generation() != before
    assert len(store.documents()) == 4


def test_a_load_builds_on_the_newest_generation_wherever_its_thread_stands(store):
    store.load([plan(citations=[])])
    with store.standing(), store.standing():
        _in_another_thread(lambda: store.load([plan(f"1{OTHER}", "青岚市第1个方案", citations=[])]))
        store.load([plan(f"2{OTHER}", "青岚市第2个方案", citations=[])])
    assert store.read(COUNT) == [{"n": 3}]
