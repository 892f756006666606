// Reads an article aloud with the browser's own voices, a sentence at a time: Chrome falls silent in long ones.

import css from "../../style/tools/listen.css";
import { sentencesOf } from "./listen/sentences.js";
import { mark, unmark } from "./listen/mark.js";
import { voiceFor } from "./listen/voices.js";
import { adopt, choose, make, shown, words as wordsOf } from "../shared/paper.js";

const { dataset } = document.documentElement;
const { speechSynthesis } = globalThis;
const RATES = ["0.75", "1", "1.25", "1.5", "2"];

let words;
let bar;
/** What is read: sentences, and which is next. Nothing while nothing is read. */
let reading;
/** Each utterance's number: what an older one says at its end no longer counts. */
let turn = 0;

const article = () => shown(".article");

function say(text) {
  bar.querySelector("output").textContent = text;
}

function show(isPlaying) {
  const button = bar.querySelector("[data-listen=play]");
  button.textContent = isPlaying ? words.pause : words.play;
  button.classList.toggle("is-playing", isPlaying);
}

/** Speaks the sentence that is next, and goes on from there. */
function speak() {
  turn += 1;
  const mine = turn;
  speechSynthesis.cancel();
  const sentence = reading.sentences[reading.at];
  if (!sentence) return end();
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.voice = voiceFor(sentence.language);
  utterance.lang = utterance.voice?.lang ?? sentence.language;
  utterance.rate = Number(dataset.rate ?? 1);
  utterance.addEventListener("end", () => {
    if (mine !== turn) return;
    reading.at += 1;
    speak();
  });
  utterance.addEventListener("error", ({ error }) => {
    if (mine !== turn || error === "interrupted" || error === "canceled") return;
    pause();
    say(words.failed);
  });
  mark(sentence);
  show(true);
  reading.isPlaying = true;
  speechSynthesis.speak(utterance);
}

/** `speechSynthesis.pause` ends what is read on Android: to go on is to read the sentence again. */
function pause() {
  turn += 1;
  reading.isPlaying = false;
  speechSynthesis.cancel();
  show(false);
}

function end() {
  pause();
  unmark();
  reading.at = 0;
  say(words.done);
  // Where the reader does not run, the voice would end with the page.
  if (dataset.reader === "ready" && nextLink()) goToNext();
}

/** The next article of the list that stands below: it opens in place, and is read in turn. */
function goToNext() {
  reading.goesOn = true;
  nextLink().click();
}

const heard = new Set();

function nextLink() {
  heard.add(location.pathname);
  const links = document.querySelectorAll(".page:not([hidden]) :is(.related-news, .headline-list) :is(h2, h3) a");
  return [...links].find((link) => !heard.has(link.pathname));
}

/** Goes to the beginning of a paragraph: `by` -1 or 1 from the one that is read. */
function step(by) {
  const { sentences, at } = reading;
  const blocks = [...new Set(sentences.map(({ block }) => block))];
  const here = blocks.indexOf(sentences[Math.min(at, sentences.length - 1)].block);
  const block = blocks[Math.min(Math.max(here + by, 0), blocks.length - 1)];
  readFrom(block);
}

function readFrom(block) {
  reading.at = reading.sentences.findIndex((sentence) => sentence.block === block);
  speak();
}

function begin() {
  const place = article();
  const sentences = place ? sentencesOf(place) : [];
  reading = { sentences, at: 0, isPlaying: false, goesOn: false, place };
  say(words.hint);
  speak();
}

function close() {
  pause();
  unmark();
  const hadFocus = bar.contains(document.activeElement);
  bar.remove();
  reading = undefined;
  if (hadFocus) article()?.querySelector(".listen-button")?.focus({ preventScroll: true });
}

const ACTS = {
  play: () => (reading.isPlaying ? pause() : speak()),
  back: () => step(-1),
  on: () => step(1),
  next: () => (nextLink() ? goToNext() : step(1)),
  close,
};

function makeBar() {
  const button = (act) => {
    const button = make("button", { type: "button", textContent: words[act] });
    button.addEventListener("click", ACTS[act]);
    button.dataset.listen = act;
    return button;
  };
  const rate = make("select", {}, ...RATES.map((value) => make("option", { value, textContent: `${value}×` })));
  rate.value = dataset.rate ?? "1";
  rate.addEventListener("change", () => {
    choose({ rate: rate.value });
    if (reading.isPlaying) speak();
  });
  const bar = make(
    "section",
    { className: "listen-bar" },
    make("div", {}, ...["back", "play", "on", "next"].map(button)),
    make("label", {}, make("span", { textContent: words.rate }), rate),
    make("output"),
    button("close"),
  );
  bar.setAttribute("aria-label", words.title);
  bar.addEventListener("keydown", (event) => event.key === "Escape" && close());
  return bar;
}

/** A tap on a paragraph reads on from there; a link stays a link, and a selection a selection. */
addEventListener("click", ({ target }) => {
  if (!reading || !(target instanceof Element) || target.closest("a, button, summary, video, audio") || !getSelection().isCollapsed) return;
  const block = reading.sentences.find(({ block }) => block.contains(target))?.block;
  if (block) readFrom(block);
});

addEventListener("page-shown", () => {
  if (!reading || reading.place === article()) return;
  const goesOn = reading.goesOn;
  if (goesOn && article()) begin();
  else close();
});

// A voice goes on after its page is gone.
addEventListener("pagehide", () => reading && close());

/** Begins, or goes on where it is open already. */
export async function open() {
  words = await wordsOf("listen");
  adopt(css);
  if (reading) return void (reading.isPlaying || speak());
  bar = makeBar();
  document.body.append(bar);
  begin();
  bar.querySelector("[data-listen=play]").focus({ preventScroll: true });
}
