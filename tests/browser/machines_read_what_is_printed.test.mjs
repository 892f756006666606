// Sitemaps and JSON-LD as machines read them: with the schema of sitemaps.org, a strict parser, and
// schema.org's vocabulary as types. No browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ErrorLevel, XMLToSitemapItemStream, parseSitemapIndex } from "sitemap";
import { validateXML } from "xmllint-wasm";
import { canonical, isWithdrawn, printedPages, stories } from "./support/edition.mjs";
import { SITE } from "./support/environment.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const CORE = readFileSync(join(HERE, "node_modules/sitemap/schema/sitemap.xsd"), "utf8");

test("every sitemap is listed in the index and there", async () => {
  const listed = await parseSitemapIndex(createReadStream(join(SITE, "sitemap.xml")));
  assert.deepEqual(listed.map(({ url }) => url).sort(), sitemaps().map((name) => canonical(`/sitemap/${name}`)).sort());
});

test("the sitemaps name each article that may be read, once, and nothing else", async () => {
  const items = (await Promise.all(sitemaps().map((name) => parse(`sitemap/${name}`)))).flat();
  const articles = items.map(({ url }) => url).filter((url) => url.includes("/article/")).sort();
  const expected = stories.filter((story) => !isWithdrawn(story)).map(({ article }) => canonical(`/article/${article.id}/`));
  assert.deepEqual(articles, expected.sort());
  assert.ok(items.some(({ url }) => url === canonical("/")));
  for (const { url } of items) assert.ok(existsSync(join(SITE, url.replace(canonical("/"), ""), "index.html")), url);
  for (const { img } of items) for (const { url } of img) assert.ok(existsSync(join(SITE, url.replace(canonical("/"), ""))), url);
});

test("every sitemap is valid", async () => {
  for (const name of sitemaps()) assert.deepEqual(await faults(read(`sitemap/${name}`)), [], name);
  const news = read("sitemap-news.xml");
  await parse("sitemap-news.xml");
  // The schema wants an address; Google takes none when nothing was published for two days.
  if (news.includes("<url>")) assert.deepEqual(await faults(news), []);
});

test("the two checks above can fail", async () => {
  const whole = read("sitemap/sections.xml");
  for (const [from, to] of [["<loc>", "<lock>"], ["</url>", "<lastmod>yesterday</lastmod></url>"], ["<url>", "<url><changefreq>often</changefreq>"]]) {
    assert.notDeepEqual(await faults(whole.replace(from, to)), [], to);
  }
  await assert.rejects(collect(Readable.from([whole.replace("<loc>", "<sparkle/><loc>")])));
});

test("the JSON-LD of every page is schema.org's", () => {
  const pages = printedPages().map((path) => [path, linkedData(path)]).filter(([, data]) => data);
  assert.ok(pages.length > stories.length);
  const lines = pages.map(([path, data]) => `check(${data}); // ${path}`);
  assert.equal(typeFaults(lines), "");
});

test("the check above can fail", () => {
  const article = linkedData(`/article/${stories.find((story) => !isWithdrawn(story)).article.id}/`);
  for (const [from, to] of [['"headline":', '"headlin":'], ['"NewsArticle"', '"NewsArticel"'], ['"isAccessibleForFree":true', '"isAccessibleForFree":[{}]']]) {
    assert.ok(article.includes(from));
    assert.match(typeFaults([`check(${article.replace(from, to)});`]), /error TS/, to);
  }
});

function sitemaps() {
  return readdirSync(join(SITE, "sitemap")).filter((name) => name.endsWith(".xml"));
}

function read(path) {
  return readFileSync(join(SITE, path), "utf8");
}

/** What a strict parser finds in a sitemap. */
function parse(path) {
  return collect(createReadStream(join(SITE, path)));
}

function collect(stream) {
  const items = [];
  const parser = new XMLToSitemapItemStream({ level: ErrorLevel.THROW, logger: false });
  return new Promise((resolve, reject) => {
    stream.pipe(parser).on("data", (item) => items.push(item)).on("end", () => resolve(items)).on("error", reject);
  });
}

/** What libxml2 finds wrong. The schema wants elements of others declared: here they are, by name alone. */
async function faults(xml) {
  const others = {
    image: ["http://www.google.com/schemas/sitemap-image/1.1", "image"],
    news: ["http://www.google.com/schemas/sitemap-news/0.9", "news"],
    xhtml: ["http://www.w3.org/1999/xhtml", "link"],
  };
  const files = Object.entries(others).map(([name, [space, element]]) => ({ fileName: `${name}.xsd`, contents: declared(space, element) }));
  const imports = Object.entries(others).map(([name, [space]]) => `<xs:import namespace="${space}" schemaLocation="${name}.xsd"/>`);
  const main = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join("")}
    <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="core.xsd"/></xs:schema>`;
  const preload = [...files, { fileName: "core.xsd", contents: CORE }];
  const { errors } = await validateXML({ xml: [{ fileName: "sitemap.xml", contents: xml }], schema: [main], preload });
  return errors.map(({ rawMessage }) => rawMessage);
}

function declared(space, element) {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${space}" elementFormDefault="qualified">
    <xs:element name="${element}"><xs:complexType mixed="true"><xs:sequence>
      <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`;
}

/** The JSON-LD of a page as it stands there, if it has any. */
function linkedData(path) {
  return read(`${path.slice(1)}index.html`).match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1];
}

/** What the TypeScript compiler says of calls of `check`, which takes what schema.org has words for. */
function typeFaults(calls) {
  // Inside the folder of the tests, so that the compiler finds the types.
  const folder = mkdtempSync(join(HERE, "node_modules/.linked-data-"));
  const types = "NewsArticle | BreadcrumbList | CollectionPage | WebSite";
  const head = `import type { ${types.replaceAll(" | ", ", ")}, WithContext } from "schema-dts";
    type One = WithContext<NewsArticle> | WithContext<BreadcrumbList> | WithContext<CollectionPage> | WithContext<WebSite>;
    declare function check(data: One | One[]): void;`;
  writeFileSync(join(folder, "pages.ts"), [head, ...calls].join("\n"));
  const tsc = join(HERE, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--ignoreConfig", "pages.ts"];
  try {
    execFileSync(process.execPath, [tsc, ...options], { cwd: folder, encoding: "utf8" });
    return "";
  } catch (error) {
    return error.stdout || String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
