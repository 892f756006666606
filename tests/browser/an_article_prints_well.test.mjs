// On paper: the article, its address and its code; nothing to click.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, inChromium, onScreens } from "./support/browsers.mjs";
import { articlePath, canonical, lead } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";
import { readCode } from "./support/qr.mjs";

const paper = eachPaper();
const FOR_SCREENS = [".skip-link", ".masthead__editions", ".masthead__sections", ".masthead__menu", ".breadcrumb", ".footer nav", ".continue-on-phone button", ".related-news", ".masthead__search", ".masthead__tools", ".article__tools", ".settings-panel"];

inChromium((reader) => {
  test("what is for screens is left out, the article, its address and its code are there", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.run(() => seen(".masthead [data-tool=settings]").click());
    await reader.until("the panel is open", () => document.querySelector(".settings-panel")?.open);
    await reader.devtools("Emulation.setEmulatedMedia", { media: "print" });
    for (const css of FOR_SCREENS) assert.equal(await (await reader.find(css)).isDisplayed(), false, css);
    const words = await reader.text("main");
    assert.ok(words.includes(lead.article.headline));
    assert.ok(words.includes(canonical(articlePath(lead)).replace("https://", "")));
    await reader.bring(".qr-code");
    assert.equal(readCode(await reader.driver.takeScreenshot()), canonical(articlePath(lead)));
    await reader.devtools("Emulation.setEmulatedMedia", { media: "" });
  });

  test("after a navigation only the article on screen is printed", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.until("the end of the article is there", () => seen(".article__copyright"));
    await reader.devtools("Emulation.setEmulatedMedia", { media: "print" });
    const text = await reader.text("main");
    assert.ok(text.includes(lead.article.headline));
    assert.ok(await reader.run(() => [...document.querySelectorAll(".front-page")].every((page) => page.getClientRects().length === 0)));
    await reader.devtools("Emulation.setEmulatedMedia", { media: "" });
  });

  test("in the dark it prints black on white", async () => {
    const dark = [{ name: "prefers-color-scheme", value: "dark" }];
    await reader.devtools("Emulation.setEmulatedMedia", { media: "print", features: dark });
    await reader.visit(paper.url(articlePath(lead)));
    const { ink, ground } = await reader.run(() => ({ ink: getComputedStyle(seen("main h1")).color, ground: getComputedStyle(document.body).backgroundColor }));
    assert.equal(ink, "rgb(0, 0, 0)");
    assert.match(ground, /^rgb\(255, 255, 255\)$|^rgba\(0, 0, 0, 0\)$/);
    await reader.devtools("Emulation.setEmulatedMedia", { media: "", features: [] });
  });
});

onScreens(ENGINES, (reader) => {
  test("an article becomes a PDF", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.until("it is painted", () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
    const pdf = Buffer.from(await reader.driver.printPage({}), "base64");
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
  });
});
