"""Paragraphs without a number below a heading: tasks of their own, or words of one."""

from tests.support.reading import read, tasks_of

HEAD = "青岚市人民政府办公室关于印发《青岚市公园行动方案》的通知\n"


def test_counted_sentences_on_lines_of_their_own_are_one_item():
    text = HEAD + (
        "一、公园\n1.建园\n一是选址。先看水源。(责任单位:市园林局)\n二是施工。先修路。(责任单位:市园林局、市财政局)\n"
        "2.管护\n修枝。(市园林局负责)\n"
    )
    assert tasks_of(text) == {
        "一/1": {"responsible": ["市园林局", "市财政局"]},
        "一/2": {"responsible": ["市园林局"]},
    }


def test_paragraphs_of_a_measure_each_with_its_clause_are_one_task():
    text = "一、主要任务\n(一)壮大队伍\n引育人才。(责任单位:市教育局)\n优化服务。(责任单位:市公安局)\n(二)建公园\n选址。(责任单位:市园林局)\n"
    assert tasks_of(HEAD + text) == {
        "一/(一)": {"responsible": ["市教育局", "市公安局"]},
        "一/(二)": {"responsible": ["市园林局"]},
    }


def test_paragraphs_below_a_heading_that_is_a_sentence_are_tasks_one_alone_too():
    text = (
        HEAD
        + "一、公园\n(一)坚持建好公园。\n建园三处。(市园林局负责)\n修路两条。(市交通运输局负责)\n"
        + "(二)坚持管好公园。\n修剪树木。(市园林局负责)\n(三)坚持用好公园。\n办展。(市文旅局负责)\n"
        + "办会。\n(市商务局负责)\n"
    )
    assert tasks_of(text) == {
        "一/(一)/p1": {"responsible": ["市园林局"]},
        "一/(一)/p2": {"responsible": ["市交通运输局"]},
        "一/(二)/p1": {"responsible": ["市园林局"]},
        "一/(三)/p1": {"responsible": ["市文旅局"]},
        "一/(三)/p2": {"responsible": ["市商务局"]},
    }


def test_one_paragraph_below_a_heading_is_what_the_heading_says_where_as_many_have_one():
    several = "建园{n}处。(市园林局负责)\n修路{n}条。(市交通运输局负责)\n"
    one = "修剪树木{n}棵。(市城管局负责)\n"
    marks = "一二三四五六"
    text = (
        HEAD
        + "一、公园\n"
        + "".join(
            f"({mark})坚持做好第{n}事。\n{(several if n % 2 else one).format(n=n)}"
            for n, mark in enumerate(marks, 1)
        )
    )
    assert {path for path in tasks_of(text) if path.startswith(("一/(二)", "一/(四)", "一/(六)"))} == {
        "一/(二)", "一/(四)", "一/(六)",
    }  # fmt: skip


def test_one_paragraph_below_a_heading_is_its_own_task_where_it_has_a_title_as_the_others_have():
    text = (
        HEAD
        + "一、公园\n培育园艺工。办班三期。(市园林局负责)\n修复古园。先查后修。(市文旅局负责)\n"
        + "二、水利\n整治河道。清淤两处。(市水利局负责)\n三、道路\n先修干道，再修支路。(市交通运输局负责)\n"
        + "四、住房\n改造旧房。先登记。(市住建局负责)\n配建公厕。分批建。(市城管局负责)\n"
    )
    assert list(tasks_of(text)) == ["一/p1", "一/p2", "二/p1", "三", "四/p1", "四/p2"]


def test_a_clause_on_a_line_of_its_own_is_no_paragraph_of_a_list():
    text = HEAD + "一、公园\n(一)建园。\n建园三处。(市园林局负责)修路两条。\n(市交通运输局负责)\n"
    assert tasks_of(text) == {"一/(一)": {"responsible": ["市园林局", "市交通运输局"]}}


def test_paragraphs_with_a_sign_below_a_heading_are_tasks():
    text = HEAD + (
        "一、公园\n1.建园\n▲ 新建公园三处，改造公园五处，绿地二十处。（牵头部门：绿化部；责任单位：园林公司）\n"
        "▲ 修好园路，补种行道树，更新路灯和座椅。（责任单位：养护公司）\n"
    )
    assert tasks_of(text) == {
        "一/1/p1": {"lead": ["绿化部"], "support": ["园林公司"]},
        "一/1/p2": {"responsible": ["养护公司"]},
    }


def test_counted_paragraphs_that_each_name_their_units_are_tasks():
    text = HEAD + (
        "一、公园\n一是建园。县牵头单位：县园林局，镇对接单位：派出所。\n二是护园。县牵头单位：县水利局，镇对接单位：各村。\n"
    )
    assert tasks_of(text) == {
        "一/一是": {"lead": ["县园林局"], "support": ["派出所"]},
        "一/二是": {"lead": ["县水利局"], "support": ["各村"]},
    }
    below = HEAD + (
        "一、公园\n（一）建好公园。\n一是建园。先选址，建公园3处。（县园林局负责）\n二是护园。修枝。（县水利局负责）\n"
    )
    assert list(tasks_of(below)) == ["一/(一)/一是", "一/(一)/二是"]
    assert [i.path for i in read(below).indicators] == [("一", "(一)", "一是")]
    assert [t.title for t in read(below).tasks if t.assignments] == ["建园", "护园"]


def test_paragraphs_below_a_second_title_count_on():
    text = (
        "青岚市人民政府办公室关于印发公园工作分解的通知\n《公园工作分解》《公园实事分解》已经同意,现印发给你们。\n"
        + "公园工作分解\n建园。(市园林局负责)\n公园实事分解\n修路。(市交通运输局负责)\n"
    )
    assert tasks_of(text) == {"p1": {"responsible": ["市园林局"]}, "p2": {"responsible": ["市交通运输局"]}}


def test_persons_and_times_on_lines_of_their_own_belong_to_the_paragraph_above():
    text = (
        "我市公布2031年实事分工\n\n关键词 绿地\n\n市区新建公园12处。\n\n主管领导:王青山\n\n责任单位:市园林局\n\n主要责任人:李白石\n\n"
        "进度安排:6月底前开工;12月底前建成。\n\n新植树苗3万株。\n\n主管领导:王青山\n\n责任单位:市林业局、市财政局\n\n主要责任人:赵云泽\n\n"
    )
    found = read(text)
    assert [(t.path, t.title, t.units("responsible")) for t in found.tasks] == [
        (("p1",), "市区新建公园12处", ["市园林局"]),
        (("p2",), "新植树苗3万株", ["市林业局", "市财政局"]),
    ]
    assert [(i.path, i.value) for i in found.indicators] == [(("p1",), 12), (("p2",), 3)]


def test_paragraphs_without_numbers_beside_numbered_ones_are_tasks():
    text = (
        "一、主要任务\n(一)东片\n1.建园。(市园林局牵头)\n(二)西片\n2.修路。(市交通运输局牵头)\n(三)南片\n"
        "种好行道树。(市园林局牵头,市财政局配合)\n疏浚河道。(市水利局牵头)\n"
    )
    assert tasks_of(text) == {
        "一/(一)/1": {"lead": ["市园林局"]},
        "一/(二)/2": {"lead": ["市交通运输局"]},
        "一/(三)/p1": {"lead": ["市园林局"], "support": ["市财政局"]},
        "一/(三)/p2": {"lead": ["市水利局"]},
    }


def test_clauses_with_labels_within_paragraphs_part_no_items():
    clause = "选好地块,定好水源。(责任单位:市园林局)再看苗木,适地适树。\n(责任单位:市水利局)"
    items = "".join(f"{n}.新建公园。\n{clause}\n" for n in range(1, 6))
    assert set(tasks_of(HEAD + "一、公园\n" + items)) == {f"一/{n}" for n in range(1, 6)}


def test_beside_a_paragraph_that_a_clause_closes_sentences_tell_only_who_leads():
    told = "绿化主管部门负责对留言进行答复,答复不超过5个工作日。"
    closing = "公开开放的时间。(牵头单位:市园林局)"
    text = HEAD + f"一、公园\n1.建园。建好公园。\n{told}\n{closing}\n2.护园。修枝。(市城管局负责)\n"
    assert tasks_of(text) == {"一/1": {"lead": ["市园林局"]}, "一/2": {"responsible": ["市城管局"]}}


def test_many_titled_paragraphs_below_a_heading_of_any_depth_are_tasks():
    named = "".join(
        f"{name}。先查后修,做到{name}。(市园林局负责)\n" for name in ("修复古园", "新建绿道", "培育园艺工")
    )
    text = HEAD + f"一、公园\n(一)项目\n1.市级项目\n{named}2.县级项目\n修枝浇水。(市城管局负责)\n"
    assert list(tasks_of(text)) == ["一/(一)/1/p1", "一/(一)/1/p2", "一/(一)/1/p3", "一/(一)/2"]
