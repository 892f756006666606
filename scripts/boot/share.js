// The share sheet offers what the browser can do. It stands here, since sharing must work where the reader does not.

import { around, dataset } from "./page.js";

dataset.can = [navigator.share && "share", navigator.clipboard && "copy"].join(" ");
addEventListener("click", async (event) => {
  const button = around(event, "[data-share]");
  if (!button) return;
  // The page on screen, in its edition; neither the place in it nor where the reader came from.
  const { href: url } = document.querySelector("link[rel=canonical]");
  // Whoever closes the device's sheet has changed their mind.
  if (button.dataset.share === "sheet") return void navigator.share({ title: document.title, url }).catch(() => {});
  const said = await navigator.clipboard.writeText(url).then(() => "copied", () => "refused");
  button.parentElement.querySelector("output").textContent = button.dataset[said];
});
