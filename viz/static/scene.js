"use strict";
/* The picture: vis-network over the server's places, its colours, what is hidden and what is dimmed. */
(function (zeren) {
  const LABEL_SCALE_ON_OPENING = 0.6;

  zeren.makeScene = function (data, container) {
    const cards = new Map(Object.entries(data.cards));
    const groups = new Map();
    const boxes = new Map();
    const media = window.matchMedia("(prefers-color-scheme: dark)");
    const shade = () => (data.theme === "auto" ? (media.matches ? "dark" : "light") : data.theme);
    const ground = () => data.palette.ground[shade()];
    const tones = (group) => (data.palette.kind[group] || data.palette.kind.Other)[shade()];
    // many lines are drawn fainter, so that they do not cover what they join
    const crowd = Math.min(1, Math.sqrt(600 / Math.max(data.network.edges.length, 1)));
    let focus = null;
    let hidden = { nodes: new Set(), edges: new Set() };

    function paintNode(node) {
      const group = groups.get(node.id);
      const tone = tones(group);
      const dim = focus !== null && !focus.has(node.id);
      const colour = { background: tone.fill, border: tone.border };
      return {
        id: node.id,
        opacity: dim ? 0.16 : 1,
        color: { ...colour, highlight: { ...colour, border: ground().text }, hover: colour },
        font: { ...node.font, face: data.fonts, color: dim ? fade(tone.text, 0.16) : tone.text },
      };
    }

    function paintEdge(edge) {
      const role = data.palette.role[edge.role];
      const colour = role ? role[shade()] : edge.tasks ? ground().tie : ground().edge;
      const dim = focus !== null && !(focus.has(edge.from) && focus.has(edge.to) && touches(edge));
      const rest = (edge.role === "support" ? 0.5 : 0.8) * crowd;
      return { id: edge.id, color: { color: colour, highlight: colour, hover: colour, opacity: dim ? 0.06 : focus ? 0.95 : rest } };
    }

    const touches = (edge) => focus.centre === undefined || edge.from === focus.centre || edge.to === focus.centre;

    const plainNode = (node) => {
      const { group, ...rest } = node;
      groups.set(node.id, group);
      return { ...rest, ...paintNode(rest) };
    };

    const nodes = new vis.DataSet(data.network.nodes.map(plainNode));
    const edges = new vis.DataSet(data.network.edges.map((edge) => ({ ...edge, ...paintEdge(edge) })));
    const network = new vis.Network(container, { nodes, edges }, data.network.options);

    /* Only what looks different from before is handed to vis-network, which is slow to take it. */
    const painted = new Map();
    function changed(item, paint, gone) {
      const next = { ...paint(item), hidden: gone.has(item.id) };
      const look = [next.hidden, next.opacity, next.color.opacity, next.color.color, next.color.background].join();
      const before = painted.get(item.id);
      painted.set(item.id, look);
      return before === look ? null : next;
    }

    function repaint() {
      nodes.update(nodes.map((node) => changed(node, paintNode, hidden.nodes)).filter(Boolean));
      edges.update(edges.map((edge) => changed(edge, paintEdge, hidden.edges)).filter(Boolean));
    }

    // the ground belongs to the picture, so that a saved PNG is not transparent
    network.on("beforeDrawing", (context) => {
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = ground().back;
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
      context.restore();
    });
    media.addEventListener("change", repaint);

    const scene = {
      data, cards, nodes, edges, network, shade, tones, repaint,
      group: (id) => groups.get(id),
      visible: () => ({
        nodes: nodes.length - hidden.nodes.size,
        edges: edges.length - hidden.edges.size,
      }),
      isHidden: (id) => hidden.nodes.has(id),
      isEdgeHidden: (id) => hidden.edges.has(id),
      hide(next) { hidden = next; repaint(); },
      /* Dim everything but these nodes; with a centre, edges that do not touch it as well. */
      emphasise(ids, centre) {
        focus = ids === null ? null : Object.assign(new Set(ids), { centre });
        repaint();
      },
      neighbours(id) {
        return edges.get({ filter: (e) => e.from === id || e.to === id }).map((e) => ({ edge: e, id: e.from === id ? e.to : e.from }));
      },
      fit() { network.fit({ animation: false, maxZoomLevel: 1.4 }); },
      /* A picture too large to be read in a small frame opens between its root and its middle. */
      open() {
        scene.fit();
        if (container.clientWidth < 720 && network.getScale() < LABEL_SCALE_ON_OPENING && data.root) {
          const [root, middle] = [network.getPosition(data.root), network.getViewPosition()];
          const position = { x: (root.x + middle.x) / 2, y: (root.y + middle.y) / 2 };
          network.moveTo({ position, scale: LABEL_SCALE_ON_OPENING });
        }
      },
      show(id) {
        // the card covers the right, or on a small screen the lower part
        const offset = container.clientWidth < 720 ? { x: 0, y: -container.clientHeight * 0.28 } : { x: -180, y: 0 };
        network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.8), offset });
      },
      zoom(factor) { network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.03), 4) }); },
      box: (id) => boxes.get(id) || network.getBoundingBox(id),
      add(newNodes, newEdges) {
        nodes.add(newNodes.map(plainNode));
        edges.add(newEdges.map((edge) => ({ ...edge, ...paintEdge(edge) })));
      },
    };
    return scene;
  };

  function fade(hex, opacity) {
    const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    return `rgba(${parts.join(",")},${opacity})`;
  }
})(window.zeren);
