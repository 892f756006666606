// Runs in each page before anything else, and notes what a test may ask about.

(() => {
  const witness = { errors: [], violations: [], mutations: [], shifts: [], marked: 0 };
  Object.defineProperty(window, "witness", { value: witness });
  addEventListener("error", (event) => witness.errors.push(String(event.message ?? event.target?.src)));
  addEventListener("unhandledrejection", (event) => witness.errors.push(String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => {
    witness.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
  for (const level of ["error", "warn", "log", "info"]) {
    const plain = console[level];
    console[level] = (...words) => (witness.errors.push(`${level}: ${words.join(" ")}`), plain.apply(console, words));
  }
  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) {
    const note = (list) => {
      for (const entry of list.getEntries()) {
        const moved = entry.sources.map((source) => source.node?.nodeName + "." + (source.node?.className ?? ""));
        witness.shifts.push({ value: entry.value, moved });
      }
    };
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
  }
  document.addEventListener("DOMContentLoaded", () => {
    for (const node of everyNode()) {
      node.wasPrinted = true;
      witness.marked += 1;
    }
    const isChange = (record) => record.type !== "attributes" || record.target.getAttribute(record.attributeName) !== record.oldValue;
    const describe = (record) => {
      const at = record.target.nodeType === Node.TEXT_NODE ? record.target.parentElement : record.target;
      return { type: record.type, name: record.attributeName ?? "", at: `${at?.localName}.${at?.getAttribute("class") ?? ""}` };
    };
    const observer = new MutationObserver((records) => witness.mutations.push(...records.filter(isChange).map(describe)));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true });
  });
  witness.count = () => [...everyNode()].filter((node) => node.wasPrinted).length;

  function* everyNode() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) yield walker.currentNode;
  }
})();
