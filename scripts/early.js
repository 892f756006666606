// What the reader chose, before the first paint. It stands in each page (its hash is in the policy), so nothing waits
// for it. A choice is made anywhere by the event `choose`: its `detail` names what is chosen, "" takes a choice back.

import { CHOICES, SAVED } from "./shared/kept.js";

/** What may be chosen. */
const KNOWN =
  /^(size=[1-5]|leading=[23]|theme=(dark|light)|contrast=more|motion=less|elder=on|rate=(0\.75|1\.25|1\.5|2)|edition=[\w-]+)$/;
/**
 * What the device says of these is overruled: the query, and the choice that makes it true.
 * @type {[RegExp, string, string][]}
 */
const OVERRULED = [
  [/\(prefers-color-scheme: ?dark\)/, "theme", "dark"],
  [/\(prefers-contrast: ?more\)/, "contrast", "more"],
  [/\(prefers-reduced-motion: ?reduce\)/, "motion", "less"],
  [/\(prefers-reduced-motion: ?no-preference\)/, "motion", ""],
];
const { dataset, lang } = document.documentElement;
const here = location.pathname;
/**
 * What was chosen, and is shown.
 * @type {Record<string, string>}
 */
let chosen = {};
/** Each media query as it was written. */
const written = new Map();
/** What is kept, as it was last seen. */
let seen = "";

function overrule(rules) {
  for (const { media, cssRules } of rules) {
    if (media) {
      if (!written.has(media)) written.set(media, media.mediaText);
      media.mediaText = OVERRULED.reduce(
        (text, [query, name, truth]) =>
          chosen[name] ? text.replace(query, chosen[name] === truth ? "(min-width: 0)" : "(max-width: 0)") : text,
        written.get(media),
      );
    }
    if (cssRules) overrule(cssRules);
  }
}

const isKnown = (choice) => KNOWN.test(choice.join("="));

/** Puts every rule into the look that was chosen: all of them again once one was changed. */
function dress() {
  if (written.size || OVERRULED.some(([, name]) => chosen[name])) {
    for (const sheet of [...document.styleSheets, ...(document.adoptedStyleSheets ?? [])]) {
      try {
        overrule(sheet.cssRules);
      } catch {
        // Firefox names sheets that are on their way.
      }
    }
  }
}

/** Shows what was chosen: names and values, of which the known ones count. */
function show(choices) {
  for (const name in chosen) delete dataset[name];
  chosen = Object.fromEntries(choices.filter(isKnown));
  Object.assign(dataset, chosen);
  dress();
}

/** Reads what is kept, by this window or by another; whether it is new. */
function load() {
  try {
    const kept = localStorage.getItem(CHOICES) ?? "";
    if (kept === seen) return false;
    seen = kept;
  } catch {
    // As if nothing had been chosen.
    return false;
  }
  show([...new URLSearchParams(seen)]);
  return true;
}

function choose(choices) {
  show(choices);
  try {
    const kept = String(new URLSearchParams(chosen));
    localStorage.setItem(CHOICES, kept);
    seen = kept;
  } catch {
    // Nothing may be kept here: it holds for this page.
  }
}

// Tools that need a script can be shown from now on.
dataset.scripts = "";
load();
// What this reader chose counts more than what came with a link or a QR code.
const size = ["size", new URLSearchParams(location.search).get("size")];
if (isKnown(size) && !chosen.size) choose([size, ...Object.entries(chosen)]);
// A reader of one script who follows a link to the other goes on in their own: but not without a network, where only
// this one may be kept, nor from what was saved, nor from a page that stands in for one that is not there.
const pathIn = (language) => new URL(document.querySelector(`link[hreflang="${language}"]`)?.href ?? location.href).pathname;
const isSaved = () => Object.keys(localStorage).some((key) => key.startsWith(SAVED) && localStorage[key].includes(`"${here}"`));
if (chosen.edition && navigator.onLine && pathIn(lang) === here && !isSaved()) {
  const alternate = pathIn(chosen.edition);
  if (alternate !== here) location.replace(alternate + location.search + location.hash);
}

const tell = () => dispatchEvent(new Event("chosen"));
// Chosen in another window, or on the page that one comes back from.
for (const sign of ["storage", "pageshow"]) addEventListener(sign, () => load() && tell());
// Sheets that come later look as it was chosen, too.
addEventListener("sheet", dress);
addEventListener("choose", ({ detail }) => {
  load();
  choose(Object.entries({ ...chosen, ...detail }));
  tell();
});
