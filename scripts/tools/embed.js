// The tools of `/embed/`: choose what to embed and how, see it, copy what to paste. Each choice stands in the
// address. The page says the same in words, and by hand, where this does not run.

import { dataFile, frameAddress, pageAddress } from "../shared/addresses.js";
import { base, data, edition, make, paper, words as wordsOf } from "../shared/paper.js";

let words;
let site;
const withSlash = (url) => url.replace(/\/*$/, "/");
/** Where this edition begins: here, and as others know it. */
const here = new URL(edition, location.href).href;
let home;
/** Where the scripts lie, which all editions share. */
let files;

/** The room that is kept before a frame says what it wants, in pixels. */
const ROOM = { article: 450, full: 600, section: 600, related: 600 };
const RESULTS = 6;
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** Sections from the top down, as they are listed. */
let sections;
const listed = (tree, indent = "") => tree.flatMap(({ path, name, children }) => [[path, indent + name], ...listed(children ?? [], `${indent}　`)]);

const PLAIN = { kind: "article", article: "", section: "", theme: "", accent: "", scale: "1", width: innerWidth < 600 ? "320" : "480", form: "script" };
let choice;
/** Headlines by their ids, as far as they were asked for. */
const known = new Map();

async function news(file) {
  const answer = await fetch(data + file);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

let gathered;
/** The newest of the paper and of its sections, once. */
function gather() {
  gathered ??= (async () => {
    const top = site.sections.map(({ path }) => news(dataFile.section(path)).then((list) => list.headlines));
    const lists = await Promise.allSettled([news(dataFile.latest), ...top]);
    for (const { value } of /** @type {any[]} */ (lists)) for (const headline of value ?? []) if (!known.has(headline.id)) known.set(headline.id, headline);
    if (!known.size) gathered = undefined;
  })();
  return gathered;
}

/** An article that is in no list: its address was pasted, or stood in this page's. */
async function learn(id) {
  if (!/^[0-9a-z-]{1,64}$/.test(id) || known.has(id)) return;
  try {
    known.set(id, (await news(dataFile.article(id))).article);
  } catch {
    // The preview says it: there is no such article.
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What is framed, below the beginning of the edition. */
function path() {
  const { kind, article, section } = choice;
  return (frameAddress[kind] ?? frameAddress.article)(kind === "section" ? section : article);
}

function hash() {
  const { theme, accent, scale } = choice;
  const wishes = new URLSearchParams(Object.entries({ theme, accent, scale: scale === "1" ? "" : scale }).filter(([, wish]) => wish));
  return wishes.size ? `#${wishes}` : "";
}

/** Its headline, summary and page. */
function subject() {
  const { kind, article, section } = choice;
  if (kind === "section") {
    const name = sections.find(([path]) => path === section)?.[1].trim() ?? section;
    return { title: name, summary: "", page: home + pageAddress.section(section) };
  }
  const { headline = article, summary = "" } = known.get(article) ?? {};
  return { title: kind === "related" ? `${words.kind_related}：${headline}` : headline, summary, page: home + pageAddress[kind === "related" ? "related" : "article"](article) };
}

function snippet(room) {
  const { kind, form, article, section, theme, accent, scale } = choice;
  const { title, summary, page } = subject();
  const attributes = (pairs) => Object.entries(pairs).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join("");
  const quotation = `<blockquote>\n  <p><a href="${escaped(page)}">${escaped(title)}</a></p>\n${summary && `  <p>${escaped(summary)}</p>\n`}  <p>—— ${escaped(site.name)}</p>\n</blockquote>`;
  const script = `<script async src="${escaped(files)}embed.js"></` + "script>";
  const frame = `<iframe${attributes({ src: home + path() + hash(), title, width: "100%", height: room, frameborder: 0, loading: "lazy", referrerpolicy: "strict-origin-when-cross-origin", sandbox: SANDBOX })}></iframe>`;
  if (form === "frame") return frame;
  if (form === "script") return `${quotation}\n${frame}\n${script}`;
  const edition = home.slice(files.length).replace(/\/$/, "");
  const wishes = Object.entries({ kind, ...(kind === "section" ? { section } : { article }), edition, theme, accent, scale: scale === "1" ? "" : scale, title, height: room });
  return `<strait-embed${attributes(Object.fromEntries(wishes.filter(([, wish]) => wish)))}>\n${quotation}\n</strait-embed>\n${script}`;
}

/** Fills the place that the page keeps for the tools. */
function fill(place) {
  const field = (label, control, name) => make("label", { className: `embed-builder__field embed-builder__field--${name}` }, make("span", {}, label), control);
  const select = (name, label, options) => {
    const control = make("select", { name }, ...options.map(([value, text]) => make("option", { value }, text)));
    control.value = choice[name];
    if (!control.value) control.value = choice[name] = options[0]?.[0] ?? "";
    control.addEventListener("change", () => choose({ [name]: control.value }));
    return field(label, control, name);
  };

  const kinds = make("fieldset", { className: "embed-builder__kinds" }, make("legend", {}, words.kind));
  for (const kind of Object.keys(ROOM)) {
    const radio = make("input", { type: "radio", name: "kind", value: kind, checked: kind === choice.kind });
    radio.addEventListener("change", () => choose({ kind }));
    kinds.append(make("label", {}, radio, words[`kind_${kind}`]));
  }

  const search = make("input", { type: "search", name: "article", placeholder: words.article_hint, autocomplete: "off" });
  const results = make("ul", { className: "embed-builder__results" });
  const status = make("p", { className: "embed-builder__status", role: "status" });
  const article = make("div", { className: "embed-builder__article" }, field(words.article, search, "article"), results, status);
  search.addEventListener("focus", () => gather());
  search.addEventListener("input", find);
  async function find() {
    const wish = search.value.trim();
    const [, pasted] = wish.match(/article\/([0-9a-z-]+)/) ?? [];
    if (pasted) {
      await learn(pasted);
      if (search.value.trim() === wish) choose({ article: pasted });
      return;
    }
    await gather();
    if (search.value.trim() !== wish) return;
    const found = wish ? [...known.values()].filter(({ headline }) => wish.split(/\s+/).every((word) => headline.includes(word))) : [];
    results.replaceChildren(...found.slice(0, RESULTS).map(({ id, headline, firstCreated }) => {
      const button = make("button", { type: "button" }, headline, make("time", { dateTime: firstCreated }, firstCreated.slice(0, 10)));
      button.addEventListener("click", () => {
        search.value = "";
        results.replaceChildren();
        search.focus();
        choose({ article: id });
      });
      return make("li", {}, button);
    }));
    status.textContent = wish && !found.length ? (known.size ? words.no_article : words.no_news) : "";
  }

  const section = select("section", words.section, sections);
  const accent = make("input", { type: "color", value: choice.accent ? `#${choice.accent}` : "#a8321f" });
  accent.addEventListener("change", () => {
    isOwn.checked = false;
    choose({ accent: accent.value.slice(1) });
  });
  const isOwn = make("input", { type: "checkbox", checked: !choice.accent });
  isOwn.addEventListener("change", () => choose({ accent: isOwn.checked ? "" : accent.value.slice(1) }));
  const own = make("label", { className: "embed-builder__own" }, isOwn, words.accent_own);

  const looks = make("div", { className: "embed-builder__looks" },
    select("theme", words.theme, [["", words.theme_auto], ["light", words.theme_light], ["dark", words.theme_dark]]),
    select("scale", words.scale, ["0.9", "1", "1.15", "1.3"].map((scale) => [scale, `${Math.round(Number(scale) * 100)} %`])),
    make("div", { className: "embed-builder__accent" }, field(words.accent, accent, "accent"), own),
    select("width", words.width, ["240", "320", "480", "640", "800"].map((width) => [width, `${width} px`])),
    select("form", words.form, ["script", "element", "frame"].map((form) => [form, words[`form_${form}`]])),
  );
  if (site.editions?.length > 1) {
    const control = make("select", { name: "edition" }, ...site.editions.map(({ path, language, name }) => make("option", { value: path, selected: language === site.language }, name)));
    // The other edition has its own headlines, and this page in its own script.
    control.addEventListener("change", () => {
      location.assign(`${base}${control.value && `${control.value}/`}embed/${location.hash}`);
    });
    looks.append(field(words.edition, control, "edition"));
  }

  const preview = make("div", { className: "embed-builder__preview", role: "group", ariaLabel: words.preview, tabIndex: 0 });
  const code = make("code");
  const copied = make("span", { role: "status" });
  const copy = make("button", { type: "button", className: "button" }, words.copy);
  copy.addEventListener("click", async () => {
    const isCopied = await navigator.clipboard?.writeText(code.textContent).then(() => true, () => false);
    copied.textContent = isCopied ? words.copied : words.not_copied;
  });
  place.replaceChildren(
    make("form", { className: "embed-builder__form" }, kinds, article, section, looks),
    make("h2", {}, words.preview), preview,
    make("h2", {}, words.code), make("pre", { className: "embed-code", tabIndex: 0 }, code),
    make("p", { className: "embed-builder__copy" }, copy, copied),
  );
  place.firstChild.addEventListener("submit", (event) => event.preventDefault());

  let frame;
  addEventListener("message", ({ source, data }) => {
    if (!frame || source !== frame.contentWindow || !(data?.strait > 0)) return;
    const wanted = Math.min(Math.ceil(data.strait), 10_000);
    frame.height = choice.kind === "article" ? Math.max(wanted, ROOM.article) : wanted;
    code.textContent = snippet(choice.kind === "full" ? ROOM.full : frame.height);
  });

  function choose(change) {
    choice = { ...choice, ...change };
    const said = Object.entries(choice).filter(([name, value]) => value !== PLAIN[name]);
    // The state belongs to the reader, which finds its place by it.
    history.replaceState(history.state, "", said.length ? `#${new URLSearchParams(said)}` : location.pathname);
    show();
  }

  function show() {
    const { kind, width } = choice;
    article.hidden = kind === "section";
    section.hidden = kind !== "section";
    copied.textContent = "";
    const { title } = subject();
    if (kind !== "section" && known.has(choice.article)) status.textContent = known.get(choice.article).headline;
    if (kind !== "section" && !choice.article) return;
    frame = make("iframe", { title, width, height: ROOM[kind], referrerPolicy: "strict-origin-when-cross-origin" });
    frame.setAttribute("sandbox", SANDBOX);
    frame.src = here + path() + hash();
    preview.replaceChildren(frame);
    code.textContent = snippet(ROOM[kind]);
  }

  async function begin() {
    try {
      if (choice.article) await learn(choice.article);
      else {
        const latest = await news(dataFile.latest);
        for (const headline of latest) known.set(headline.id, headline);
        choice.article = PLAIN.article = latest[0]?.id ?? "";
      }
    } catch {
      status.textContent = words.no_news;
    }
    show();
  }
  begin();
}

/** Fills the place of the builder. */
export async function open(place) {
  [words, site] = await Promise.all([wordsOf("embed"), paper()]);
  [home, files] = [site.url, site.filesUrl ?? site.url].map(withSlash);
  sections = listed(site.sections);
  PLAIN.section = sections[0]?.[0] ?? "";
  choice = { ...PLAIN, ...Object.fromEntries(new URLSearchParams(location.hash.slice(1))) };
  fill(place);
}
