"use strict";
/* Legend and filters in one: a chip shows how a role or kind is drawn, and takes it out of the picture. */
(function (zeren) {
  zeren.makeFilters = function (scene) {
    const { palette, root, view } = scene.data;
    const off = { roles: new Set(), kinds: new Set() };

    function chip(name, count, sample, set, key) {
      const box = zeren.make("input", { attrs: { type: "checkbox" } });
      box.checked = true;
      box.value = key;
      box.addEventListener("change", () => {
        set[box.checked ? "delete" : "add"](key);
        apply();
      });
      return zeren.make("label", { cls: "chip", children: [box, sample, name, zeren.make("small", { text: zeren.number(count) })] });
    }

    /* Where units stand in communities, these are the kinds to choose from. */
    const keyOf = (card) => card.community || card.kind;

    const tally = (values) => values.reduce((all, name) => all.set(name, (all.get(name) || 0) + 1), new Map());

    function draw() {
      const roles = tally(scene.edges.get().filter((e) => e.role && concerned(e)).map((e) => e.role));
      const kinds = tally([...scene.cards.values()].map(keyOf));
      const groups = new Map([...scene.cards].map(([id, card]) => [keyOf(card), card.community ? scene.group(id) : card.kind]));
      const shade = scene.shade();
      zeren.byId("roles").replaceChildren(...Object.entries(palette.role).filter(([key]) => roles.has(key)).map(([key, row]) =>
        chip(row.name, roles.get(key), zeren.swatch({ colour: row[shade], width: row.width, dashes: row.dashes }), off.roles, key)));
      zeren.byId("kinds").replaceChildren(...[...kinds].map(([key, count]) => {
        const group = groups.get(key);
        const tone = scene.tones(group);
        const name = (palette.kind[key] || {}).name || key;
        return chip(name, count, zeren.swatch({ colour: tone.fill, border: tone.border, round: group !== "Task" && group !== "Plan" }), off.kinds, key);
      }));
      for (const box of document.querySelectorAll(".chip input")) box.checked = !off.roles.has(box.value) && !off.kinds.has(box.value);
    }

    /* About one unit, a role means that unit's role: its colleagues' edges follow the tasks. */
    const concerned = (edge) => view !== "unit" || edge.to === root || edge.from === root;

    function apply() {
      const nodes = new Set();
      const edges = new Set();
      for (const [id, card] of scene.cards) if (id !== root && off.kinds.has(keyOf(card))) nodes.add(id);
      const all = scene.edges.get();
      for (const edge of all) if (concerned(edge) && off.roles.has(edge.role)) edges.add(edge.id);
      if (view === "unit") hideWithoutRoot(all, nodes, edges);
      hideLoose(all, nodes, edges);
      for (const edge of all) if (nodes.has(edge.from) || nodes.has(edge.to)) edges.add(edge.id);
      scene.hide({ nodes, edges });
    }

    /* A task beside the unit goes when its edge to the unit goes. */
    function hideWithoutRoot(all, nodes, edges) {
      const beside = all.filter((e) => concerned(e));
      const kept = new Set(beside.filter((e) => !edges.has(e.id)).flatMap((e) => [e.from, e.to]));
      for (const edge of beside) for (const id of [edge.from, edge.to]) if (id !== root && !kept.has(id)) nodes.add(id);
    }

    /* A task or unit that has lost all its roles to the filter says nothing any more. */
    function hideLoose(all, nodes, edges) {
      if (off.roles.size === 0) return;
      const ends = (some) => new Set(some.flatMap((e) => [e.from, e.to]));
      const roles = all.filter((e) => e.role);
      const has = ends(roles.filter((e) => !edges.has(e.id) && !nodes.has(e.from) && !nodes.has(e.to)));
      for (const id of ends(roles)) if (id !== root && !has.has(id)) nodes.add(id);
    }

    return { draw, apply };
  };

  /* Search: matches stay, the rest is dimmed; Enter goes from one to the next. */
  zeren.makeSearch = function (scene, select) {
    const input = zeren.byId("search");
    const output = zeren.byId("search-count");
    let found = [];
    let at = -1;
    const plain = (text) => String(text || "").normalize("NFKC").toLowerCase();

    function look() {
      const words = plain(input.value).trim();
      at = -1;
      found = words
        ? [...scene.cards].filter(([id, card]) => !scene.isHidden(id) && [card.label, card.title, ...(card.aliases || [])].some((text) => plain(text).includes(words))).map(([id]) => id)
        : [];
      output.textContent = words ? (found.length ? `${found.length} 处` : "没有") : "";
      scene.emphasise(words ? found : null);
    }

    input.addEventListener("input", look);
    zeren.byId("search-form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (!found.length) return zeren.say("图中没有找到，换个说法试试");
      at = (at + 1) % found.length;
      output.textContent = `${at + 1}/${found.length}`;
      return select(found[at], true);
    });
  };
})(window.zeren);
