// Which answers are worth keeping. What is kept wrongly would be shown again and again.

/** The first digits of the SHA-384 in a file's name (`Asset::new` in `crates/press/src/built/assets.rs`). */
const NAMED_HASH = /-([0-9a-f]{12})\.[a-z0-9]+$/;

/** The boot module in a page of ours, of whatever release: no page of a captive portal has it. */
const OURS = /<script [^>]*data-words="/;

/** Whether an answer is whole and what its path, below the beginning of the site, promises. It is not used up. */
export async function isGood(path, answer) {
  if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) return false;
  const type = answer.headers.get("Content-Type") ?? "";
  try {
    if (path.startsWith("pictures/")) return type.startsWith("image/");
    if (path.startsWith("assets/")) return !type.includes("html") && (await isWholeFile(path, answer.clone()));
    const text = await answer.clone().text();
    if (path.endsWith(".json")) return type.includes("json") && Boolean(JSON.parse(text));
    return type.includes("html") && OURS.test(text) && text.trimEnd().endsWith("</html>");
  } catch {
    // It broke off, or is no JSON.
    return false;
  }
}

async function isWholeFile(path, answer) {
  const bytes = await answer.arrayBuffer();
  const [, named] = path.match(NAMED_HASH) ?? [];
  if (named) return hex(await crypto.subtle.digest("SHA-384", bytes)).startsWith(named);
  // Scripts that esbuild names: the last line is whole.
  return !path.endsWith(".js") || /[;}]\n$/.test(new TextDecoder().decode(bytes.slice(-2)));
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
