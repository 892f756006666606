// The reader makes text larger; it stays so, from the first paint on, and goes along to the phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { articleKinds, articlePath, canonical, front, lead, relatedPath, sectionPath } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";
import { readCode } from "./support/qr.mjs";

const paper = eachPaper();
const long = articleKinds()["a long read"];
const LARGER = ".text-size [data-size-step='1']";
const SMALLER = ".text-size [data-size-step='-1']";

const sizeOfText = (reader) => reader.run(() => Number.parseFloat(getComputedStyle(seen(".article__body p")).fontSize));
const forget = (reader) => reader.run(() => localStorage.clear());

onScreens(SCREENS, (reader) => {
  test("text grows and shrinks within five steps, and stays so on the pages that follow", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    await forget(reader);
    const usual = await sizeOfText(reader);
    for (const step of ["3", "4", "5", "5"]) {
      await reader.click(LARGER);
      assert.equal(await reader.run(() => document.documentElement.dataset.size), step);
    }
    const largest = await sizeOfText(reader);
    assert.ok(largest > 1.4 * usual, `${usual} px, then ${largest} px`);
    assert.match(await reader.run(() => seen(".text-size output").textContent), /^5 /);
    await reader.visit(paper.url(articlePath(lead)));
    assert.ok((await sizeOfText(reader)) > 1.4 * usual);
    for (let step = 0; step < 5; step += 1) await reader.click(SMALLER);
    assert.ok((await sizeOfText(reader)) < usual);
    await forget(reader);
  });

  test("at the largest size nothing sticks out", async () => {
    for (const path of ["/", articlePath(lead), articlePath(long), relatedPath(lead), sectionPath(front.strips[0].section), "/embed/"]) {
      await reader.visit(`${paper.url(path)}?size=5`);
      await reader.until("the size is applied", () => document.documentElement.dataset.size === "5");
      assert.ok((await reader.sideways()) <= 0, path);
    }
    await forget(reader);
  });
});

onScreens(ENGINES, (reader) => {
  test("the buttons work where WASM cannot", async () => {
    paper.misbehave(/\.wasm$/, { status: 404 });
    await reader.visit(paper.url(articlePath(long)));
    await reader.awake("failed");
    await reader.click(LARGER);
    assert.equal(await reader.run(() => document.documentElement.dataset.size), "3");
    await forget(reader);
  });

  test("the code on screen takes the size along, and whoever scans it has it, unless they chose their own", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    await forget(reader);
    await reader.click(LARGER);
    await reader.run(() => scrollTo({ top: 0, behavior: "instant" }));
    await reader.until("the code knows", () => seen(".continue-on-phone__card").dataset.place === "3");
    const code = await reader.find(".qr-code:not(.qr-code--paper)");
    const said = readCode(await code.takeScreenshot());
    assert.equal(new URL(said).searchParams.get("size"), "3");
    assert.equal(said.split("?")[0], canonical(articlePath(long)));
    await forget(reader);
    const { search } = new URL(said);
    await reader.visit(paper.url(articlePath(long)) + search);
    assert.equal(await reader.run(() => document.documentElement.dataset.size), "3");
    await reader.click(LARGER);
    await reader.visit(paper.url(articlePath(long)) + search);
    assert.equal(await reader.run(() => document.documentElement.dataset.size), "4");
    await reader.visit(`${paper.url(articlePath(long))}?size=9`);
    assert.equal(await reader.run(() => document.documentElement.dataset.size), "4");
    await forget(reader);
    await reader.visit(`${paper.url(articlePath(long))}?size=9`);
    assert.equal(await reader.run(() => localStorage.getItem("strait-choices")), null, "what is no choice is not kept");
    await forget(reader);
  });
});

inChromium((reader) => {
  test("a chosen size is there at the first paint: nothing moves", async () => {
    await reader.visit(paper.url(articlePath(long)));
    await reader.run(() => localStorage.setItem("strait-choices", "size=5"));
    await reader.visitAwake(paper.url(articlePath(long)));
    assert.deepEqual(await reader.run(() => [document.documentElement.dataset.size, witness.shifts]), ["5", []]);
    await forget(reader);
  });
});
