// Fifty embeds on one page, on a phone with a slow processor: what is below is not loaded, nothing moves, nothing waits.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { printedFrames } from "./support/edition.mjs";
import { SITE } from "./support/environment.mjs";
import { eachPaper, eachPartner } from "./support/paper.mjs";

const paper = eachPaper();
const hosts = eachPartner(paper);
/** In bytes, as it travels: the compressed copy was made with brotli 11. */
const weigh = (file) => statSync(join(SITE, `${file}.br`)).size;
const isFitted = () => document.querySelector("iframe").style.height !== "";

const isAllInSightFitted = () =>
  [...document.querySelectorAll("iframe")].every((frame) => {
    const { top, bottom } = frame.getBoundingClientRect();
    return bottom < 0 || top > innerHeight || frame.style.height;
  });

/** Of all that the host's page does in `use`, the share that our script does: no machine is too slow for it. */
async function shareOfOurs(reader, use) {
  await reader.devtools("Profiler.enable");
  await reader.devtools("Profiler.start");
  await use();
  const { profile } = await reader.devtools("Profiler.stop");
  const calls = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = (isCounted) =>
    profile.samples.reduce((sum, id, at) => sum + (isCounted(calls.get(id)) ? profile.timeDeltas[at] : 0), 0);
  return spent(({ url }) => url.endsWith("/embed.js")) / spent(({ functionName }) => functionName !== "(idle)");
}

onScreens(SCREENS.filter(({ size }) => size === "phone"), (reader) => {
  test("what is below the fold is not loaded until it comes near", async () => {
    await reader.visit(hosts.url("fifty.html"));
    await reader.until("the first is fitted", isFitted);
    const loaded = new Set(paper.requests("/embed/article/").map(({ path }) => path));
    assert.ok(loaded.size < 15, `${loaded.size} of 50 are loaded`);
    await reader.run(() => document.querySelectorAll("iframe")[49].scrollIntoView());
    await reader.until("the last is fitted", () => document.querySelectorAll("iframe")[49].style.height !== "");
    assert.equal(await reader.run(() => witness.errors.length), 0);
  });
});

inChromium((reader) => {
  test("nothing of the host's page moves, and our script is less than a third of its work", async () => {
    await reader.devtools("Emulation.setCPUThrottlingRate", { rate: 4 });
    try {
      await reader.visit("about:blank");
      const share = await shareOfOurs(reader, async () => {
        await reader.visit(hosts.url("fifty.html"));
        await reader.until("the first is fitted", isFitted);
        for (let at = 0; at < 12; at += 1) {
          await reader.run((at) => scrollTo({ top: at * 500, behavior: "instant" }), at);
          await reader.until("what is in sight is fitted", isAllInSightFitted);
        }
      });
      assert.deepEqual((await reader.run(() => witness.shifts)).filter(({ value }) => value > 0.0001), []);
      assert.ok(share > 0 && share < 1 / 3, `${Math.round(share * 100)} % of the work is ours`);
    } finally {
      await reader.devtools("Emulation.setCPUThrottlingRate", { rate: 1 });
    }
  });
}, "phone");

test("the loader is at most 1,000 bytes, every card and list with its script at most 12,000", () => {
  assert.ok(weigh("embed.js") <= 1_000, `${weigh("embed.js")}`);
  const [, script] = readFileSync(join(SITE, printedFrames()[0], "index.html"), "utf8").match(/src="\/(assets\/embed-frame-[^"]*)"/);
  for (const path of printedFrames().filter((path) => !path.endsWith("/full/"))) {
    const html = `${path.slice(1)}index.html`;
    assert.ok(weigh(html) + weigh(script) <= 12_000, `${path}: ${weigh(html)} + ${weigh(script)}`);
    assert.ok(!readFileSync(join(SITE, html), "utf8").includes("wasm"), path);
  }
});
