// Sizes and times as people read them.

/** So many bytes: `340 KB`, `1.2 MB`. 1 KB is 1,000 bytes. */
export function inWords(bytes) {
  const [unit, size] = bytes >= 1e9 ? ["GB", 1e9] : bytes >= 1e6 ? ["MB", 1e6] : ["KB", 1e3];
  const count = bytes / size;
  return `${count >= 100 || unit === "KB" ? Math.ceil(count) : count.toFixed(1)} ${unit}`;
}

const format = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });

/** A time on this device's clock. */
export const time = (at) => (Number.isFinite(at) ? format.format(at) : "");

/** The room that all takes, and the room that is left, in bytes; nothing where the browser does not say. */
export async function room() {
  /** @type {StorageEstimate} */
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.().catch(() => ({}))) ?? {};
  return { taken: usage, left: Math.max(quota - usage, 0) };
}
