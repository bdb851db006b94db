"use strict";
/* The same facts as tables: for the keyboard, for screen readers and for whoever prefers them. */
(function (zeren) {
  zeren.makeTable = function (scene, select) {
    const panel = zeren.byId("table");
    const button = zeren.byId("show-table");
    const { palette } = scene.data;
    const roles = Object.keys(palette.role);

    const cell = (text, head, cls) => zeren.make("td", { text, cls, attrs: { "data-head": head } });
    const label = (id) => scene.cards.get(id).label;

    function grid(caption, heads, rows) {
      const head = zeren.make("tr", { children: heads.map((text) => zeren.make("th", { text, attrs: { scope: "col" } })) });
      const body = rows.map(([id, ...cells]) => {
        const open = zeren.make("button", { cls: "link", text: scene.cards.get(id).title || label(id), attrs: { type: "button" }, on: () => { toggle(false); select(id, true); } });
        return zeren.make("tr", { children: [zeren.make("th", { attrs: { scope: "row" }, children: [open] }), ...cells] });
      });
      const table = zeren.make("table", { attrs: { "aria-label": caption }, children: [zeren.make("thead", { children: [head] }), zeren.make("tbody", { children: body })] });
      return [zeren.make("h2", { text: `${caption}(${zeren.number(rows.length)})` }), table];
    }

    function byRole() {
      const found = new Map();
      const push = (id, role, other) => {
        if (!found.has(id)) found.set(id, {});
        (found.get(id)[role] = found.get(id)[role] || []).push(other);
      };
      for (const edge of scene.edges.get()) {
        if (!edge.role || scene.isEdgeHidden(edge.id)) continue;
        push(edge.from, edge.role, edge.to);
        push(edge.to, edge.role, edge.from);
      }
      return found;
    }

    const partners = (id) => scene.neighbours(id).filter((n) => !scene.isHidden(n.id))
      .sort((a, b) => b.edge.tasks - a.edge.tasks).map((n) => `${label(n.id)}(${n.edge.tasks})`).join("、");

    const grouped = scene.data.summary;
    const counts = (card) => (grouped ? [cell(String(card.units || ""), "单位数", "number"), cell(String(card.tasks || ""), "任务数", "number")] : []);

    function draw() {
      const related = byRole();
      const of = (id, role) => (related.get(id) || {})[role] || [];
      const shown = [...scene.cards].filter(([id]) => !scene.isHidden(id));
      const used = roles.filter((role) => [...related.values()].some((all) => all[role]));
      const names = used.map((role) => palette.role[role].name);
      const tasks = shown.filter(([, card]) => card.kind === "Task").map(([id, card]) => [
        id, ...used.map((role, i) => cell(of(id, role).map(label).join("、"), names[i])),
        cell(card.deadline || card.due_on || "", "完成时限"),
      ]);
      const units = shown.filter(([, card]) => card.kind === "Unit")
        .sort((a, b) => of(b[0], "lead").length - of(a[0], "lead").length || (a[0] < b[0] ? -1 : 1))
        .map(([id]) => [id, ...used.map((role, i) => cell(String(of(id, role).length || ""), names[i], "number"))]);
      if (scene.data.view === "cooperation") return panel.replaceChildren(...grid("单位", ["单位", "任务数", "合作单位(共同任务数)"], shown.map(([id, card]) => [
        id, cell(String(card.tasks || ""), "任务数", "number"), cell(partners(id), "合作单位"),
      ])));
      const others = shown.filter(([, card]) => !["Task", "Unit"].includes(card.kind))
        .map(([id, card]) => [id, cell((palette.kind[card.kind] || palette.kind.Other).name, "种类"), ...counts(card)]);
      return panel.replaceChildren(
        ...(tasks.length ? grid("任务", ["任务", ...names, "完成时限"], tasks) : []),
        ...(units.length ? grid("单位", ["单位", ...names.map((name) => `${name}任务数`)], units) : []),
        ...(others.length ? grid(grouped ? "归并" : "其他", ["名称", "种类", ...(grouped ? ["单位数", "任务数"] : [])], others) : []),
      );
    }

    function toggle(open) {
      if (open) draw();
      panel.hidden = !open;
      button.setAttribute("aria-pressed", String(open));
      button.textContent = open ? "网络图" : "表格";
      zeren.byId("card").hidden = true;
      if (open) panel.focus();
    }

    button.addEventListener("click", () => toggle(panel.hidden));
    return { toggle, isOpen: () => !panel.hidden };
  };
})(window.zeren);
