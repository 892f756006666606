// What TypeScript is told beside what the scripts say themselves (`tsconfig.json`). None of it is published.

declare module "*.css" {
  const css: string;
  export default css;
}

interface Navigator {
  /** Network Information API (WICG): Chromium alone has it. */
  connection?: { saveData?: boolean; effectiveType?: string };
}

interface Window {
  /** Trusted Types (W3C): Firefox has them not. */
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown };
}

/** What a selector finds is HTML of ours. */
interface Element {
  readonly dataset: DOMStringMap;
  href: string;
  hreflang: string;
  pathname: string;
  src: string;
  content: string;
  dateTime: string;
  hidden: any;
  tabIndex: number;
  focus(options?: FocusOptions): void;
  click(): void;
}

interface Node {
  /** Of texts and comments. */
  data: string;
}

interface EventTarget {
  closest(css: string): Element | null;
}

interface Event {
  detail?: any;
  error?: any;
  reason?: any;
}
