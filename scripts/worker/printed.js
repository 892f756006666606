// What stands for the data of a page that was kept as a page alone. Pages of earlier releases hold what they show as JSON
// too; of others the reader is told that they are there, and opens them as pages.

const PRINTED = /<script type="application\/json" id="printed">(.*?)<\/script>/s;

/** Readers of earlier releases open the printed page of what is too new for them. */
const ONLY_AS_PAGE = { contract: "9.0" };

/** The data that a page shows, as if it had been fetched; or word that the page itself can be opened. */
export async function dataOf(page) {
  const [, json] = (await page.text()).match(PRINTED) ?? [];
  const [news] = json ? Object.values(JSON.parse(json).page) : [ONLY_AS_PAGE];
  const headers = { "Content-Type": "application/json", ...(json ? {} : { "X-Strait-Kept": "page" }) };
  return new Response(JSON.stringify(news), { headers });
}
