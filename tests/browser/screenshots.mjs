// The pictures of the README (`cargo xtask screenshots`): what a reader sees of the demo site, and of a paper with its own look.
// The reader (WASM) is not started: printed pages show dates, so the pictures are the same at any hour.
//
//   node tests/browser/screenshots.mjs        writes docs/screenshots/*.webp
// STRAIT_SITE, CHROMIUM, CHROMEDRIVER: see support/environment.mjs.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openChromium } from "./bench/chromium.mjs";
import { serve } from "./bench/server.mjs";
import { READER, ROOT, SITE, STRAIT } from "./support/environment.mjs";

const FOLDER = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const LARGEST = 150_000;

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844, density: 2, phone: true };
const FRONT = "/";
const SECTION = "/section/news/xiamen/";
const ARTICLE = "/article/20261123-1000001/";
const SHOTS = [
  { name: "front", path: FRONT, screen: DESKTOP, scheme: "light" },
  { name: "section", path: SECTION, screen: DESKTOP, scheme: "light" },
  { name: "article", path: ARTICLE, screen: DESKTOP, scheme: "light" },
  { name: "front-phone", path: FRONT, screen: PHONE, scheme: "light" },
  { name: "article-phone", path: ARTICLE, screen: PHONE, scheme: "light" },
  { name: "article-dark-phone", path: ARTICLE, screen: PHONE, scheme: "dark" },
  { name: "minbao", paper: "minbao", path: FRONT, screen: DESKTOP, scheme: "light" },
  { name: "minbao-dark-phone", paper: "minbao", path: "/article/20261122-0000002/", screen: PHONE, scheme: "dark" },
];

await mkdir(FOLDER, { recursive: true });
const printed = mkdtempSync(join(tmpdir(), "strait-screenshots-"));
execFileSync(STRAIT, ["build", "--content", join(ROOT, "examples/minbao"), "--reader", READER, "--out", printed]);
const servers = { demo: await serve(SITE), minbao: await serve(printed) };
try {
  for (const screen of [DESKTOP, PHONE]) {
    const driver = await openChromium(screen);
    try {
      await driver.sendDevToolsCommand("Network.enable", {});
      await driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: ["*/assets/boot-*.js"] });
      for (const shot of SHOTS.filter((shot) => shot.screen === screen)) await take(driver, shot);
    } finally {
      await driver.quit();
    }
  }
} finally {
  await Promise.all(Object.values(servers).map((server) => server.close()));
  rmSync(printed, { recursive: true });
}

async function take(driver, { name, paper = "demo", path, scheme }) {
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  await driver.get(servers[paper].origin + path);
  const missing = await driver.executeAsyncScript(whenPainted);
  if (missing.length) throw new Error(`${path}: pictures that did not come: ${missing.join(", ")}`);
  const picture = await smallEnough(driver, name);
  await writeFile(`${FOLDER}${name}.webp`, picture);
  console.log(`docs/screenshots/${name}.webp  ${(picture.length / 1000).toFixed(0)} KB`);
}

async function smallEnough(driver, name) {
  for (const quality of [90, 82, 74, 66]) {
    const { data } = await driver.sendAndGetDevToolsCommand("Page.captureScreenshot", { format: "webp", quality });
    const picture = Buffer.from(data, "base64");
    if (picture.length <= LARGEST) return picture;
  }
  throw new Error(`${name}: over ${LARGEST / 1000} KB at any quality worth looking at`);
}

/** In the page: waits for the fonts and for the pictures on screen; names those that failed. */
function whenPainted(done) {
  const onScreen = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
  const decode = (image) => image.decode().then(() => null, () => image.currentSrc || image.src);
  Promise.all([document.fonts.ready, ...onScreen.map(decode)]).then(([, ...failed]) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done(failed.filter(Boolean))));
  });
}
