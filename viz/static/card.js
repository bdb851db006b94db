"use strict";
/* The details card: what a node is, who answers for it, and the text that it was read from. */
(function (zeren) {
  const ROLES = ["lead", "responsible", "support"];

  zeren.makeCard = function (scene, select) {
    const panel = zeren.byId("card");
    const { palette } = scene.data;

    const title = (card) => card.title || card.label;
    const shared = new Map();
    const kindName = (kind) => (palette.kind[kind] || {}).name || palette.kind.Other.name;

    function value(card, name) {
      const found = card[name];
      if (found === undefined || found === null || found === "" || found === title(card)) return "";
      if (name === "kind") return "";
      if (Array.isArray(found)) return found.join(name === "path" ? " › " : "、");
      return typeof found === "object" ? found.name || found.title || "" : String(found);
    }

    function properties(card) {
      const list = zeren.make("dl");
      for (const [name, label] of Object.entries(palette.property)) {
        let shown = value(card, name);
        if (name === "due_on" && card.deadline) shown = "";
        if (name === "kind" && card.unit_kind) shown = palette.unit_kind[card.unit_kind] || "";
        if (name === "community" && card.community === card.region) shown = "";
        if (shown) list.append(zeren.make("dt", { text: label }), zeren.make("dd", { text: shown }));
      }
      return list.childElementCount ? list : null;
    }

    /* Neighbours by role (and those without one by kind), each a button that leads there. */
    function relations(id) {
      const found = new Map();
      shared.clear();
      const ties = scene.neighbours(id).sort((a, b) => (b.edge.tasks || 0) - (a.edge.tasks || 0));
      for (const { edge, id: other } of ties) {
        const name = edge.role || scene.cards.get(other).kind;
        if (!found.has(name)) found.set(name, new Set());
        found.get(name).add(other);
        if (edge.tasks) shared.set(other, edge.tasks);
      }
      const rank = (name) => (ROLES.indexOf(name) + ROLES.length + 1) % (ROLES.length + 1);
      return [...found].sort((a, b) => rank(a[0]) - rank(b[0])).map(([name, ids]) => section(name, [...ids]));
    }

    function section(name, ids) {
      const role = palette.role[name];
      const tone = scene.tones(name);
      const sample = role
        ? zeren.swatch({ colour: role[scene.shade()], width: role.width, dashes: role.dashes })
        : zeren.swatch({ colour: tone.fill, border: tone.border, round: name === "Unit" });
      const heading = zeren.make("h3", { children: [sample, role ? role.name : shared.size && name !== "Plan" ? "共同承担任务" : kindName(name), zeren.make("small", { text: zeren.number(ids.length) })] });
      const tall = ids.some((id) => scene.cards.get(id).kind !== "Unit");
      const items = ids.map((id) => zeren.make("li", {
        children: [zeren.make("button", { text: scene.cards.get(id).label + (shared.has(id) ? ` · ${shared.get(id)} 项` : ""), attrs: { type: "button" }, on: () => select(id, true) })],
      }));
      return zeren.make("div", { children: [heading, zeren.make("ul", { cls: tall ? "tall" : "", children: items })] });
    }

    function source(card) {
      const from = card.source || {};
      const place = Number.isInteger(from.start) ? `第 ${zeren.number(from.start + 1)}–${zeren.number(from.stop)} 字` : "";
      const path = Array.isArray(card.path) ? card.path.join("") : "";
      const where = [from.document, card.part, path, place].filter(Boolean).join(" · ");
      return [
        card.text ? zeren.make("h3", { text: "原文" }) : null,
        card.text ? zeren.make("blockquote", { text: card.text }) : null,
        where ? zeren.make("p", { cls: "source", text: `出处：${where}` }) : null,
      ];
    }

    const FOLDERS = { Task: "tasks", Unit: "units", Plan: "plans" };

    /* On a server each thing has a page of its own; it opens beside the portal, not inside the frame. */
    function page(card) {
      const { site } = scene.data.links;
      if (!site || !FOLDERS[card.kind]) return null;
      const href = `${site}/${FOLDERS[card.kind]}/${encodeURIComponent(card.id)}`;
      return zeren.make("p", { cls: "page", children: [zeren.make("a", { text: "打开详细页面", attrs: { href, target: "_blank", rel: "noopener" } })] });
    }

    return {
      show(id) {
        const card = scene.cards.get(id);
        const close = zeren.make("button", { cls: "close", text: "×", attrs: { type: "button", "aria-label": "关闭详情" }, on: () => select(null) });
        const head = [close, zeren.make("div", { cls: "kind", text: kindName(card.kind) }), zeren.make("h2", { text: title(card) })];
        const parts = [...head, properties(card), page(card)];
        const links = relations(id);
        parts.push(...(card.kind === "Task" ? [...links.slice(0, 3), ...source(card), ...links.slice(3)] : [...source(card), ...links]));
        panel.replaceChildren(...parts.filter(Boolean));
        panel.hidden = false;
        panel.scrollTop = 0;
      },
      hide() { panel.hidden = true; },
    };
  };
})(window.zeren);
