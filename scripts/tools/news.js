// What is new while a page is open: one small conditional request now and then, none while nobody looks.

import css from "../../style/tools/news.css";
import { dataFile, pageAddress, shownAt } from "../shared/addresses.js";
import { PUT_AWAY, adopt, data, edition, make, words as wordsOf } from "../shared/paper.js";

/** The pause before the next look, in milliseconds; each that finds nothing new makes it longer. */
const PAUSE = { shortest: 60_000, growth: 1.5, longest: 600_000 };
/** For how long news that cannot wait is told of. */
const BREAKING_FOR = 6 * 3_600_000;

let words;
let pause = PAUSE.shortest;
let timer;
let lookedAt = 0;
let looks = 0;
let isLooking = false;
/** What the reader put away is not told of again in this window, and where it is noted. */
const AWAY = PUT_AWAY + edition;
const putAway = new Set(load());

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(AWAY) ?? "[]");
  } catch {
    return [];
  }
}

function putAwayFor(key) {
  putAway.add(key);
  try {
    sessionStorage.setItem(AWAY, JSON.stringify([...putAway]));
  } catch {
    // Then it is put away on this page.
  }
}

const page = () => document.querySelector(".page:not([hidden])");
/** The path of the page on screen below the edition's beginning. */
const path = () => location.pathname.slice(edition.length);
const articleShown = () => shownAt(path()).article;

async function ask(file) {
  const answer = await fetch(data + file, { cache: "no-cache" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** The newest time that the page tells, in milliseconds. */
function newestShown() {
  const times = [...page().querySelectorAll("time[datetime]")].map((time) => Date.parse(time.dateTime));
  return Math.max(0, ...times);
}

/** What came since the list on screen was made: of the whole paper, or of a section with all below it. */
function findNew(latest) {
  const { section, number } = shownAt(path());
  if (number || (path() && !section)) return [];
  const newest = newestShown();
  const isHere = (headline) => !section || `${headline.section}/`.startsWith(`${section}/`);
  const isShown = (id) => page().querySelector(`a[href$="/${pageAddress.article(id)}"]`);
  return latest.filter((headline) => isHere(headline) && Date.parse(headline.firstCreated) > newest && !isShown(headline.id));
}

function findBreaking(latest) {
  const isFresh = ({ firstCreated }) => Date.now() - Date.parse(firstCreated) < BREAKING_FOR;
  return latest.find((headline) => headline.isBreaking && isFresh(headline) && articleShown() !== headline.id);
}

/** Whether the article on screen is another now; its newest correction says how. */
function findChange({ article }) {
  const times = page().querySelectorAll(".article__times time");
  const shown = times[times.length - 1]?.dateTime;
  if (!shown || !article) return undefined;
  if (article.pubStatus === "canceled") return { title: words.withdrawn, key: article.versionCreated };
  if (Date.parse(article.versionCreated) <= Date.parse(shown)) return undefined;
  const told = page().querySelectorAll(".corrections li").length;
  const correction = (article.corrections ?? []).slice(told).at(-1);
  return { title: words.changed, text: correction?.text, key: article.versionCreated };
}

const strip = () => document.querySelector(".news-strip") ?? document.body.appendChild(Object.assign(make("div", { className: "news-strip" }), { role: "status" }));

/** One notice of a kind: a newer one takes its place, and what is told already is not told anew. */
function tell(kind, key, ...parts) {
  const last = strip().querySelector(`.news-notice--${kind}`);
  if (putAway.has(key) || last?.dataset.key === key) return;
  const close = make("button", { type: "button", textContent: words.close });
  const notice = make("div", { className: `news-notice news-notice--${kind}` }, ...parts, close);
  notice.dataset.key = key;
  close.addEventListener("click", () => {
    putAwayFor(key);
    notice.remove();
  });
  const hadFocus = last?.contains(document.activeElement);
  last?.remove();
  strip().append(notice);
  if (hadFocus) notice.querySelector("a, button").focus();
}

/** The page anew, from its top. */
function renew() {
  history.scrollRestoration = "manual";
  scrollTo(0, 0);
  location.reload();
}

function tellOfNew(fresh) {
  if (!fresh.length) return;
  const show = make("button", { type: "button", className: "news-notice__act" }, `${fresh.length} ${words.new_articles} · ${words.show}`);
  show.addEventListener("click", renew);
  tell("new", fresh.map(({ id }) => id).join(), show);
}

function tellOfBreaking(headline) {
  if (!headline) return;
  const link = make("a", { href: edition + pageAddress.article(headline.id), textContent: headline.headline });
  // Who follows it knows.
  link.addEventListener("click", () => putAwayFor(headline.id));
  tell("breaking", headline.id, make("strong", { textContent: words.breaking }), link);
}

function tellOfChange(change) {
  if (!change) return;
  const show = make("button", { type: "button", className: "news-notice__act", textContent: words.show_version });
  show.addEventListener("click", renew);
  tell("changed", change.key, make("p", {}, make("strong", { textContent: change.title }), change.text ? ` ${change.text}` : ""), show);
}

/** One request: for the list, or on an article by turns for the article and for the list. */
async function look() {
  const article = articleShown();
  looks += 1;
  if (article && looks % 2) {
    const story = await ask(dataFile.article(article));
    // Another may be on screen by now.
    return article === articleShown() && tellOfChange(findChange(story));
  }
  const latest = await ask(dataFile.latest);
  tellOfBreaking(findBreaking(latest));
  return tellOfNew(findNew(latest));
}

async function lookNow() {
  if (isLooking || document.hidden || !navigator.onLine) return;
  isLooking = true;
  lookedAt = Date.now();
  const told = document.querySelectorAll(".news-notice").length;
  try {
    await look();
  } catch {
    // The next look may find the newsroom again.
  }
  isLooking = false;
  const foundMore = document.querySelectorAll(".news-notice").length > told;
  pause = foundMore ? PAUSE.shortest : Math.min(pause * PAUSE.growth, PAUSE.longest);
  wait();
}

function wait() {
  clearTimeout(timer);
  if (!document.hidden && navigator.onLine) timer = setTimeout(lookNow, Math.max(lookedAt + pause - Date.now(), 0));
}

function waitAnew() {
  pause = PAUSE.shortest;
  wait();
}

/** Begins to look, first after a pause: the page has just come. */
export async function open() {
  words = await wordsOf("news");
  adopt(css);
  lookedAt = Date.now();
  for (const sign of ["visibilitychange", "offline"]) addEventListener(sign, wait);
  addEventListener("online", waitAnew);
  addEventListener("page-shown", () => {
    for (const notice of document.querySelectorAll(".news-notice")) {
      if (!notice.matches(".news-notice--breaking") || notice.dataset.key === articleShown()) notice.remove();
    }
    waitAnew();
  });
  wait();
}
