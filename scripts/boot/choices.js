// Choices that stand on every page. `early.js` applies and keeps them.

import { around, dataset } from "./page.js";

const choose = (detail) => dispatchEvent(new CustomEvent("choose", { detail }));

addEventListener("click", (event) => {
  const button = around(event, "[data-size-step]");
  if (button) {
    choose({ size: Math.min(Math.max(Number(dataset.size ?? 2) + Number(button.dataset.sizeStep), 1), 5) });
    button.parentElement.querySelector("output").textContent = dataset.size + " / 5";
  }
  // Who changes to another script means it for the next pages too.
  const edition = around(event, "a[hreflang][rel~=alternate]");
  if (edition) choose({ edition: edition.hreflang });
});
