// What the reader chose, before the first paint. It stands in each page (its hash is in the policy), so nothing waits for it.
(() => {
  const root = document.documentElement;
  const isSize = (text) => /^[1-5]$/.test(text);
  // Tools that need a script can be shown from now on.
  root.dataset.scripts = "";
  let size = new URLSearchParams(location.search).get("size");
  try {
    // What this reader chose counts more than what came with a link or a QR code.
    const kept = localStorage.getItem("strait-size");
    if (isSize(kept)) size = kept;
    else if (isSize(size)) localStorage.setItem("strait-size", size);
  } catch {
    // Nothing may be kept here: then a link's wish holds for this page.
  }
  if (isSize(size)) root.dataset.size = size;
})();
