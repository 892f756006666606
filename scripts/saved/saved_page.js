// `/saved/`: what was saved, what can be opened without a network, what was read. Also shown in place of a page that
// is not there when there is no network.

import { unescape } from "../shared/whole.js";
import { inWords, room, time } from "../shared/bytes.js";
import { forgetSeen } from "../shared/worker_client.js";
import { base, cachesOf, edition, make, name, worker } from "../shared/paper.js";
import { removeArticle } from "./saving.js";
import { forgetAll, forgetRead, forgetSaved, mayKeep, read, saved } from "./shelf.js";

const names = cachesOf(base);

/** Fills the page. */
export async function listAll(place, say) {
  const status = make("p", { className: "shelf__status", role: "status" });
  const lists = make("div");
  place.className = "shelf";
  place.replaceChildren(...absence(say), status, lists);
  if (!mayKeep()) return void (status.textContent = say.forbidden);
  // A paper that wants no worker has taken away what was saved.
  if (!worker) saved().forEach(({ href }) => forgetSaved(href));
  const again = async (text = "") => {
    status.textContent = text;
    await draw(lists, say, again);
  };
  await again();
}

/** Where another page was asked for: what happened and what to do. */
function absence(say) {
  if (location.pathname === `${edition}saved/`) return [];
  const again = make("button", { type: "button", className: "button" }, say.try_again);
  again.addEventListener("click", () => location.reload());
  addEventListener("online", () => location.reload(), { once: true });
  return [make("section", { className: "shelf__absence" }, make("h2", {}, say.no_network), make("p", {}, say.not_here), again)];
}

async function draw(lists, say, again) {
  const [articles, history, seen, { taken }] = [saved(), read(), await pagesOf(names.pages), await room()];
  const isThere = new Set([...seen.keys(), ...articles.map(({ href }) => href)]);
  const tools = ["saved", "settings", "search", "embed"].map((tool) => `${edition}${tool}/`);
  const known = new Set([...[...history, ...articles].map(({ href }) => href), ...tools]);
  const others = [...seen].filter(([href]) => !known.has(href));
  const parts = [];
  if (worker) parts.push(savedList(articles, say, again));
  parts.push(readList(history, isThere, say, again));
  if (others.length > 0) parts.push(seenList(others, say));
  if (articles.length + history.length + others.length > 0) parts.push(erasing(taken, say, again));
  lists.replaceChildren(...parts);
}

function savedList(articles, say, again) {
  const rows = articles.map(({ href, headline, at, bytes }) => {
    const remove = () => removeArticle(href).then(() => again(say.removed));
    return row({ href, headline, notes: [time(at), inWords(bytes)] }, say, remove);
  });
  return list(say.saved_list, rows, say.empty_saved);
}

function readList(articles, isThere, say, again) {
  const rows = articles.map(({ id, href, headline, at, anchor, part }) => {
    const far = part === 1 ? say.read_all : anchor ? `${say.read_to} ${Math.round(100 * part)}%` : "";
    const notes = [time(at), far, isThere.has(href) ? say.readable : ""];
    const remove = () => (forgetRead(id), again());
    return row({ href: anchor ? `${href}#${anchor}` : href, headline, notes }, say, remove);
  });
  return list(say.read_list, rows, say.empty_read);
}

function seenList(pages, say) {
  const rows = pages.map(([href, title]) => make("li", {}, make("div", {}, make("a", { href, className: "shelf__headline" }, title))));
  const part = list(say.seen_list, rows, "");
  part.querySelector("h2").after(make("p", { className: "shelf__note" }, say.seen_note));
  return part;
}

function list(title, rows, empty) {
  const heading = make("h2", {}, title);
  if (rows.length === 0) return make("section", {}, heading, make("p", { className: "shelf__note" }, empty));
  heading.append(" ", make("span", { className: "shelf__count" }, String(rows.length)));
  return make("section", {}, heading, make("ul", { className: "shelf__list" }, ...rows));
}

function row({ href, headline, notes }, say, remove) {
  const button = make("button", { type: "button", className: "shelf__remove", ariaLabel: `${say.remove}：${headline}` }, say.remove);
  const item = make("li", {});
  button.addEventListener("click", async () => {
    const place = [...item.parentElement.children].indexOf(item);
    const title = item.closest("section").querySelector("h2").firstChild.textContent;
    await remove();
    focusNear(title, place);
  });
  const link = make("a", { href, className: "shelf__headline" }, headline);
  const words = make("p", { className: "shelf__notes" }, notes.filter(Boolean).join(" · "));
  item.append(make("div", {}, link, words), button);
  return item;
}

/** The focus goes on to the next of the list, or to what stands there when it is empty. */
function focusNear(title, place) {
  const heading = [...document.querySelectorAll(".shelf h2")].find((heading) => heading.firstChild.textContent === title);
  const buttons = [...heading.parentElement.querySelectorAll(".shelf__remove")];
  heading.tabIndex = -1;
  (buttons[place] ?? buttons.at(-1) ?? heading).focus();
}

/** How much room it takes, and the way to be rid of it: asked twice. */
function erasing(taken, say, again) {
  const erase = make("button", { type: "button", className: "button" }, say.erase);
  const room = taken ? [make("p", { className: "shelf__note" }, `${say.takes} ${inWords(taken)}`)] : [];
  const part = make("section", { className: "shelf__erasing" }, ...room, erase);
  erase.addEventListener("click", () => {
    const now = make("button", { type: "button", className: "button" }, say.erase_now);
    const keep = make("button", { type: "button", className: "button" }, say.keep);
    const actions = make("div", { className: "shelf__actions" }, now, keep);
    part.replaceChildren(...room, make("p", {}, say.erase_note), actions);
    keep.addEventListener("click", () => (part.replaceChildren(...room, erase), erase.focus()));
    now.addEventListener("click", async () => {
      await eraseAll();
      await again(say.erased);
      document.querySelector(".saved-page h1").focus();
    });
    keep.focus();
  });
  return part;
}

async function eraseAll() {
  forgetAll();
  await forgetSeen();
  if (!("caches" in globalThis)) return;
  const ours = Object.values(names).filter((name) => name !== names.home);
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/** The pages in a cache: their paths, and what they are called. */
async function pagesOf(cacheName) {
  const pages = new Map();
  if (!worker || !("caches" in globalThis)) return pages;
  try {
    const cache = await caches.open(cacheName);
    for (const { url } of [...(await cache.keys())].reverse()) {
      const text = await (await cache.match(url)).text();
      const [, title = ""] = text.match(/<title>([^<]*)<\/title>/) ?? [];
      pages.set(new URL(url).pathname, unescape(title).replace(` - ${name}`, "") || name);
    }
  } catch (why) {
    // What cannot be read is not there.
    console.info(String(why));
  }
  return pages;
}
