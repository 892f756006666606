// What is shown of the articles that were found.

import { make, site } from "../paper.js";

const day = new Intl.DateTimeFormat(site.language, { dateStyle: "long", timeZone: site.timeZone });

/** An article that was found, as lists show it, with the words that were looked for marked. */
export function result({ article, headline, snippet }, home) {
  const { id, language, section, kicker, firstCreated } = article;
  const link = make("a", { href: `${home}article/${id}/` }, ...marked(headline));
  const heading = make("h2", {}, ...(kicker ? [make("span", { className: "kicker" }, kicker)] : []), link);
  const time = make("time", { className: "moment", dateTime: firstCreated }, day.format(new Date(firstCreated)));
  const meta = make("p", { className: "headline-card__meta" }, ...nameOf(section).map((name) => make("span", {}, name)), time);
  const summary = make("p", { className: "headline-card__summary" }, ...marked(snippet));
  const card = make("article", { className: "headline-card" }, heading, summary, meta);
  if (language !== site.language) card.lang = language;
  return make("li", {}, card);
}

function marked(parts) {
  return parts.map(({ text, isFound }) => (isFound ? make("mark", {}, text) : text));
}

/** The name of a section, if the paper has it. */
function nameOf(path, tree = site.sections) {
  return tree.flatMap((section) => (section.path === path ? [section.name] : nameOf(path, section.children ?? [])));
}

/** Lets the arrow keys go from the query through the results and back. */
export function byArrows(input, list) {
  const links = () => [input, ...list.querySelectorAll("a")];
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = links().indexOf(event.target);
    if (!step || at < 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = links()[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
