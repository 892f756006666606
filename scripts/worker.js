// Lets what was seen or saved be read without a network. It knows nothing of any release: pages name the files that
// they were printed with, and files never change. So no update can part a page from its scripts, and a new worker
// waits until the pages of the old one are closed. `docs/decisions/0019-offline.md`

import { registerQuotaErrorCallback } from "workbox-core";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";
import { isFrame, isSharedData, pageAddress, pageOf } from "./shared/addresses.js";
import { cachesOf } from "./shared/kept.js";
import { filesOf } from "./shared/whole.js";
import { isGood } from "./worker/answers.js";
import { bounds } from "./worker/bounds.js";
import { dataOf } from "./worker/printed.js";

/** How long the network is waited for when there is something to show, in seconds. */
const PATIENCE = 4;

const base = new URL(registration.scope).pathname;
const kept = cachesOf(base);
const within = {
  pages: bounds(kept.pages, { entries: 100, days: 30 }),
  data: bounds(kept.data, { entries: 200, days: 30 }),
  // Longer and more than pages: what a page needs must not go before it.
  files: bounds(kept.files, { entries: 400, days: 60 }),
  pictures: bounds(kept.pictures, { entries: 300, days: 30 }),
};

/** Without the width and the encoding: `RenditionSet` in `crates/press/src/pictures/mod.rs`. */
const pictureOf = (url) => new URL(url).pathname.replace(/-\d+\.\w+$/, "");

/** Another size of a picture, which is better than none: the largest that is kept. */
async function otherSize({ url }) {
  const width = ({ url }) => Number(url.match(/-(\d+)\.\w+$/)?.[1]);
  for (const cacheName of [kept.pictures, kept.saved]) {
    const cache = await caches.open(cacheName);
    const sizes = (await cache.keys()).filter((other) => pictureOf(other.url) === pictureOf(url));
    const [largest] = sizes.sort((one, other) => width(other) - width(one));
    if (largest) return cache.match(largest, matchOptions);
  }
  return null;
}

/** A path below the beginning of the site; none for what is not ours. */
function below({ origin, pathname }) {
  return origin === location.origin && pathname.startsWith(base) ? pathname.slice(base.length) : null;
}

/** What is kept, is kept only when it is good, and under its address without `?size=4`. */
const onlyGood = {
  cacheWillUpdate: async ({ request, response }) => ((await isGood(below(new URL(request.url)), response)) ? response : null),
  cacheKeyWillBeUsed: async ({ request }) => request.url.replace(/[?#].*/, ""),
};

/** What is not found among what was seen may be among what was saved. */
const orSaved = {
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) => cachedResponse ?? (await find(request, [kept.saved, kept.home])),
};

/** What the network said when it gave nothing, by event: nothing is asked for twice. */
const failures = new WeakMap();
const noteFailure = { fetchDidFail: async ({ event }) => void (failures.has(event) || failures.set(event, Response.error())) };

/** A server that fails is as good as none, where there is something to show. */
const noFailures = {
  ...noteFailure,
  fetchDidSucceed: async ({ response, event }) => {
    if (response.status < 500) return response;
    failures.set(event, response);
    throw new TypeError(`status ${response.status}`);
  },
};

/** A page that was kept shows its data too. */
const orPrinted = {
  async cachedResponseWillBeUsed({ request, cachedResponse }) {
    if (cachedResponse) return cachedResponse;
    const page = pageOf(below(new URL(request.url)));
    const printed = page === null ? null : await find(`${base}${page}`, [kept.pages, kept.saved]);
    return printed ? dataOf(printed) : null;
  },
};

async function find(request, names) {
  for (const cacheName of names) {
    const answer = await caches.match(request, { cacheName, ignoreVary: true });
    if (answer) return answer;
  }
  return null;
}

const matchOptions = { ignoreVary: true };
const fromCache = (cacheName, within) => new CacheFirst({ cacheName, matchOptions, plugins: [onlyGood, noteFailure, within, orSaved] });
const fromNetwork = (cacheName, plugins) =>
  new NetworkFirst({ cacheName, matchOptions, networkTimeoutSeconds: PATIENCE, plugins: [onlyGood, noFailures, ...plugins] });

const files = fromCache(kept.files, within.files);
const pictures = fromCache(kept.pictures, within.pictures);
const pages = fromNetwork(kept.pages, [within.pages, orSaved]);
const data = fromNetwork(kept.data, [within.data, orSaved, orPrinted]);

/** Whatever else goes wrong here, the network is asked as if there were no worker. */
const orNetwork = (strategy) => ({ request, event }) => strategy.handle({ request, event }).catch(() => failures.get(event) ?? fetch(request));

const route = (covers, handle) => registerRoute(({ url, request }) => covers(below(url) ?? "://", request), handle);
route((path) => path.startsWith("assets/"), orNetwork(files));
route((path) => path.startsWith("pictures/"), async ({ request, event }) => {
  const answer = await orNetwork(pictures)({ request, event }).catch(() => Response.error());
  return answer.ok ? answer : ((await otherSize(request)) ?? answer);
});
route((path) => pageOf(path) !== null || isSharedData(path), orNetwork(data));
route(isPage, async ({ request, event, url }) => {
  const answer = await orNetwork(pages)({ request, event }).catch(() => Response.error());
  return answer.type === "error" ? honestPage(url) : answer;
});

/** A page of the paper, but no frame of a partner's. */
function isPage(path, { mode }) {
  return mode === "navigate" && (path === "" || path.endsWith("/")) && !isFrame(path);
}

/** The page that says what is there, in the edition that was asked for. */
async function honestPage({ pathname }) {
  const [edition] = pathname.slice(base.length).split("/");
  const page = (await find(`${base}${edition}/${pageAddress.saved}`, [kept.home])) ?? (await find(base + pageAddress.saved, [kept.home]));
  if (!page) return Response.error();
  const headers = new Headers(page.headers);
  // They were true of what came over the line.
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(page.body, { status: 503, headers });
}

/** What a page needs: what is known of the paper may be another tomorrow, files never are. */
const needed = (event, file) => (file.endsWith("/site.json") ? data : files).handle({ event, request: new Request(file) });

/** Keeps a page that was opened in place, or before this worker ran, with the files that it needs. */
async function keepPage(event, href, isWhole) {
  const [page, isPageKept] = pages.handleAll({ event, request: new Request(href) });
  const load = async (file) => (await needed(event, file)).text();
  const named = await filesOf(await (await page).text(), href, load, isWhole);
  await Promise.all([isPageKept, ...named.map(load)]);
}

/** Keeps the page that says what is there, out of reach of all bounds; the last one until the new one is whole. */
async function keepHome(event, href, isWhole) {
  const load = (file) => needed(event, file);
  const page = await fetch(href);
  if (!(await isGood("", page))) return;
  const textOf = async (file) => (await load(file)).text();
  const named = await filesOf(await page.clone().text(), href, textOf, isWhole);
  const answers = await Promise.all(named.map(load));
  const areGood = await Promise.all(named.map((file, at) => isGood(below(new URL(file)), answers[at])));
  if (!areGood.every(Boolean)) return;
  const home = await caches.open(kept.home);
  await Promise.all(named.map((file, at) => home.put(file, answers[at])));
  await home.put(href, page);
}

async function forget() {
  await Promise.all(Object.values(kept).filter((name) => name !== kept.home).map((name) => caches.delete(name)));
  await Promise.all(Object.values(within).map((bound) => bound.forget()));
}

// What is full makes room by what is the largest and the least missed.
registerQuotaErrorCallback(() => caches.delete(kept.pictures));

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  const { keep = [], home, isWhole = false, isForgotten } = event.data ?? {};
  const ours = [...keep, home].filter((href) => href && below(new URL(href)) !== null);
  const works = ours.map((href) => (href === home ? keepHome : keepPage)(event, href, isWhole));
  if (isForgotten) works.push(forget());
  // What could not be kept is asked for again at the next page.
  event.waitUntil(Promise.allSettled(works).then(() => event.ports[0]?.postMessage("done")));
});
