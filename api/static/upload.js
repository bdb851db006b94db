// The upload page: files one after the other, a report each, differences before a replacement, removal.
"use strict";
(() => {
  const form = document.getElementById("upload");
  const reports = document.getElementById("reports");
  const input = document.getElementById("files");
  const address = form.dataset.load;
  const waiting = [];
  let running = false;
  const WAIT_MS = 2000;
  const MOST_LISTED = 30;

  // Everything from a file is set as text, never as markup.
  function element(name, text, parent, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    if (parent) parent.append(made);
    return made;
  }

  function ask(method, url, body, progress) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      if (progress) request.upload.onprogress = (event) => progress(event.loaded, event.total);
      request.onload = () => {
        let answer = {};
        try { answer = JSON.parse(request.responseText); } catch { answer = { detail: "服务器没有给出可读的回答" }; }
        resolve({ status: request.status, answer });
      };
      request.onerror = () => resolve({ status: 0, answer: { detail: "连接中断,请检查网络后重新上传" } });
      request.send(body);
    });
  }

  async function send(file, card, mode, replace) {
    const data = new FormData();
    data.append("file", file, file.name);
    const bar = element("progress", "", card);
    bar.setAttribute("aria-label", file.name);
    const url = `${address}?mode=${mode}&replace=${replace}`;
    let found = null;
    do {
      if (found) await new Promise((go) => setTimeout(go, WAIT_MS));
      found = await ask("POST", url, data, (done, total) => {
        // sent whole: the server is reading it, for as long as that takes
        if (done < total) { bar.max = total; bar.value = done; } else bar.removeAttribute("value");
      });
    } while (found.status === 409 && found.answer.code === "load_running");
    bar.remove();
    return found;
  }

  async function take(file) {
    const card = element("section", "", null, "report");
    reports.prepend(card);
    element("h3", file.name, card);
    if (file.size > Number(form.dataset.most) * 1048576) {
      element("p", `文件超过 ${form.dataset.most} MB 的上限,请拆分后再试`, card, "problem");
      return;
    }
    show(file, card, await send(file, card, "new", false));
  }

  function show(file, card, { status, answer }) {
    if (status !== 200 && status !== 201) {
      element("p", answer.detail || "没有载入", card, "problem");
      return;
    }
    const words = { loaded: "已载入", replaced: "已替换", unchanged: "内容没有变化,未重新载入" };
    element("p", answer.loaded ? words[answer.status] : "与已载入的文件有差异,还没有替换", card, "status");
    const coverage = ((answer.coverage || 0) * 100).toFixed(1);
    element("p", `任务 ${answer.tasks},单位 ${answer.units},指标 ${answer.indicators},`
      + `待核对的问题 ${answer.findings},覆盖率 ${coverage}%`, card);
    if (answer.replaces) title(card, answer);
    if (answer.change) differences(card, answer.change);
    findings(card, answer.details);
    if (answer.loaded) document.getElementById("nothing-loaded")?.remove();
    if (answer.loaded) loaded(card, answer); else confirmation(file, card);
  }

  function title(card, answer) {
    const old = answer.replaces;
    element("p", `将替换:${old.title}(${old.file_name},${old.loaded_at.slice(0, 10)} 载入)`, card);
  }

  function differences(card, change) {
    const names = { added: "新增任务", dropped: "删去任务", reworded: "改写任务", units_changed: "单位变动" };
    const list = element("ul", "", card, "changes");
    let any = false;
    for (const [key, name] of Object.entries(names)) {
      if (!change[key].length) continue;
      any = true;
      const more = change[key].length > MOST_LISTED ? "……" : "";
      element("li", `${name} ${change[key].length}:${change[key].slice(0, MOST_LISTED).join(";")}${more}`, list);
    }
    if (!any) element("li", "任务和单位没有变化,其他内容(指标、标题、附件等)有变化", list);
  }

  function findings(card, details) {
    if (!details.length) return;
    const box = element("details", "", card);
    element("summary", `待核对的问题(${details.length})`, box);
    const list = element("ul", "", box, "findings");
    for (const each of details.slice(0, 200)) {
      const line = element("li", `${each.message} `, list);
      element("code", each.code, line);
    }
  }

  function loaded(card, answer) {
    const line = element("p", "", card);
    const link = element("a", "看原文和读出的内容", line);
    link.href = `${form.dataset.documents}/${encodeURIComponent(answer.document)}`;
    line.append(" ");
    const undo = element("button", "删去", line, "remove");
    undo.dataset.id = answer.document;
  }

  function confirmation(file, card) {
    const line = element("p", "", card);
    const yes = element("button", "替换", line);
    line.append(" ");
    const no = element("button", "不替换", line, "quiet");
    no.onclick = () => { line.textContent = "没有替换,图谱保持原样。"; };
    yes.onclick = async () => {
      line.remove();
      show(file, card, await send(file, card, "load", true));
    };
  }

  // An annex that came by itself goes alone, a plan's main text takes its annexes along.
  function question({ title, whole, documents, tasks, indicators }) {
    const facts = `任务 ${tasks} 项,指标 ${indicators} 个`;
    if (!whole) return `只删去附件“${title}”(${documents[0].file_name}):${facts}。方案的其余部分保留。`;
    const names = documents.slice(0, MOST_LISTED).map((each) => each.file_name).join("、");
    const also = documents.length > 1 ? `,连同单独载入的附件,共 ${documents.length} 份文件` : "";
    return `删去整个方案“${title}”${also}(${names}):${facts}。`;
  }

  async function remove(button) {
    const url = `${address}/${encodeURIComponent(button.dataset.id)}`;
    button.disabled = true;
    const before = await ask("GET", `${url}/removal`, null);
    button.disabled = false;
    if (before.status !== 200) { window.alert(before.answer.detail || "没有删去"); return; }
    if (!window.confirm(question(before.answer))) return;
    button.disabled = true;
    const { status, answer } = await ask("DELETE", url, null);
    button.disabled = false;
    if (status !== 200) { window.alert(answer.detail || "没有删去"); return; }
    const card = element("section", "", null, "report");
    reports.prepend(card);
    element("p", `已删去 ${answer.documents.join("、")}`, card, "status");
    const count = (all) => Object.values(all).reduce((sum, each) => sum + each, 0);
    element("p", `任务 ${answer.nodes.Task || 0},单位 ${answer.nodes.Unit || 0},指标 ${answer.nodes.Indicator || 0};`
      + `共 ${count(answer.nodes)} 个节点、${count(answer.edges)} 条边`, card);
    const gone = new Set(before.answer.documents.map((each) => each.id));
    for (const each of document.querySelectorAll("button.remove")) {
      if (!gone.has(each.dataset.id)) continue;
      const row = each.closest("tr");
      if (row) row.remove(); else each.replaceWith("已删去");
    }
  }

  async function run() {
    if (running) return;
    running = true;
    while (waiting.length) await take(waiting.shift());
    running = false;
  }

  function add(files) { waiting.push(...files); run(); }

  input.onchange = () => { add(input.files); input.value = ""; };
  form.onsubmit = (event) => event.preventDefault();
  document.addEventListener("click", (event) => {
    if (event.target.matches("button.remove")) remove(event.target);
  });
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => { event.preventDefault(); add(event.dataTransfer.files); });
})();
