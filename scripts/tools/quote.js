// What is selected, with where it stands: text, headline, paper, and the address of its paragraph.

import css from "../../style/tools/quote.css";
import { adopt, headlineOf, make, name, shown, words as wordsOf } from "../shared/paper.js";

let words;
let notice;

/** The nearest anchor at or above the beginning of what is selected. */
function anchorOf(node) {
  let block = (node instanceof Element ? node : node.parentElement).closest(".article__body > *");
  while (block && !block.id) block = block.previousElementSibling;
  return block ? `#${block.id}` : "";
}

function quotation() {
  const selection = getSelection();
  const title = headlineOf(shown(".article"));
  const address = document.querySelector("link[rel=canonical]").href + anchorOf(selection.getRangeAt(0).startContainer);
  return `“${selection.toString().trim()}”\n——《${title}》，${name}\n${address}`;
}

async function copy() {
  const text = quotation();
  const said = await navigator.clipboard.writeText(text).then(() => words.copied, () => words.not_copied);
  notice.querySelector("output").textContent = said;
  setTimeout(hide, 3000);
}

function hide() {
  notice.hidden = true;
  notice.querySelector("output").textContent = "";
}

function makeNotice() {
  const button = make("button", { type: "button", textContent: words.quote });
  // A press must not take the selection away.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", copy);
  notice = make("div", { className: "quote-notice" }, button, make("output"));
  document.body.append(notice);
  addEventListener("page-shown", hide);
  document.addEventListener("selectionchange", () => getSelection().isCollapsed && !notice.querySelector("output").textContent && hide());
}

/** Offers to quote what is selected. */
export async function open() {
  if (!navigator.clipboard || getSelection().toString().trim().length < 4) return;
  words = await wordsOf("quote");
  adopt(css);
  if (!notice) makeNotice();
  notice.hidden = false;
}
