"use strict";
/* Buttons that copy a field: the only thing on these pages that needs a script. */
for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "已复制";
    } catch {
      button.textContent = "请按 Ctrl+C";
    }
  });
}
