// Every printed page, with the reader running, and every printed frame keeps the content security policy and Trusted Types,
// and says nothing on the console. That `strait serve` sends the same policy with each is for `tests/serve`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browsers.mjs";
import { printedFrames, printedPages } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
/** How many frames are looked at together. */
const AT_ONCE = 12;

/** Shows frames as a partner's page does, and says what each had to complain of. Runs in the page. */
function showFrames(paths, done) {
  const show = (path) =>
    new Promise((resolve) => {
      const frame = Object.assign(document.createElement("iframe"), { src: path, width: 480, height: 450 });
      frame.addEventListener("load", () => {
        const { witness } = frame.contentWindow;
        resolve(witness ? [...witness.errors, ...witness.violations].map((words) => `${path}: ${words}`) : [`${path} was not shown`]);
      });
      document.body.append(frame);
    });
  Promise.all(paths.map(show)).then((told) => done(told.flat()));
}

inChromium((reader) => {
  test("every printed page, with the reader running", async () => {
    const pages = printedPages();
    assert.ok(pages.length > 100, `${pages.length} pages`);
    await reader.console();
    const complaints = [];
    for (const path of [...pages, "/no/such/page/"]) {
      // The page of a tool has no reader: its script fills its place.
      if (/(embed|search|saved|settings)\/$/.test(path)) {
        await reader.visit(paper.url(path));
        await reader.until("the tool is there", () => document.querySelector("div[data-tool]").childElementCount > 0);
      } else await reader.visitAwake(paper.url(path));
      const { errors, violations } = await reader.run(() => ({ errors: witness.errors, violations: witness.violations }));
      const isExpected = (message) => path === "/no/such/page/" && message.includes("404");
      const logged = (await reader.console()).filter((message) => !isExpected(message));
      complaints.push(...[...errors, ...violations, ...logged].map((words) => `${path}: ${words}`));
    }
    assert.deepEqual(complaints, []);
    const missing = paper.log.filter(({ path, status }) => status >= 400 && path !== "/no/such/page/" && path !== "/favicon.ico");
    assert.deepEqual(missing.map(({ path }) => path), []);
  });

  test("every printed frame", async () => {
    const frames = printedFrames();
    assert.ok(frames.length > 100, `${frames.length} frames`);
    await reader.console();
    const complaints = [];
    const paths = [...frames, "/embed/article/no-such-one/"];
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const some = paths.slice(at, at + AT_ONCE);
      // A page of no words, so that all that is said is said by the frames.
      await reader.visit(paper.url("/robots.txt"));
      const told = await reader.driver.executeAsyncScript(showFrames, some);
      const isExpected = (message) => /favicon|no-such-one.*404/.test(message);
      const logged = (await reader.console()).filter((message) => !isExpected(message));
      complaints.push(...told, ...logged.map((words) => `${some}: ${words}`));
    }
    assert.deepEqual(complaints, []);
  });

  test("a frame that breaks it is noticed", async () => {
    const path = printedFrames()[0];
    paper.misbehave(path, { rewrites: (html) => html.replace("</body>", "<script>window.broken = true</script></body>") });
    await reader.visit(paper.url("/robots.txt"));
    const told = await reader.driver.executeAsyncScript(showFrames, [path]);
    assert.ok(told.some((words) => words.startsWith(`${path}: script-src`)), told.join("\n"));
    assert.ok((await reader.console()).some((message) => message.includes("Content Security Policy")));
  });
});
