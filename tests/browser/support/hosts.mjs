// Pages of other people that embed our news, each in its own way. `cargo xtask build` prints them at `/embed/hosts/`;
// the tests serve them from another origin.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const FOLDER = new URL("../hosts/", import.meta.url);
const FILES = ["wordpress.js", "pym.js", "others.js", "hostile.css", "narrow.css"];
const FIFTY = 50;
/** What makes a page isolated: it takes nothing that did not agree to it. */
const ISOLATION = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };

/** All pages and what belongs to them, by name. `site`: the printed site's folder; `home`: where it is served, with a slash. */
export function hostPages(site, home) {
  const read = (file) => JSON.parse(readFileSync(join(site, file), "utf8"));
  const { url, sections, language } = read("data/site.json");
  const published = url.replace(/\/?$/, "/");
  const latest = read("data/latest.json");
  const [first] = latest;
  const section = sections[0].path;
  const snippet = (file) => read(file).html.replaceAll(published, home);
  const card = (headline) => snippet(`oembed/article/${headline.id}.json`);
  const frame = (path, more = "") => `<iframe src="${home}embed/${path}" title="news" width="100%" height="150" frameborder="0" ${more}></iframe>`;
  const page = (title, body, { head = "", html = `lang="${language}"` } = {}) =>
    `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${head}</head><body><h1>${title}</h1>${body}</body></html>`;
  // The oEmbed answer as WordPress leaves it, with what WordPress adds.
  const filtered = (headline, secret) =>
    card(headline)
      .replace(/<\/?p>|<script.*?<\/script>/g, "")
      .replace("<blockquote>", `<blockquote class="wp-embedded-content" data-secret="${secret}">`)
      .replace(/<iframe src="([^"]*)"(.*?)>/, (_, src, more) => {
        const kept = more.match(/ (?:title|width|height|frameborder)="[^"]*"/g).join("");
        return `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position: absolute; visibility: hidden;" data-secret="${secret}" src="${src}#?secret=${secret}"${kept}>`;
      });
  const loader = `<script async src="${home}embed.js"></script>`;
  const lines = (count) => "<p>A host's own words.</p>".repeat(count);
  const origin = home.startsWith("http") ? new URL(home).origin : "'self'";
  const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const pages = {
    plain: page("By hand", `${lines(1)}${card(first)}${snippet(`oembed/section/${section}.json`)}${lines(1)}
      <strait-embed kind="related" article="${first.id}" theme="dark" accent="2266cc" scale="1.15"><blockquote><p><a href="${home}article/${first.id}/related/">${first.headline}</a></p></blockquote></strait-embed>
      <strait-embed kind="full" article="${first.id}" height="600"></strait-embed>${lines(1)}`),
    frames: page("Without script", frame(`article/${first.id}/`, 'loading="lazy"').replace('"150"', '"450"')),
    wordpress: page("WordPress", `${filtered(first, "Abc123xyz0")}${filtered(latest[1], "Second4567")}<script src="wordpress.js"></script>`),
    pym: page("pym.js", `<div id="news-1" data-pym-src="${home}embed/section/${section}/"></div><script src="pym.js"></script>`),
    others: page("AMP, Datawrapper, Medium, Guardian", `${["amp", "datawrapper", "medium", "guardian"]
      .map((host) => `<div class="${host}"><h2>${host}</h2>${frame(`article/${first.id}/`, 'sandbox="allow-scripts"')}</div>`).join("")}<script src="others.js"></script>`),
    policy: page("A strict policy", card(first), { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">` }),
    isolated: page("An isolated page", card(first)),
    rtl: page("من اليمين إلى اليسار", card(first), { html: 'lang="ar" dir="rtl"' }),
    narrow: page("280 pixels", `<div class="column">${card(first)}${snippet(`oembed/section/${section}.json`)}</div>`, { head: '<link rel="stylesheet" href="narrow.css">' }),
    dark: page("A dark page", `<div class="dark"><strait-embed article="${first.id}" theme="dark"></strait-embed></div>${loader}`, { head: '<link rel="stylesheet" href="narrow.css">' }),
    hostile: page("Hostile style", card(first), { head: '<link rel="stylesheet" href="hostile.css">' }),
    fifty: page("Fifty", Array.from({ length: FIFTY }, (_, at) => lines(2) + card(latest[at % latest.length])).join("")),
  };
  const list = Object.keys(pages).map((name) => `<li><a href="${name}.html">${name}</a></li>`).join("");
  const named = Object.entries({ ...pages, index: page("Hosts", `<ul>${list}</ul>`) }).map(([name, html]) => [`${name}.html`, html]);
  return Object.fromEntries([...named, ...FILES.map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")])]);
}

/** Serves the pages of other people on a port of its own: to the paper it is another origin. */
export async function serveHosts(site, home) {
  const pages = hostPages(site, home);
  const server = createServer((request, response) => {
    const text = pages[new URL(request.url, "http://host").pathname.slice(1)];
    const isolation = request.url === "/isolated.html" ? ISOLATION : {};
    response.writeHead(text === undefined ? 404 : 200, { "Content-Type": TYPES[extname(request.url)] ?? TYPES[".html"], ...isolation });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: (name) => `http://127.0.0.1:${server.address().port}/${name}`,
    /** Adds a page that a test writes by itself. */
    add: (name, html) => void (pages[name] = html),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
