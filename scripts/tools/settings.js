// How this reader wants the paper: as a page (`/settings/`), and as a panel over any other. Each choice is seen at once.

import css from "../../style/tools/settings.css";
import { adopt, choose, make, paper, words as wordsOf } from "../shared/paper.js";

const { dataset } = document.documentElement;

/** What elder mode chooses, besides itself; each can be chosen otherwise afterwards. */
const ELDER = { elder: "on", size: "4", leading: "3", contrast: "more", motion: "less" };
const NOTHING = { elder: "", size: "", leading: "", theme: "", contrast: "", motion: "", rate: "", edition: "" };

let words;
let site;
let panel;

/** The choices of one kind, with what they are called. "" stands for what the device or the paper does by itself. */
const groups = () => [
  ["size", words.size, [["1", "A"], ["", "A"], ["3", "A"], ["4", "A"], ["5", "A"]]],
  ["leading", words.leading, [["", words.leading_usual], ["2", words.leading_wide], ["3", words.leading_widest]]],
  ["theme", words.theme, [["", words.automatic], ["light", words.light], ["dark", words.dark]]],
  ["contrast", words.contrast, [["", words.automatic], ["more", words.contrast_more]]],
  ["motion", words.motion, [["", words.automatic], ["less", words.motion_less]]],
  ...(site.editions?.length > 1 ? [["edition", words.edition, site.editions.map(({ language, name }) => [language, name])]] : []),
];

function group([name, title, choices]) {
  const options = choices.map(([value, label], at) => {
    const input = make("input", { type: "radio", name, value });
    const step = name === "size" ? make("span", { className: "visually-hidden", textContent: ` ${at + 1} / 5` }) : "";
    return make("label", { className: "settings__choice" }, input, make("span", {}, label, step));
  });
  return make("fieldset", { className: `settings__${name}` }, make("legend", { textContent: title }), make("div", {}, ...options));
}

/** What is chosen now. The second size is the paper's own. */
function chosen(name) {
  if (name === "edition") return document.documentElement.lang;
  return name === "size" && dataset.size === "2" ? "" : (dataset[name] ?? "");
}

function show(form) {
  for (const input of form.querySelectorAll("input[type=radio]")) input.checked = input.value === chosen(input.name);
  form.elder.checked = dataset.elder === "on";
}

function take({ target }) {
  if (target.name === "elder") choose(target.checked ? ELDER : Object.fromEntries(Object.keys(ELDER).map((name) => [name, ""])));
  else choose({ [target.name]: target.value });
  if (target.name === "edition") goTo(target.value);
}

/** The page on screen in another script. */
function goTo(language) {
  for (const link of document.querySelectorAll(".masthead a[hreflang]")) if (link.hreflang === language) link.click();
}

function form() {
  const elder = make("input", { type: "checkbox", name: "elder" });
  elder.setAttribute("role", "switch");
  const reset = make("button", { type: "button", className: "button", textContent: words.reset });
  const form = make(
    "form",
    { className: "settings" },
    make("label", { className: "settings__elder" }, elder, make("span", {}, make("strong", { textContent: words.elder }), make("small", { textContent: words.elder_note }))),
    ...groups().map(group),
    make("p", {}, reset),
  );
  form.addEventListener("change", take);
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => choose(NOTHING));
  addEventListener("chosen", () => show(form));
  show(form);
  return form;
}

/** A panel over the page that is read: what changes is seen behind it. */
function makePanel() {
  const close = make("button", { type: "button", className: "button", textContent: words.close });
  const title = make("h2", { id: "settings-title", textContent: words.title });
  const dialog = make("dialog", { className: "settings-panel" }, make("header", {}, title, close), form());
  dialog.setAttribute("aria-labelledby", "settings-title");
  close.addEventListener("click", () => dialog.close());
  // A click beside it closes it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  addEventListener("page-shown", () => dialog.close());
  document.body.append(dialog);
  return dialog;
}

/** Fills the page's place, or opens the panel. */
export async function open(place) {
  [words, site] = await Promise.all([wordsOf("settings"), paper()]);
  adopt(css);
  if (place instanceof HTMLDivElement) {
    place.replaceChildren(make("p", { className: "settings__sample article__body", textContent: words.sample }), form());
    return;
  }
  // On the page itself it is already open.
  if (document.querySelector("div[data-tool=settings]")) return;
  document.querySelector(".masthead__menu[open]")?.removeAttribute("open");
  panel ??= makePanel();
  panel.showModal();
}
