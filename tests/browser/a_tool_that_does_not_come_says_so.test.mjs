// A tool whose file is blocked or missing says so beside its button, and pressing again, or a reload, tries again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, onScreens } from "./support/browsers.mjs";
import { articlePath, lead, storyWithBlock, toolWord } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper({ isForgotten: true });
const FAILED = toolWord("page", "failed");

/** Buttons, the files that they need, and what they do when these come. */
const TOOLS = {
  "saving, without its script": [lead, ".save-button", "/tools/saved-", () => seen(".save-button").dataset.state === "saved"],
  "saving, without its words": [lead, ".save-button", "/assets/words-", () => seen(".save-button").dataset.state === "saved"],
  "pictures, without their script": [lead, ".article .figure__open", "/tools/lightbox-", () => document.querySelector(".lightbox[open]")],
  "a player, without its script": [storyWithBlock("embed"), ".embed button", "/tools/player-", () => seen(".embed iframe")],
};

onScreens(ENGINES, (reader) => {
  for (const [name, [story, button, file, works]] of Object.entries(TOOLS)) {
    test(`${name}: it is said, and the next try works`, async () => {
      // What a worker keeps would come all the same.
      paper.misbehave("/worker.js", { status: 404 });
      paper.misbehave(file, { status: 404 });
      await reader.visit(paper.url(articlePath(story)));
      await reader.until("the tools are offered", () => "scripts" in document.documentElement.dataset && document.readyState === "complete");
      await reader.click(button);
      const said = `${button} + output.tool-failed`;
      await reader.until("it is said", (css, text) => seen(css)?.innerText.includes(text), said, FAILED);
      assert.ok((await reader.sideways()) <= 0);
      paper.mend();
      // Firefox remembers a module that failed.
      const isRemembered = reader.engine === "firefox" && file.startsWith("/tools/");
      if (isRemembered) await reader.driver.navigate().refresh();
      await reader.click(button);
      await reader.until("it works", works);
      assert.equal(await reader.run((css) => document.querySelector(css)?.checkVisibility() ?? false, said), false);
    });
  }

  test("settings are a page where their panel does not come", async () => {
    paper.misbehave("/tools/settings-", { status: 404 });
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.run(() => seen(".masthead [data-tool=settings]").click());
    await reader.until("the page is there", () => location.pathname === "/settings/" && document.querySelector(".tool-failed"));
  });
});
