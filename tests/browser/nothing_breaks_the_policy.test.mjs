// With the headers on, no printed page breaks the content security policy or Trusted Types, or says anything on the console.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, inChromium, onScreens } from "./support/browsers.mjs";
import { articlePath, lead, printedFrames, printedPages, storyWithBlock } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();

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
    for (const path of [...frames, "/embed/article/no-such-one/"]) {
      await reader.visit(paper.url(path));
      const { errors, violations } = await reader.run(() => ({ errors: witness.errors, violations: witness.violations }));
      // Alone in a window a frame has no icon; and one is not there.
      const isExpected = (message) => /favicon|no-such-one.*404/.test(message);
      const logged = (await reader.console()).filter((message) => !isExpected(message));
      complaints.push(...[...errors, ...violations, ...logged].map((words) => `${path}: ${words}`));
    }
    assert.deepEqual(complaints, []);
  });
});

onScreens(ENGINES, (reader) => {
  test("no kind of page or frame is warned of on the console", async () => {
    const frames = ["article/", "full/", "section/", "related/"].map((kind) => printedFrames().find((path) => path.includes(kind)));
    for (const path of ["/", articlePath(lead), "/embed/", "/search/", "/saved/", "/settings/", ...frames]) {
      await reader.visit("about:blank");
      await reader.console();
      await reader.visit(paper.url(path));
      await reader.until("all is there", () => document.readyState === "complete");
      assert.deepEqual((await reader.console()).filter((message) => !message.includes("favicon")), [], path);
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
