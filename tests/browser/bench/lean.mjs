// The lean page: the same article as a careful person would write it by hand, with 2 KB of CSS and no script.

import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const CSS = `
:root { color-scheme: light dark; font: 100%/1.7 "Noto Sans CJK SC", "PingFang SC", sans-serif }
body { margin: 0 auto; max-width: 44rem; padding: 0 1rem }
header { padding: .75rem 0; border-bottom: 2px solid #a8321f }
header a { color: inherit; text-decoration: none; font-weight: 700 }
nav ul, aside ul { list-style: none; margin: 0; padding: 0 }
nav li { display: inline-block; margin-right: 1rem }
h1, h2, h3 { font-family: "Noto Serif CJK SC", "Songti SC", serif; line-height: 1.35 }
h1 { font-size: 1.9rem }
figure { margin: 1.5rem 0 }
img { display: block; width: 100%; height: auto }
figcaption, .meta, footer { font-size: .875rem; color: #4c5a5f }
article p { text-indent: 2em }
article .meta, figcaption { text-indent: 0 }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 1px solid }
aside li { padding: 1rem 0; border-top: 1px solid #d8d1c2 }
aside h3 { margin: 0; font-size: 1.1rem }
aside a { color: inherit; text-decoration: none }
footer { margin-top: 2rem; padding: 1rem 0; border-top: 1px solid #d8d1c2 }
@media (prefers-color-scheme: dark) { figcaption, .meta, footer { color: #a9b4b8 } }
`.replace(/\n/g, "");

/** Writes the lean pages of all articles of the site `from` into the folder `to`. */
export async function writeLean(from, to) {
  const read = async (path) => JSON.parse(await readFile(join(from, "data", path), "utf8"));
  const site = await read("site.json");
  for (const id of await readdir(join(from, "article"))) {
    const story = await read(`articles/${id}.json`).catch(() => null);
    if (!story) continue;
    const file = join(to, "article", id, "index.html");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, page(site, story));
  }
}

function page(site, { article, related = [] }) {
  const parts = (article.body ?? []).map(block).join("");
  const link = ({ id, headline, summary }) => `<li><h3><a href="/article/${id}/">${safe(headline)}</a></h3><p>${safe(summary)}</p></li>`;
  const sections = site.sections.map(({ path, name }) => `<li><a href="/section/${path}/">${safe(name)}</a></li>`).join("");
  const by = (article.by ?? []).map(({ name }) => name).join("　");
  return `<!doctype html><html lang="${article.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(article.headline)} - ${safe(site.name)}</title><style>${CSS}</style>
<header><a href="/">${safe(site.name)}</a><nav><ul>${sections}</ul></nav></header>
<main><article><h1>${safe(article.headline)}</h1><p class="meta">${safe(article.source?.name ?? "")} ${safe(by)} <time>${article.firstCreated}</time></p>${article.lead ? figure(article.lead, true) : ""}${parts}</article>
<aside class="related-news"><h2>相关新闻</h2><ul>${related.map(link).join("")}</ul></aside></main>
<footer>${safe(site.copyrightNotice)}</footer></html>`;
}

function block({ kind, text = [], items = [], cite, level, ...image }) {
  if (kind === "paragraph") return `<p>${words(text)}</p>`;
  if (kind === "heading") return level === 3 ? `<h3>${words(text)}</h3>` : `<h2>${words(text)}</h2>`;
  if (kind === "quote") return `<figure><blockquote><p>${words(text)}</p></blockquote>${cite ? `<figcaption>${safe(cite)}</figcaption>` : ""}</figure>`;
  if (kind === "list") return `<ul>${items.map((item) => `<li>${words(item)}</li>`).join("")}</ul>`;
  return kind === "image" ? figure(image) : "";
}

function figure({ src, widths = [], width, height, alt, caption }, isFirst) {
  const file = (at, ending) => `/${src}-${at}.${ending}`;
  const set = (ending) => widths.map((at) => `${file(at, ending)} ${at}w`).join(", ");
  const sizes = "(min-width: 46rem) 42rem, 100vw";
  const loading = isFirst ? 'fetchpriority="high"' : 'loading="lazy"';
  const size = `width="${width}" height="${height}" alt="${safe(alt ?? "")}"`;
  if (!widths.length) return `<figure><img src="${src}" ${size} ${loading}></figure>`;
  return `<figure><picture><source type="image/avif" srcset="${set("avif")}" sizes="${sizes}"><img src="${file(widths[0], "jpg")}" ${size} ${loading}></picture>${caption ? `<figcaption>${safe(caption)}</figcaption>` : ""}</figure>`;
}

const words = (text) => text.map((span) => safe(typeof span === "string" ? span : span.text)).join("");
const safe = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
