// News out of printed pages: a page holds what it shows as JSON too, so that a page that was kept can be opened in
// place, though its data was never fetched.

const DATA = /^data\/((?!articles\/|sections\/)[^/]+\/)?(?:(front)|articles\/([^/]+)|sections\/(.+)\/(latest|\d+))\.json$/;
const PRINTED = /<script type="application\/json" id="printed">(.*?)<\/script>/s;

/** The page that shows a data file; both below the beginning of the site. None for other data. */
export function pageOf(path) {
  const [all, edition = "", front, article, section, number] = path.match(DATA) ?? [];
  if (!all) return null;
  if (front) return edition;
  if (article) return `${edition}article/${article}/`;
  return `${edition}section/${section}/${number === "latest" ? "" : `page/${number}/`}`;
}

/** The data that a page shows, as if it had been fetched. */
export async function dataOf(page) {
  const [, json] = (await page.text()).match(PRINTED) ?? [];
  const [news] = Object.values(JSON.parse(json).page);
  return new Response(JSON.stringify(news), { headers: { "Content-Type": "application/json" } });
}
