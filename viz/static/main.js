"use strict";
/* Puts the parts together and leaves a small hook, window.zerenView, for portals and tests. */
(function (zeren) {
  const data = zeren.readData();
  const container = zeren.byId("scene");
  if (data.height) document.body.style.height = `${data.height}px`;
  const scene = zeren.makeScene(data, container);
  const card = zeren.makeCard(scene, select);
  const filters = zeren.makeFilters(scene);
  const grow = zeren.makeGrowing(scene, () => { filters.draw(); filters.apply(); count(); });
  let selected = null;

  /* Choose a node (null: none): card, neighbours, message to the frame's owner. */
  function select(id, travel = false) {
    selected = id;
    if (id === null) {
      scene.network.unselectAll();
      scene.emphasise(null);
      card.hide();
    } else {
      scene.network.selectNodes([id]);
      scene.emphasise([id, ...scene.neighbours(id).map((n) => n.id)], id);
      card.show(id);
      if (travel) scene.show(id);
    }
    zeren.tellParent(id === null ? null : scene.cards.get(id));
  }

  function count() {
    const { total } = data;
    const shown = scene.cards.size;
    const less = shown < total.nodes;
    const ties = scene.edges.length;
    const whole = ties < total.edges && !less
      ? `共 ${zeren.number(shown)} 个节点、${zeren.number(total.edges)} 条联系，显示最强的 ${zeren.number(ties)} 条`
      : `共 ${zeren.number(shown)} 个节点、${zeren.number(ties)} 条联系`;
    const line = less
      ? `共 ${zeren.number(total.nodes)} 个节点，显示 ${zeren.number(shown)} 个(任务最多的单位在先)。要看其余，请按角色、种类筛选，或双击节点展开。`
      : whole;
    const grouped = `共 ${zeren.number(total.nodes)} 个节点，逐个画会看不清，已归并成 ${zeren.number(data.shown.nodes)} 个并注明数量。双击展开一组，或按角色筛选后再看。`;
    zeren.byId("count").textContent = data.summary ? grouped : line;
    if (!data.root && shown === 0) zeren.say("没有符合条件的内容，请放宽筛选", true);
  }

  function listen() {
    const tip = zeren.byId("tip");
    scene.network.on("click", (event) => select(event.nodes.length ? event.nodes[0] : null));
    scene.network.on("doubleClick", (event) => { if (event.nodes.length) grow(event.nodes[0]); });
    scene.network.on("hoverNode", ({ node, event }) => {
      tip.textContent = scene.cards.get(node).title || scene.cards.get(node).label;
      tip.hidden = false;
      const frame = container.getBoundingClientRect();
      const x = Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 8);
      tip.style.left = `${Math.max(x, 8)}px`;
      tip.style.top = `${event.clientY - frame.top + 16}px`;
    });
    for (const gone of ["blurNode", "dragStart", "zoom"]) scene.network.on(gone, () => { tip.hidden = true; });
    zeren.byId("zoom-in").addEventListener("click", () => scene.zoom(1.4));
    zeren.byId("zoom-out").addEventListener("click", () => scene.zoom(1 / 1.4));
    zeren.byId("zoom-fit").addEventListener("click", scene.fit);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && selected !== null) select(null); });
    zeren.byId("show-filters").addEventListener("click", (event) => {
      const open = zeren.byId("filters").classList.toggle("open");
      event.currentTarget.setAttribute("aria-expanded", String(open));
    });
    keepWheel();
  }

  /* Inside a frame the wheel scrolls the page around it until the picture has been touched. */
  function keepWheel() {
    if (window.parent === window) return;
    let active = false;
    container.addEventListener("pointerdown", () => { active = true; });
    document.addEventListener("mouseleave", () => { active = false; });
    container.addEventListener("wheel", (event) => {
      if (!active && !event.ctrlKey) event.stopPropagation();
    }, { capture: true, passive: true });
  }

  filters.draw();
  zeren.makeSearch(scene, select);
  zeren.makeTable(scene, select);
  zeren.makeExports(scene);
  zeren.makeSnippet(data);
  listen();
  count();
  // the header has its height by now: take the size of what it leaves, or the picture moves a frame later
  scene.network.setSize();
  scene.open();
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", filters.draw);

  window.zerenView = {
    /* Where a node stands in the window, in CSS pixels; null when it is not there or hidden. */
    nodePosition(id) {
      if (!scene.cards.has(id) || scene.isHidden(id)) return null;
      const place = scene.network.canvasToDOM(scene.network.getPosition(id));
      const frame = container.getBoundingClientRect();
      return { x: frame.left + place.x, y: frame.top + place.y };
    },
    /* How many nodes and edges the filters leave. */
    visible: scene.visible,
    /* Choose a node by id, as a click does; null chooses none. */
    select: (id) => select(id, true),
    /* The chosen node's id, or null. */
    selected: () => selected,
    /* True once the picture has been drawn in its place. */
    ready: false,
  };
  scene.network.once("afterDrawing", () => { window.zerenView.ready = true; });
  scene.network.redraw();
})(window.zeren);
