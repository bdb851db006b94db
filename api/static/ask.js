"use strict";
/* Completes unit, place and plan names in the box for questions. */
for (const form of document.querySelectorAll("form[data-completions]")) {
  const field = form.elements.namedItem("q");
  const list = document.getElementById(field.getAttribute("list"));
  let waiting = 0;
  let latest = "";
  async function complete() {
    const asked = field.value;
    latest = asked;
    const answer = await fetch(`${form.dataset.completions}?q=${encodeURIComponent(asked)}`);
    if (!answer.ok || latest !== asked) return;
    const found = await answer.json();
    list.replaceChildren(...found.map((each) => new Option(each.name, each.question)));
  }
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (field.value.trim() && field.value.length <= 300) waiting = setTimeout(complete, 120);
  });
}
