// What is not needed to read is loaded when it is first asked for.

import { around, failed, isPlain, root } from "./page.js";

const TOOLS = {
  embed: () => import("../tools/embed.js"),
  search: () => import("../tools/search.js"),
  saved: () => import("../tools/saved.js"),
  settings: () => import("../tools/settings.js"),
  listen: () => import("../tools/listen.js"),
  lightbox: () => import("../tools/lightbox.js"),
  player: () => import("../tools/player.js"),
};

/** Lets a tool fill its place, or do what its button says. */
async function use(place, name = place.dataset.tool) {
  delete place.dataset.failed;
  try {
    const tool = await TOOLS[name]();
    await tool.open(place);
  } catch (why) {
    // No network, or a newer paper: a link leads to a page, and beside a button it is said in words. Who presses it
    // again asks again; Firefox remembers a module that failed until the page is reloaded.
    console.warn(why);
    if (place.href) location.assign(place.href);
    else if (place !== root) tellFailure(place);
  }
}

/** The words stand where a style sheet shows them as long as the failure lasts. A tool's page has its own. */
function tellFailure(place) {
  place.dataset.failed = "";
  if (place.nextElementSibling?.className === "tool-failed") return;
  const said = document.createElement("output");
  said.className = "tool-failed";
  place.after(said);
  said.textContent = failed;
}

for (const place of document.querySelectorAll("div[data-tool]")) use(place);

addEventListener("click", (event) => {
  // A picture is its own button too.
  const button = around(event, "[data-tool]:not(div)") ?? around(event, ".article picture")?.parentElement.querySelector(".figure__open");
  if (!button || !isPlain(event)) return;
  event.preventDefault();
  // iOS lets only a tap begin to speak, and this tap is over when the tool is there.
  if (button.dataset.tool === "listen") window.speechSynthesis?.speak(new SpeechSynthesisUtterance(""));
  use(button);
});

// A picture that was shared or reloaded is open again.
if (/^#picture-\d+$/.test(location.hash)) use(root, "lightbox");
