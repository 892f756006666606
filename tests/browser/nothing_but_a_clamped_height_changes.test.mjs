// A hostile host learns nothing from our frames, and a hostile frame does nothing to its host: a clamped height changes, and that is all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, onScreens } from "./support/browsers.mjs";
import { lead } from "./support/edition.mjs";
import { eachPaper, eachPartner } from "./support/paper.mjs";

const paper = eachPaper();
const hosts = eachPartner(paper);

/** A page with a frame of ours whose content is `says`: the paper itself has been taken over. */
async function visitTakenOver(reader, says) {
  paper.misbehave(/\/embed\/article\//, { says: `<!doctype html><body>taken over<script>${says}</script>`, headers: { "Content-Security-Policy": "frame-ancestors *", "Cross-Origin-Embedder-Policy": "unsafe-none", "Cache-Control": "no-store" } });
  await reader.visit(hosts.url("plain.html"));
}

const state = () => {
  const frame = document.querySelector("iframe");
  const others = [...document.querySelectorAll("h1, p, strait-embed")].map((element) => element.outerHTML.replace(/ style="[^"]*"/g, ""));
  return { height: parseInt(frame.style.height), address: location.pathname, title: document.title, src: frame.src, sandbox: frame.getAttribute("sandbox"), others };
};

onScreens(ENGINES, (reader) => {
  test("a hostile frame's heights are rounded and clamped, whatever it says", async () => {
    for (const [told, expected] of [["1e9", 10_000], ["1234.2", 1235]]) {
      await visitTakenOver(reader, `parent.postMessage({strait: ${told}, location: "https://evil.example", html: "<b>taken over</b>"}, "*")`);
      await reader.until("a height was taken", () => document.querySelector("iframe").style.height !== "");
      const { height, address, title } = await reader.run(state);
      assert.deepEqual({ height, address, title }, { height: expected, address: "/plain.html", title: "By hand" }, told);
    }
  });

  test("what is no height changes nothing", async () => {
    const words = ["NaN", "Infinity", "-Infinity", '"500"', "null", "[500]", "{valueOf: 500}", "true", "undefined"];
    const says = `for (const strait of [${words}]) parent.postMessage({strait}, "*"); for (const said of [500, "500", null, [500], undefined]) parent.postMessage(said, "*"); parent.postMessage("done", "*")`;
    await reader.browser.preload(`addEventListener("message", ({ data }) => data === "done" && requestAnimationFrame(() => (window.isAllSaid = true)));`);
    await visitTakenOver(reader, says);
    await reader.until("all was said", () => window.isAllSaid);
    assert.equal(await reader.run(() => document.querySelector("iframe").style.height), "");
    assert.ok(await reader.run(() => document.querySelector("blockquote").offsetHeight > 0), "the words still stand for it");
  });

  test("a flood of heights is taken a few times a second", async () => {
    await visitTakenOver(reader, `let height = 500; setInterval(() => { for (let at = 0; at < 50; at += 1) parent.postMessage({strait: height = 1000 - height + at}, "*") }, 1)`);
    await reader.until("a height was taken", () => document.querySelector("iframe").style.height !== "");
    const [changes, told] = await reader.run(() => new Promise((resolve) => {
      let [count, told] = [0, 0];
      addEventListener("message", () => (told += 1));
      const observer = new MutationObserver((records) => (count += records.length > 0));
      observer.observe(document.querySelector("iframe"), { attributes: true, attributeFilter: ["style"] });
      setTimeout(() => resolve([count, told]), 1000);
    }));
    assert.ok(told > 100, `the flood is there: ${told} heights in a second`);
    assert.ok(changes <= 6, `${changes} changes in a second`);
  });

  test("heights that the host's own scripts, other windows or other origins make up are not taken", async () => {
    await reader.visit(hosts.url("plain.html"));
    await reader.until("it is fitted", () => document.querySelector("iframe").style.height !== "");
    const before = await reader.run(state);
    await reader.run(() => {
      const forged = document.createElement("iframe");
      forged.title = "forged";
      forged.srcdoc = "<script>parent.postMessage({strait: 9000}, '*')<" + "/script>";
      document.body.append(forged);
      window.postMessage({ strait: 9000 }, "*");
      const source = document.querySelector("iframe").contentWindow;
      for (const origin of ["https://evil.example", location.origin, ""]) {
        try {
          dispatchEvent(new MessageEvent("message", { data: { strait: 9000 }, source, origin }));
        } catch {
          // Firefox lets nobody make up a message from a window of another origin.
        }
      }
      return new Promise((resolve) => setTimeout(resolve, 500));
    });
    assert.deepEqual(await reader.run(state), before);
  });

  test("a hostile host hears a number, and the words that it said itself, and no more", async () => {
    const frame = paper.url(`/embed/article/${lead.article.id}/`);
    hosts.add("listen.html", `<!doctype html><title>listen</title><iframe title="x" sandbox="allow-scripts" src="${frame}#secret=Mine1&theme=dark&accent=%22%3E&scale=9e9"></iframe>
      <script>window.heard = []; addEventListener("message", ({data}) => heard.push(JSON.stringify(data)));
      setInterval(() => { for (let at = 0; at < 20; at++) frames[0].postMessage({theme: "light", height: -1, run: "alert(1)"}, "*") }, 5)</script>`);
    await reader.visit(hosts.url("listen.html"));
    await reader.until("something is heard", () => heard.length > 3);
    const numbers = await reader.run(() => [...new Set(heard)]);
    const ours = new Set(["strait", "sentinel", "type", "height", "datawrapper-height", "message", "value", "secret", "context", "src"]);
    for (const said of numbers) {
      const data = JSON.parse(said);
      const object = typeof data === "string" ? JSON.parse(data) : data;
      assert.deepEqual(Object.keys(object).filter((key) => !ours.has(key)), [], said);
      assert.equal(typeof object.height, "number", said);
      if (object.secret) assert.equal(object.secret, "Mine1");
    }
    const rate = await reader.run(() => new Promise((resolve) => {
      const before = heard.length;
      setTimeout(() => resolve(heard.length - before), 1000);
    }));
    assert.ok(rate <= 60, `${rate} messages in a second, for 4,000 questions`);
  });

  test("pages that are not for partners cannot be framed", async () => {
    hosts.add("frame-all.html", `<!doctype html><title>x</title>${["", `article/${lead.article.id}/`, "embed/"].map((path) => `<iframe title="x" src="${paper.url(path)}"></iframe>`).join("")}<iframe title="x" src="${paper.url(`embed/article/${lead.article.id}/`)}"></iframe>`);
    await reader.visit(hosts.url("frame-all.html"));
    const says = [];
    for (const frame of await reader.driver.findElements({ css: "iframe" })) {
      await reader.driver.switchTo().frame(frame);
      says.push(await reader.driver.executeScript("return document.querySelector('main') !== null").catch(() => false));
      await reader.driver.switchTo().defaultContent();
    }
    assert.deepEqual(says, [false, false, false, true]);
  });
});
