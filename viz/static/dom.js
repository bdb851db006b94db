"use strict";
/* Small helpers. Text from documents reaches the page through textContent alone. */
window.zeren = window.zeren || {};
(function (zeren) {
  const SVG = "http://www.w3.org/2000/svg";

  zeren.byId = (id) => document.getElementById(id);

  /* An element with a class, a text and children; `on` is called when it is clicked. */
  zeren.make = function (tag, { cls, text, on, attrs, children } = {}) {
    const element = document.createElement(tag);
    if (cls) element.className = cls;
    if (text !== undefined) element.textContent = text;
    if (on) element.addEventListener("click", on);
    for (const [name, value] of Object.entries(attrs || {})) element.setAttribute(name, value);
    for (const child of children || []) if (child) element.append(child);
    return element;
  };

  /* A sample of a line (colour, width, dashes) or, without a width, of a node's fill. */
  zeren.swatch = function ({ colour, border, width, dashes, round }) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("width", width ? 26 : 18);
    svg.setAttribute("height", 12);
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(SVG, width ? "line" : "rect");
    const attributes = width
      ? { x1: 0, y1: 6, x2: 26, y2: 6, stroke: colour, "stroke-width": width * 1.4, "stroke-dasharray": (dashes || []).join(" ") }
      : { x: 1, y: 1, width: 16, height: 10, rx: round ? 5 : 2, fill: colour, stroke: border };
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
    return svg;
  };

  zeren.number = (value) => Number(value).toLocaleString("zh-CN");

  let timer = 0;
  /* One sentence at the foot of the picture, read aloud; it goes after a while unless it stays. */
  zeren.say = function (text, stays = false) {
    const status = zeren.byId("status");
    status.textContent = text;
    clearTimeout(timer);
    if (text && !stays) timer = setTimeout(() => { status.textContent = ""; }, 4000);
  };

  zeren.readData = () => JSON.parse(zeren.byId("data").textContent);
})(window.zeren);
