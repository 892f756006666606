// Pages beside the news are led to from every page, open as plain pages, and lead back into the paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCREENS, onScreens } from "./support/browsers.mjs";
import { articlePath, lead } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const HALVES = SCREENS.filter(({ engine }) => engine === "chromium").flatMap((screen) => [screen, { ...screen, scripts: false }]);

onScreens(HALVES, (reader) => {
  test("the footer of an article leads to the page of corrections, and that to an article", async () => {
    await reader.visit(paper.url(articlePath(lead)));
    await reader.click("footer a[href='/corrections/']");
    await reader.sees("更正");
    assert.equal(await reader.path(), "/corrections/");
    const headline = await reader.text(".corrected h2 a");
    await reader.click(".corrected h2 a");
    await reader.sees(headline);
    assert.ok((await reader.driver.findElements({ css: ".corrections" })).length, "the article says what was put right");
  });

  test("nothing is wider than the screen", async () => {
    for (const path of ["/about/", "/corrections/", "/corrections/page/1/", "/hant/accessibility/"]) {
      await reader.visit(paper.url(path));
      if (reader.wishes.scripts !== false) assert.equal(await reader.sideways(), 0, path);
      const { width } = await (await reader.find(".standing-page")).getRect();
      assert.ok(width <= (reader.size === "phone" ? 360 : 1280), `${path}: ${width}`);
    }
  });
});

onScreens(SCREENS.filter(({ size }) => size === "phone"), (reader) => {
  test("back from an article that was opened in place, the page stands where it was left", async () => {
    await reader.visitAwake(paper.url("/corrections/"));
    await reader.mark();
    const links = await reader.driver.findElements({ css: ".corrected h2 a" });
    const last = links.at(-1);
    const headline = await last.getText();
    await reader.bring(last);
    const before = await reader.run(() => Math.round(scrollY));
    await last.click();
    await reader.sees(headline);
    assert.ok(await reader.isSameDocument(), "it was opened in place");
    await reader.driver.navigate().back();
    await reader.sees("更正");
    await reader.until("it stands where it was left", (before) => Math.abs(scrollY - before) < 8, before);
    const look = await reader.run(() => getComputedStyle(seen(".corrected > li")).borderTopStyle);
    assert.equal(look, "solid", "it has its own look");
  });

  test("the page in the other script is a link away", async () => {
    await reader.visit(paper.url("/about/"));
    assert.equal(await reader.run(() => document.querySelector(".masthead__editions a").getAttribute("href")), "/hant/about/");
  });
});
