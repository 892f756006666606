// A newsroom with colours, faces and pictures of its own: it looks so by day and by night, before and after the reader has
// woken, in the next page too, and everyone can use it. `examples/minbao` is its text.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { violationsEverywhere } from "./support/axe.mjs";
import { ENGINES, inChromium, onScreens } from "./support/browsers.mjs";
import { READER, ROOT, STRAIT } from "./support/environment.mjs";
import { serve } from "./support/server.mjs";

const folder = mkdtempSync(join(tmpdir(), "strait-look-"));
const example = join(ROOT, "examples/minbao");
const { theme, name } = JSON.parse(readFileSync(join(example, "site.json"), "utf8"));
const { lead, beside } = JSON.parse(readFileSync(join(example, "front.json"), "utf8"));
const path = (id) => `/article/${id}/`;
const [paper, pictured] = [{}, {}];

before(async () => {
  Object.assign(paper, await printed(example, "site"));
  Object.assign(pictured, await printed(withPicture(), "pictured"));
});
after(async () => {
  await Promise.all([paper.close(), pictured.close()]);
  rmSync(folder, { recursive: true });
});

/** Prints a newsroom, and serves it. */
function printed(content, name) {
  const root = join(folder, name);
  execFileSync(STRAIT, ["build", "--content", content, "--reader", READER, "--out", root], { stdio: "pipe" });
  return serve({ root });
}

/** The same newsroom, with its name as a picture: green by day, and of another colour by night. */
function withPicture() {
  const content = join(folder, "content");
  cpSync(example, content, { recursive: true });
  const drawing = (colour) => `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><rect width="240" height="60" fill="${colour}"/></svg>`;
  writeFileSync(join(content, "look/name.svg"), drawing("#00ff00"));
  writeFileSync(join(content, "look/night.svg"), drawing("#ff00ff"));
  writeFileSync(join(content, "style.css"), ":where(.settings) { gap: 7px }");
  const site = JSON.parse(readFileSync(join(content, "site.json"), "utf8"));
  site.theme.masthead = { light: "name.svg", dark: "night.svg" };
  writeFileSync(join(content, "site.json"), JSON.stringify(site));
  return content;
}

/** A colour as a page tells it. */
const told = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

/** What a reader sees of the look. */
const seenLook = (reader) =>
  reader.run(() => {
    const style = (css, name) => getComputedStyle(seen(css))[name];
    return {
      ground: style("html", "backgroundColor"),
      ink: style("html", "color"),
      headline: style("main h1", "fontFamily").split(",")[0],
      text: style("html", "fontFamily").split(",")[0],
      kicker: style(".kicker", "borderInlineStartStyle"),
      seal: style(".masthead__seal", "display"),
    };
  });

const BY_DAY = {
  ground: told(theme.light.ground),
  ink: told(theme.light.ink),
  headline: '"Kaiti TC"',
  text: '"Noto Serif CJK TC"',
  kicker: "solid",
  seal: "none",
};

onScreens(ENGINES, (reader) => {
  test("the look is there before the reader wakes, stays, and goes along to the next page", async () => {
    await reader.visit(paper.url(path(lead)));
    assert.deepEqual(await seenLook(reader), BY_DAY);
    await reader.awake();
    assert.deepEqual(await seenLook(reader), BY_DAY);
    await reader.mark();
    await reader.click(".masthead__name a");
    await reader.until("the front page is there", () => seen(".front-page"));
    await reader.click(`a[href="${path(beside[0])}"]`);
    await reader.until("the article is there", () => seen("main h1")?.closest(".article-page"));
    assert.ok(await reader.isSameDocument());
    assert.deepEqual(await seenLook(reader), BY_DAY);
    assert.deepEqual(await reader.run(() => [...witness.violations, ...witness.errors]), []);
  });

  test("chosen by the reader, the night is the paper's own", async () => {
    await reader.visitAwake(paper.url(path(lead)));
    await reader.run(() => dispatchEvent(new CustomEvent("choose", { detail: { theme: "dark" } })));
    await reader.until("it is dark", (ground) => getComputedStyle(document.documentElement).backgroundColor === ground, told(theme.dark.ground));
    await reader.run(() => dispatchEvent(new CustomEvent("choose", { detail: { theme: "" } })));
  });
});

inChromium((reader) => {
  for (const at of ["/", path(lead), "/section/local/", `${path(lead)}related/`, "/about/", "/hans/", "/settings/", "/no/such/page/"]) {
    test(`${at} has no violation, by day and by night, on 320 pixels and on a desk`, async () => {
      await reader.visit(paper.url(at));
      await reader.until("the page is whole", () => document.querySelector("main").innerText.trim().length > 10);
      assert.deepEqual(await violationsEverywhere(reader), []);
      await reader.resize("narrow");
      assert.equal(await reader.run(() => document.documentElement.scrollWidth), 320);
      await reader.resize("desktop");
    });
  }
});

onScreens(ENGINES, (reader) => {
  test("the name as a picture has its words, its room before it comes, and another by night", async () => {
    await reader.visitAwake(pictured.url("/"));
    const picture = await reader.find(".masthead__picture");
    assert.equal(await picture.getAccessibleName(), name);
    const { width, height } = await picture.getRect();
    assert.ok(Math.abs(width / height - 4) < 0.05 && height >= 40, `${width} × ${height}`);
    assert.deepEqual(await middle(reader, picture), [0, 255, 0]);
    await reader.run(() => dispatchEvent(new CustomEvent("choose", { detail: { theme: "dark" } })));
    await reader.driver.wait(async () => (await middle(reader, picture)).join() === "255,0,255", 20_000, "the night's picture does not come");
    await reader.run(() => dispatchEvent(new CustomEvent("choose", { detail: { theme: "" } })));
  });
});

onScreens(ENGINES, (reader) => {
  test("the newsroom's rules are stronger than those that a tool brings along", async () => {
    await reader.visit(pictured.url("/settings/"));
    await reader.until("the tool is there", () => document.querySelector(".settings"));
    assert.equal(await reader.run(() => getComputedStyle(document.querySelector(".settings")).rowGap), "7px");
  });
});

/** The colour in the middle of an element, as it is painted. */
async function middle(reader, element) {
  const shot = await element.takeScreenshot();
  return reader.run(async (shot) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(shot), (sign) => sign.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return [...canvas.getImageData(image.width / 2, image.height / 2, 1, 1).data].slice(0, 3);
  }, shot);
}
