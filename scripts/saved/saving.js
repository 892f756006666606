// Saves articles with the pictures that this device would show: into a cache of their own, which nothing but the
// reader of the paper ever empties.

import { filesOf, unescape } from "../shared/whole.js";
import { isGood } from "../worker/answers.js";
import { dataFile } from "../shared/addresses.js";
import { base, cachesOf, data } from "../shared/paper.js";
import { forgetSaved, noteSaved, saved } from "./shelf.js";

const names = cachesOf(base);
const ARTICLE = /<article [^>]*class="article"[^>]*>.*?<\/article>/s;
const PICTURE = /<picture>.*?<\/picture>/gs;

/** Saves an article whole or not at all. Throws what went wrong; an `AbortError` when `signal` said so. */
export async function saveArticle({ id, href, headline }, signal) {
  const cache = await caches.open(names.saved);
  const page = new URL(href, location.href).href;
  const added = [];
  let bytes = 0;
  const keep = async (url) => {
    const answer = (await cache.match(url)) ?? (await fetch(url, { signal }));
    const path = new URL(url).pathname.slice(base.length);
    if (!(await isGood(path, answer))) throw new TypeError(`${answer.status} ${url}`);
    const whole = await answer.clone().blob();
    // Scripts, and what is known of the paper, are there once for all articles.
    if (!/^(?:assets|data)\//.test(path)) bytes += whole.size;
    if (!(await cache.match(url))) added.push(url);
    await cache.put(url, answer);
    return whole.text();
  };
  try {
    // A correction may have come since it was saved.
    await cache.delete(page);
    const html = await keep(page);
    const files = await filesOf(html, page, keep);
    const pictures = await picturesOf(html, signal);
    for (const url of [...files, ...pictures]) await keep(url);
    const article = { id, href, headline, at: Date.now(), bytes, files: [page, ...files, ...pictures].map((url) => new URL(url).pathname) };
    if (!noteSaved(article)) throw new DOMException("nothing can be noted", "QuotaExceededError");
    return article;
  } catch (why) {
    const needed = neededFiles(href);
    await Promise.all(added.filter((url) => !needed.has(new URL(url).pathname)).map((url) => cache.delete(url)));
    throw why;
  }
}

/** Removes an article, and the files that no other needs. */
export async function removeArticle(href) {
  const article = saved().find((article) => article.href === href);
  const needed = neededFiles(href);
  forgetSaved(href);
  const cache = await caches.open(names.saved);
  await Promise.all((article?.files ?? []).filter((file) => !needed.has(file)).map((file) => cache.delete(file)));
}

/** Whether the device itself refused: then the next article is refused too. */
export const isFinal = ({ name }) => name === "QuotaExceededError" || name === "SecurityError";

/** Why nothing was saved, in words. */
export function whyNot({ name }, say) {
  return { QuotaExceededError: say.full, SecurityError: say.forbidden }[name] ?? say.failed;
}

/** The newest headlines of a section. */
export async function newest(section, count, signal) {
  const found = new Map();
  for (let page = "latest"; page && found.size < count; ) {
    const answer = await fetch(data + dataFile.section(section, page), { signal });
    if (!answer.ok) throw new TypeError(`${answer.status} ${answer.url}`);
    const { headlines, older } = await answer.json();
    for (const headline of headlines) found.set(headline.id, headline);
    page = older;
  }
  return [...found.values()].slice(0, count);
}

/** What an article will take, in bytes: its page, and its pictures as this device would show them. */
export async function cost(href, signal) {
  const page = new URL(href, location.href).href;
  const html = await (await fetch(page, { signal })).text();
  const pictures = await picturesOf(html, signal);
  const sizes = pictures.map(async (url) => (await (await fetch(url, { signal })).blob()).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, new Blob([html]).size);
}

function neededFiles(butFor) {
  return new Set(saved().filter(({ href }) => href !== butFor).flatMap(({ files }) => files ?? []));
}

/** The addresses of an article's pictures, in the size and encoding that this browser chooses. */
async function picturesOf(html, signal) {
  const [article = ""] = html.match(ARTICLE) ?? [];
  const chosen = [...article.matchAll(PICTURE)].map(([picture]) => choice(picture, signal));
  const urls = (await Promise.all(chosen)).filter((url) => url.startsWith(new URL(base, location.href).href));
  return [...new Set(urls)];
}

/** Lets the browser choose, by a picture that is shown nowhere. */
async function choice(markup, signal) {
  const picture = document.createElement("picture");
  for (const [, name, attributes] of markup.matchAll(/<(source|img)\b([^>]*)>/g)) {
    const element = picture.appendChild(document.createElement(name));
    const values = Object.fromEntries([...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescape(value)]));
    // The address last: from then on the browser chooses.
    for (const key of ["type", "sizes", "srcset", "src"]) if (values[key]) element.setAttribute(key, values[key]);
  }
  const image = picture.querySelector("img");
  await Promise.race([
    new Promise((resolve) => ["load", "error"].forEach((sign) => image.addEventListener(sign, resolve, { once: true }))),
    new Promise((resolve) => signal?.addEventListener("abort", resolve, { once: true })),
  ]);
  const { currentSrc } = image;
  return currentSrc;
}
