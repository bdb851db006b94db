"use strict";
/* Taking away (PNG, SVG, snippet), growing (double-click) and telling the page around the frame. */
(function (zeren) {
  function save(blob, name) {
    const link = zeren.make("a", { attrs: { href: URL.createObjectURL(blob), download: name } });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  zeren.makeExports = function (scene) {
    const { data } = scene;
    const name = data.title.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 80);
    zeren.byId("save-png").addEventListener("click", () => {
      document.querySelector("#scene canvas").toBlob((blob) => save(blob, `${name}.png`));
    });
    const svg = zeren.byId("save-svg");
    svg.hidden = !(data.svg || data.links.svg);
    svg.addEventListener("click", async () => {
      if (data.svg) return save(new Blob([data.svg[scene.shade()]], { type: "image/svg+xml" }), `${name}.svg`);
      const answer = await fetch(`${data.links.svg}${data.links.svg.includes("?") ? "&" : "?"}theme=${scene.shade()}`);
      return answer.ok ? save(await answer.blob(), `${name}.svg`) : zeren.say("SVG 没有取到，请稍后再试");
    });
  };

  zeren.makeSnippet = function (data) {
    const dialog = zeren.byId("snippet");
    const code = zeren.byId("snippet-code");
    const button = zeren.byId("show-snippet");
    button.hidden = !data.links.page;
    if (!data.links.page) return;
    const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
    button.addEventListener("click", () => {
      const url = new URL(data.links.page, location.href).href.replace(/\?$/, "");
      code.value = `<iframe src="${quoted(url)}" title="${quoted(data.title)}" width="100%" height="${data.height || 640}" loading="lazy"></iframe>`;
      dialog.showModal();
      code.select();
    });
    zeren.byId("snippet-close").addEventListener("click", () => dialog.close());
    zeren.byId("snippet-copy").addEventListener("click", async () => {
      code.select();
      try {
        await navigator.clipboard.writeText(code.value);
        zeren.byId("snippet-copy").textContent = "已复制";
      } catch {
        zeren.byId("snippet-copy").textContent = "请按 Ctrl+C";
      }
    });
  };

  /* The frame's owner hears of a choice; the message holds public facts only, so any origin may. */
  zeren.tellParent = function (card) {
    if (window.parent === window) return;
    const node = card ? { id: card.id, kind: card.kind, label: card.label } : null;
    window.parent.postMessage({ type: "zeren:select", node }, "*");
  };

  const PARAMETERS = { Unit: "unit", Task: "task", Plan: "plan", Function: "function" };
  const GROW_LIMIT = 60;

  /* Double-click: fetch what is beside the node and put it into free places around it. */
  zeren.makeGrowing = function (scene, redraw) {
    return async function (id) {
      const card = scene.cards.get(id);
      // a group opens at its busiest unit
      const parameter = card.kind === "Group" ? "unit" : PARAMETERS[card.kind];
      const asked = card.kind === "Group" ? card.unit : id;
      if (!scene.data.links.graph || !parameter) return;
      zeren.say("正在展开……", true);
      try {
        const query = new URLSearchParams({ [parameter]: asked, depth: "1", limit: String(GROW_LIMIT) });
        const answer = await fetch(`${scene.data.links.graph}?${query}`);
        if (!answer.ok) throw new Error(String(answer.status));
        const added = merge(scene, id, await answer.json());
        redraw();
        zeren.say(added ? `新增 ${added} 个节点` : "没有更多关联");
      } catch {
        zeren.say("没有展开成功，请稍后再试");
      }
    };
  };

  function merge(scene, id, graph) {
    const fresh = graph.nodes.filter((node) => !scene.cards.has(node.id));
    const taken = scene.nodes.getIds().map((key) => scene.box(key));
    const origin = scene.network.getPosition(id);
    for (const node of fresh) scene.cards.set(node.id, node);
    const known = new Set(scene.edges.map((e) => [e.from, e.to, e.type, e.role || ""].join("\n")));
    const edges = graph.edges
      .filter((e) => scene.cards.has(e.source) && scene.cards.has(e.target) && !known.has([e.source, e.target, e.type, e.role || ""].join("\n")))
      .map((e, i) => ({ id: `x${scene.edges.length + i}`, from: e.source, to: e.target, type: e.type, role: e.role || "", ...lineOf(scene, e.role) }));
    scene.add(fresh.map((node, i) => ({
      id: node.id, group: node.kind, label: short(node.label), ...freePlace(origin, taken, i), font: { size: 13 },
      shape: "box", shapeProperties: { borderRadius: node.kind === "Unit" ? 14 : 5 },
    })), edges);
    return fresh.length;
  }

  function lineOf(scene, role) {
    const row = scene.data.palette.role[role];
    return { width: row ? row.width : 1, dashes: (row && row.dashes) || false };
  }

  const short = (text) => (text.length > 10 ? `${text.slice(0, 10)}\n${text.length > 20 ? text.slice(10, 19) + "…" : text.slice(10)}` : text);

  /* The first place on a spiral about the origin where a label of usual size covers nothing. */
  function freePlace(origin, taken, seed) {
    const [half, tall] = [82, 26];
    for (let step = 8; step < 4000; step += 1) {
      const turn = step * 2.39996 + seed;
      const x = origin.x + Math.cos(turn) * Math.sqrt(step) * 46;
      const y = origin.y + Math.sin(turn) * Math.sqrt(step) * 26;
      if (taken.every((b) => x + half < b.left || x - half > b.right || y + tall < b.top || y - tall > b.bottom)) {
        taken.push({ left: x - half, right: x + half, top: y - tall, bottom: y + tall });
        return { x, y };
      }
    }
    return { x: origin.x, y: origin.y };
  }
})(window.zeren);
