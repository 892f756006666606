// Saves the newest articles of a section: says what it costs, how far it is, and stops when asked to.

import css from "../../style/tools/saving.css";
import { inWords, room } from "../shared/bytes.js";
import { employ } from "../shared/worker_client.js";
import { pageAddress } from "../shared/addresses.js";
import { adopt, edition, make } from "../shared/paper.js";
import { cost, isFinal, newest, saveArticle, whyNot } from "./saving.js";
import { isSaved } from "./shelf.js";

const COUNTS = [10, 20, 50];
/** How many articles are weighed to guess what all take. */
const WEIGHED = 3;

/** Opens the sheet in which one says how many. */
export function openSection(button, say, isForbidden) {
  adopt(css);
  const section = button.dataset.section;
  const name = document.querySelector(".page:not([hidden]) h1").textContent;
  const title = make("h2", { id: "save-sheet-title" }, `${say.section_before}${name}${say.section_after}`);
  const sheet = make("dialog", { className: "save-sheet" }, title);
  sheet.setAttribute("aria-labelledby", title.id);
  sheet.addEventListener("close", () => sheet.remove());
  document.body.append(sheet);
  if (isForbidden) sheet.append(make("p", {}, say.forbidden), make("div", { className: "save-sheet__actions" }, closing(sheet, say.close)));
  else fill(sheet, section, say);
  sheet.showModal();
}

function fill(sheet, section, say) {
  const asking = new AbortController();
  const said = make("output", { className: "save-sheet__said" }, say.estimating);
  const choices = make("fieldset", { className: "save-sheet__counts" }, make("legend", {}, say.how_many));
  for (const count of COUNTS) {
    const input = make("input", { type: "radio", name: "count", value: count, checked: count === COUNTS[0] });
    choices.append(make("label", {}, input, ` ${count} ${say.articles}`));
  }
  const start = make("button", { type: "submit", className: "button" }, say.start);
  const actions = make("div", { className: "save-sheet__actions" }, start, closing(sheet, say.cancel));
  const form = make("form", {}, make("p", {}, say.section_note), choices, said, actions);
  const count = () => Number(new FormData(form).get("count"));
  const weigh = estimator(section, say, asking.signal);
  const estimate = async () => {
    const wanted = count();
    const text = await weigh(wanted).catch((why) => (why.name === "AbortError" ? "" : say.failed));
    if (wanted === count() && form.isConnected) said.textContent = text;
  };
  form.addEventListener("change", estimate);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asking.abort();
    run(sheet, form, { section, count: count() }, say);
  });
  sheet.addEventListener("close", () => asking.abort());
  sheet.append(form);
  estimate();
}

/** Guesses by the first articles what so many take. */
function estimator(section, say, signal) {
  const headlines = newest(section, COUNTS.at(-1), signal);
  const some = headlines.then((list) => Promise.all(list.slice(0, WEIGHED).map((headline) => cost(addressOf(headline), signal))));
  const average = some.then((costs) => costs.reduce((sum, bytes) => sum + bytes, 0) / Math.max(costs.length, 1));
  // Who asks is told.
  average.catch(() => {});
  return async (count) => {
    const [list, bytes, { left }] = await Promise.all([headlines, average, room()]);
    const found = Math.min(count, list.length);
    const size = `${found} ${say.articles}，${say.about} ${inWords(bytes * found)}`;
    return left ? `${size}。${say.room} ${inWords(left)}。` : `${size}。`;
  };
}

async function run(sheet, form, { section, count }, say) {
  const work = new AbortController();
  const bar = make("progress", { max: count, value: 0, ariaLabel: say.saving });
  const said = make("output", { className: "save-sheet__said" });
  const stop = make("button", { type: "button", className: "button" }, say.stop);
  stop.addEventListener("click", () => work.abort());
  sheet.addEventListener("close", () => work.abort());
  form.replaceWith(make("div", {}, bar, said, make("div", { className: "save-sheet__actions" }, stop)));
  stop.focus();
  navigator.storage?.persist?.().catch(() => {});
  employ(true).catch((why) => console.info(String(why)));
  const told = await saveAll({ section, count, signal: work.signal, say }, (done, all, bytes) => {
    Object.assign(bar, { max: all, value: done });
    said.textContent = `${done} / ${all} ${say.articles} · ${inWords(bytes)}`;
  });
  said.textContent = told;
  const close = closing(sheet, say.close);
  stop.replaceWith(close);
  if (sheet.open) close.focus();
}

/** Saves one after the other; says in words how it ended. */
async function saveAll({ section, count, signal, say }, progress) {
  let [done, missed, bytes] = [0, 0, 0];
  const tally = () => `${done} ${say.articles} · ${inWords(bytes)}`;
  try {
    const headlines = await newest(section, count, signal);
    for (const headline of headlines) {
      progress(done, headlines.length, bytes);
      const href = addressOf(headline);
      try {
        if (!isSaved(href)) bytes += (await saveArticle({ id: headline.id, href, headline: headline.headline }, signal)).bytes;
        done += 1;
      } catch (why) {
        if (signal.aborted || isFinal(why) || !navigator.onLine) throw why;
        missed += 1;
      }
    }
    progress(done, headlines.length, bytes);
  } catch (why) {
    if (signal.aborted) return `${say.stopped} ${tally()}。`;
    return done ? `${whyNot(why, say)} ${say.done} ${tally()}。` : whyNot(why, say);
  }
  return missed ? `${say.done} ${tally()}，${missed} ${say.missed}。` : `${say.done} ${tally()}。`;
}

const addressOf = ({ id }) => edition + pageAddress.article(id);

function closing(sheet, text) {
  const button = make("button", { type: "button", className: "button" }, text);
  button.addEventListener("click", () => sheet.close());
  return button;
}
