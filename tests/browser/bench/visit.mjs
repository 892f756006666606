// One visit by a stranger on a phone: read, follow the first related link, come back.

import { openChromium } from "./chromium.mjs";

const PHONE = { width: 360, height: 740, density: 2, phone: true, isEager: true };
const CPU_SLOWDOWN = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
/** Blocking time, layout shifts and the reader's start are watched for this long after the first paint. */
const WATCHED = 5_000;
const IDLE_BEFORE_TAP = 2_000;
const LONG_TASK = 50;
const LIMIT = 30_000;

const FIRST_RELATED = ".related-news h3 a";
/** Wakes what a phone has in memory: Chinese fonts, the painter, this process. */
const WARM_UP = `data:text/html;charset=utf-8,<h1 style="font-family:serif">${encodeURIComponent("鹭潮报")}</h1><p>${encodeURIComponent("船")}`;

/** Visits the article of `server` and returns what was measured, in milliseconds and bytes. */
export function visit(server, path) {
  return onPhone(async (driver) => {
    const loaded = await load(driver, server, server.origin + path);
    const asked = server.log.length;
    const tapped = await tap(driver);
    const back = await goBack(driver);
    const afterLoad = byKind(server.log.slice(asked));
    return { ...loaded, ...tapped, ...back, afterLoad };
  });
}

/** Visits the article and taps the first related link as soon as the headline is painted. */
export function tapEarly(server, path) {
  return onPhone(async (driver) => {
    await driver.get(server.origin + path);
    await until(driver, "the first paint", (driver) => driver.executeScript(hasPainted), 20);
    const { tap: early } = await tap(driver, 0);
    return { early };
  });
}

/** Does something on a phone that has seen nothing yet. */
async function onPhone(act) {
  const driver = await openChromium(PHONE);
  try {
    await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: `(${watchHeadline})()` });
    await driver.get(WARM_UP);
    await pause(500);
    await driver.sendDevToolsCommand("Network.enable", {});
    await driver.sendDevToolsCommand("Network.emulateNetworkConditions", LINE);
    await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    return await act(driver);
  } finally {
    await driver.quit();
  }
}

async function load(driver, server, url) {
  const before = server.log.length;
  await driver.get(url);
  await until(driver, "the first paint", (driver) => driver.executeScript(hasPainted));
  await pause(WATCHED + 500);
  const page = await driver.executeAsyncScript(readPage, WATCHED, LONG_TASK);
  return { ...page, onLoad: byKind(server.log.slice(before)) };
}

async function tap(driver, idle = IDLE_BEFORE_TAP) {
  const point = await driver.executeAsyncScript(bringIntoView, FIRST_RELATED);
  await pause(idle);
  const touchPoints = [point];
  await driver.sendDevToolsCommand("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await driver.sendDevToolsCommand("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  const { start, at, isKept } = await seen(driver, "the next headline");
  return { tap: at - start, tapStaysInPage: Boolean(isKept) };
}

async function goBack(driver) {
  await pause(1_000);
  await driver.executeScript("bench.goBack()");
  const { start, at, isRestored } = await seen(driver, "the old headline");
  return { back: at - start, backFromCache: Boolean(isRestored) };
}

/** Polls rarely, so that asking does not disturb what is measured. */
async function seen(driver, what) {
  await pause(1_500);
  return until(driver, what, async (driver) => JSON.parse(await driver.executeScript("return sessionStorage.getItem('bench:seen')")));
}

async function until(driver, what, ask, every = 250) {
  for (const end = Date.now() + LIMIT; Date.now() < end; await pause(every)) {
    // A document that is going away cannot answer.
    const answer = await ask(driver).catch(() => null);
    if (answer) return answer;
  }
  throw new Error(`${what} did not come within ${LIMIT / 1000} s`);
}

const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds));

/** Bytes and requests, by what was asked for. */
function byKind(requests) {
  const kinds = { html: /html/, css: /css/, js: /javascript/, wasm: /wasm/, json: /json/, pictures: /image/, other: /./ };
  const sums = {};
  for (const { kind, bytes } of requests) {
    const name = Object.keys(kinds).find((name) => kinds[name].test(kind)) ?? "other";
    sums[name] ??= { requests: 0, bytes: 0 };
    sums[name].requests += 1;
    sums[name].bytes += bytes;
  }
  return sums;
}

// The functions below run in the page.

/** In every document: notes when a headline is painted that is not the one that was left. */
function watchHeadline() {
  const epoch = (time) => performance.timeOrigin + time;
  const headline = () => [...document.querySelectorAll("main h1")].find((h1) => h1.checkVisibility({ visibilityProperty: true }))?.textContent;
  let watches = 0;

  function leave(time) {
    sessionStorage.removeItem("bench:seen");
    sessionStorage.setItem("bench:left", JSON.stringify({ from: headline(), start: epoch(time) }));
    watch({ isKept: true });
  }

  /** Looks at each frame; only the newest watch goes on. */
  function watch(how) {
    const mine = ++watches;
    const { from, start } = JSON.parse(sessionStorage.getItem("bench:left"));
    const look = () => {
      if (mine !== watches) return;
      const now = headline();
      if (!now || now === from) requestAnimationFrame(look);
      else afterPaint((at) => sessionStorage.setItem("bench:seen", JSON.stringify({ ...how, start, at })));
    };
    requestAnimationFrame(look);
  }

  /** A message that is sent before a frame is painted is handled after it. */
  function afterPaint(tell) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (sessionStorage.removeItem("bench:left"), tell(epoch(performance.now())));
    port2.postMessage("painted");
  }

  window.bench = { goBack: () => (leave(performance.now()), history.back()) };
  addEventListener("pointerdown", (event) => leave(event.timeStamp), { capture: true });
  addEventListener("pageshow", (event) => event.persisted && watch({ isRestored: true }));
  // The first page never touches the storage: opening it takes time that is not the page's.
  const isFirst = !document.referrer && performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (!isFirst && sessionStorage.getItem("bench:left")) watch({});
}

function hasPainted() {
  return location.protocol === "http:" && performance.getEntriesByName("first-contentful-paint").length > 0;
}

/** What the browser noted of the load. */
function readPage(watched, longTask, done) {
  const read = (type) =>
    new Promise((answer) => {
      new PerformanceObserver((list, observer) => (observer.disconnect(), answer(list.getEntries()))).observe({ type, buffered: true });
      setTimeout(() => answer([]), 300);
    });
  Promise.all(["largest-contentful-paint", "longtask", "layout-shift"].map(read)).then(([paints, tasks, shifts]) => {
    const fcp = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    const blocking = tasks.filter((task) => task.startTime + task.duration > fcp && task.startTime < fcp + watched);
    done({
      fcp,
      lcp: paints.at(-1)?.startTime,
      blocking: blocking.reduce((sum, task) => sum + Math.max(0, task.duration - longTask), 0),
      longestTask: Math.max(0, ...blocking.map((task) => task.duration)),
      shift: shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, shift) => sum + shift.value, 0),
      reader: document.documentElement.dataset.reader ?? "none",
      line: navigator.connection?.effectiveType,
    });
  });
}

/** Scrolls as a reader does to reach a link, and says where it is. Opens the storage ahead of the tap. */
function bringIntoView(selector, done) {
  sessionStorage.removeItem("bench:left");
  const link = document.querySelector(selector);
  link.scrollIntoView({ block: "center", behavior: "instant" });
  requestAnimationFrame(() => {
    const { x, y, height } = link.getClientRects()[0];
    done({ x: x + 20, y: y + height / 2 });
  });
}
