// The page `/embed/`: a partner finds an article, sees it as it will look, and copies a snippet that works.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, inChromium, onScreens } from "./support/browsers.mjs";
import { lead, site, word } from "./support/edition.mjs";
import { eachPaper, eachPartner } from "./support/paper.mjs";

const paper = eachPaper();
const hosts = eachPartner(paper);
const published = site.url.replace(/\/?$/, "/");
const code = () => document.querySelector(".embed-builder .embed-code")?.textContent ?? "";

/** Chooses in a list, as a person does. */
async function choose(reader, name, value) {
  await reader.run(
    (name, value) => {
      const control = document.querySelector(`.embed-builder select[name=${name}]`);
      control.value = value;
      control.dispatchEvent(new Event("change"));
    },
    name,
    value,
  );
}

onScreens(ENGINES, (reader) => {
  test("from the footer to a snippet that shows the article in another page", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.click(".footer__embed a");
    await reader.sees(word("embed_our_news"));
    await (await reader.find(".embed-builder input[type=search]")).sendKeys(lead.article.headline.slice(0, 6));
    await reader.click(".embed-builder__results button");
    await reader.until("the article is chosen", (id) => document.querySelector(".embed-builder .embed-code").textContent.includes(`/embed/article/${id}/`), lead.article.id);
    await choose(reader, "theme", "dark");
    await reader.until("the preview has it", () => document.querySelector(".embed-builder__preview iframe").src.includes("theme=dark"));
    assert.ok((await reader.url()).includes("theme=dark"), "each choice stands in the address");
    const snippet = (await reader.run(code)).replaceAll(published, paper.url("/"));
    for (const part of ["<blockquote>", lead.article.headline, "<iframe ", "theme=dark", "embed.js"]) assert.ok(snippet.includes(part), part);
    hosts.add("pasted.html", `<!doctype html><meta charset="utf-8"><title>x</title>${snippet}`);
    await reader.visit(hosts.url("pasted.html"));
    await reader.until("it is fitted", () => document.querySelector("iframe").style.height !== "");
    await reader.driver.switchTo().frame(0);
    assert.equal(await reader.driver.executeScript("return document.querySelector('h2 a').textContent"), lead.article.headline);
    await reader.driver.switchTo().defaultContent();
  });

  test("the address brings back each choice, and every way of writing works", async () => {
    for (const form of ["script", "element", "frame"]) {
      await reader.visit("about:blank");
      await reader.visit(paper.url(`/embed/#kind=section&section=${site.sections[1].path}&form=${form}&scale=1.15`));
      await reader.until("there is a snippet", () => document.querySelector(".embed-builder .embed-code")?.textContent.includes("section"));
      const snippet = (await reader.run(code)).replaceAll(published, paper.url("/"));
      hosts.add("pasted.html", `<!doctype html><meta charset="utf-8"><title>x</title>${snippet}`);
      await reader.visit(hosts.url("pasted.html"));
      await reader.until("there is a frame", () => document.querySelector("iframe"));
      assert.equal(await reader.run(() => new URL(document.querySelector("iframe").src).pathname), `/embed/section/${site.sections[1].path}/`, form);
      assert.ok((await reader.run(() => document.querySelector("iframe").src)).includes("scale=1.15"), form);
    }
  });

  test("away and back to what was chosen", async () => {
    await reader.visit(paper.url("/embed/#theme=dark"));
    await reader.until("there is a snippet", () => document.querySelector(".embed-builder .embed-code")?.textContent.includes("theme=dark"));
    await reader.click(".masthead__name a");
    await reader.find(".front-page");
    await reader.driver.navigate().back();
    await reader.until("the builder is back", () => document.querySelector(".embed-builder .embed-code")?.textContent.includes("theme=dark"));
    assert.deepEqual(await reader.run(() => witness.violations), []);
  });
});

inChromium((reader) => {
  test("where news cannot be fetched it says so, and takes a pasted address", async () => {
    paper.misbehave(/\/data\/(?!site)/, { status: 503 });
    await reader.visit(paper.url("/embed/"));
    await reader.until("it says so", (words) => document.querySelector(".embed-builder__status")?.textContent === words, word("no_news"));
    await (await reader.find(".embed-builder input[type=search]")).sendKeys(`${published}article/${lead.article.id}/`);
    await reader.until("the preview shows it", (id) => document.querySelector(".embed-builder__preview iframe")?.src.includes(id), lead.article.id);
  });

  test("the other edition has it in its own script, and leads to its own frames", async () => {
    await reader.visit(paper.url("/hant/embed/"));
    await reader.until("there is a snippet", () => document.querySelector(".embed-builder .embed-code")?.textContent.includes("/hant/embed/article/"));
    assert.ok((await reader.text(".embed-builder__kinds")).includes(word("kind_section", "traditional")));
  });

  for (const size of ["narrow", "desktop"]) {
    test(`nobody is kept out, ${size}`, async () => {
      await reader.resize(size);
      await reader.visit(paper.url("/embed/"));
      await reader.until("there is a snippet", () => document.querySelector(".embed-builder .embed-code")?.textContent);
      assert.ok((await reader.sideways()) <= 0);
      assert.deepEqual(await violations(reader), []);
      await reader.resize("desktop");
    });
  }
});

onScreens([{ engine: "chromium", size: "desktop", scripts: false }], (reader) => {
  test("without scripts the page says how it is written by hand", async () => {
    await reader.visit(paper.url("/embed/"));
    const page = await (await reader.find("main")).getText();
    assert.ok(page.includes(word("by_hand")) && page.includes(`${published}embed/article/ID/`), page);
  });
});
