// How much is kept of what was seen, and for how long.

import { CacheExpiration } from "workbox-expiration";

const DAY = 24 * 60 * 60;
/** A device's clock that is further from the server's is wrong, in milliseconds: an answer may be a day old itself. */
const WRONG = 3 * DAY * 1000;

/**
 * Keeps a cache within bounds, the least used going first. Workbox' own plugin looks at ages whenever it reads, by a
 * clock that may be years off: then all would be lost at once. Here only an answer from the network, which says what
 * time it is, lets anything go for its age.
 */
export function bounds(cache, { entries, days }) {
  const byCount = new CacheExpiration(cache, { maxEntries: entries });
  const byAge = new CacheExpiration(cache, { maxEntries: entries, maxAgeSeconds: days * DAY });
  // Where nothing can be noted, nothing is bounded but by the browser itself.
  const quietly = (work) => work.catch(() => {});
  return {
    cacheDidUpdate: ({ request, newResponse }) => {
      const expiration = isClockRight(newResponse) ? byAge : byCount;
      return quietly(byCount.updateTimestamp(request.url).then(() => expiration.expireEntries()));
    },
    cachedResponseWillBeUsed: async ({ request, cachedResponse }) => {
      if (cachedResponse) quietly(byCount.updateTimestamp(request.url));
      return cachedResponse;
    },
    /** Forgets what was noted: it says what was read. */
    forget: () => quietly(byCount.delete()),
  };
}

function isClockRight(answer) {
  const said = Date.parse(answer?.headers.get("Date") ?? "");
  return Math.abs(Date.now() - said) < WRONG;
}
