// With the headers on, no kind of page or frame breaks the content security policy or Trusted Types, or says anything on the
// console; and whatever would is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, onScreens } from "./support/browsers.mjs";
import { articlePath, isWithdrawn, lead, printedFrames, storyThat, storyWithBlock } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();

/** Whether a page and all that it asks for by itself have come: what is on its way when a page is left, Firefox warns of. */
function isAllThere() {
  const script = document.querySelector("script[data-words]");
  if (!script) return document.readyState === "complete";
  const { reader, voices } = document.documentElement.dataset;
  const tools = [...document.querySelectorAll("div[data-tool]")];
  return (!script.dataset.reader || reader === "ready") && voices !== undefined && tools.every((place) => place.childElementCount > 0);
}

onScreens(ENGINES, (reader) => {
  test("no kind of page or frame is warned of on the console", async () => {
    const framed = ({ article }) => `/embed/article/${article.id}/`;
    const kinds = ["article/", "full/", "section/", "related/"].map((kind) => printedFrames().find((path) => path.includes(kind)));
    const states = [framed(storyThat("withdrawn article", isWithdrawn)), `/hant${framed(lead)}`, "/embed/article/no-such-one/"];
    for (const path of ["/", articlePath(lead), "/embed/", "/search/", "/saved/", "/settings/", ...kinds, ...states]) {
      await reader.visit("about:blank");
      await reader.console();
      await reader.visit(paper.url(path));
      await reader.until("all is there", isAllThere);
      const isExpected = (message) => /favicon|no-such-one.*404/.test(message);
      assert.deepEqual((await reader.console()).filter((message) => !isExpected(message)), [], path);
    }
  });

  test("a header that an engine does not know is told, where it tells of such", async () => {
    paper.misbehave(/^\/$/, { headers: { "Permissions-Policy": "no-such-feature=()" } });
    await reader.console();
    await reader.visit(paper.url("/"));
    const told = (await reader.console()).some((message) => message.includes("no-such-feature"));
    assert.equal(told, reader.engine === "chromium", "Firefox reads no such header");
  });
});

onScreens(ENGINES, (reader) => {
  test("a tour in place, with an embed loaded", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.click(".related-news h3 a");
    await reader.until("another article is there", (path) => location.pathname !== path, articlePath(lead));
    assert.deepEqual(await reader.run(() => [...witness.violations, ...witness.errors]), []);
    const embedding = storyWithBlock("embed");
    await reader.visitAwake(paper.url(articlePath(embedding)));
    await reader.click(".embed button");
    await reader.find(".embed iframe");
    assert.deepEqual(await reader.run(() => witness.violations), []);
  });

  test("the policy is strict: inline handlers, markup and evaluated code are refused", async () => {
    await reader.visitAwake(paper.url("/"));
    const done = await reader.run(() => {
      const attempt = (act) => {
        try {
          return `done: ${act()}`;
        } catch (error) {
          return error.name;
        }
      };
      const place = document.createElement("div");
      document.body.append(place);
      return {
        handler: attempt(() => (place.innerHTML = "<img src=x onerror='window.broken = true'>")),
        script: attempt(() => (place.innerHTML = "<script>window.broken = true<" + "/script>")),
        frame: attempt(() => (place.innerHTML = "<iframe srcdoc='x'></iframe>")),
      };
    });
    const hasTrustedTypes = await reader.run(() => "trustedTypes" in window);
    if (hasTrustedTypes) assert.deepEqual(done, { handler: "TypeError", script: "TypeError", frame: "TypeError" });
    await reader.driver.sleep(200);
    assert.equal(await reader.run(() => "broken" in window), false);
  });

  test("a page that does break the policy is noticed", async () => {
    paper.misbehave(/^\/$/, { rewrites: (html) => html.replace("</body>", "<script>window.broken = true</script><p style='color: red' onclick='x()'></p></body>") });
    await reader.visitAwake(paper.url("/"));
    await reader.until("violations are noted", () => witness.violations.length >= 2);
    assert.equal(await reader.run(() => "broken" in window), false);
    if (reader.engine === "chromium") assert.ok((await reader.console()).some((message) => message.includes("Content Security Policy")));
  });
});
