// The addresses of pages, frames and data, below where each begins: the only place of the scripts that knows them, as
// `crates/model/src/paths` is for all else. What partners load (`embed.js`) imports nothing, and puts its own together.

/** A page: a section's number counts from the oldest; without one it is the newest. */
export const pageAddress = {
  article: (id) => `article/${id}/`,
  related: (id) => `article/${id}/related/`,
  section: (path, number) => `section/${path}/${number ? `page/${number}/` : ""}`,
  saved: "saved/",
};

/** What partners frame. */
export const frameAddress = {
  article: (id) => `embed/article/${id}/`,
  full: (id) => `embed/article/${id}/full/`,
  related: (id) => `embed/related/${id}/`,
  section: (path) => `embed/section/${path}/`,
};

/** A data file. */
export const dataFile = {
  article: (id) => `articles/${id}.json`,
  section: (path, number = "latest") => `sections/${path}/${number}.json`,
  latest: "latest.json",
};

/** What a page shows, by its path below the beginning of its edition: an article or its related news, or a section. */
export function shownAt(path) {
  const [, article] = path.match(/^article\/([^/]+)\//) ?? [];
  const [, section, number] = path.match(/^section\/(.+?)\/(?:page\/(\d+)\/)?$/) ?? [];
  return { article, section, number };
}

const DATA = /^data\/((?!articles\/|sections\/)[^/]+\/)?(?:(front)|articles\/([^/]+)|sections\/(.+)\/(latest|\d+))\.json$/;

/** The page that shows a data file; both below the beginning of the site. None for other data. */
export function pageOf(path) {
  const [all, edition = "", front, article, section, number] = path.match(DATA) ?? [];
  if (!all) return null;
  if (front) return edition;
  return edition + (article ? pageAddress.article(article) : pageAddress.section(section, number !== "latest" && number));
}

/** Whether a path below the beginning of the site is data that belongs to no page alone. */
export const isSharedData = (path) => /^data\/(?:[^/]+\/)?(?:site|latest)\.json$/.test(path);

/** Whether a path below the beginning of the site is a frame's. */
export const isFrame = (path) => /^(?:[^/]+\/)?embed\/./.test(path);
