// The right voice for a language: Traditional text is read as in Taiwan or Hong Kong, Simplified as in Beijing.

/**
 * The regions whose voices suit a language of an article, the best first.
 * @type {[RegExp, string[]][]}
 */
const REGIONS = [
  [/^zh-Hant-HK|^zh-HK|^zh-MO/i, ["zh-HK", "yue", "zh-TW", "zh"]],
  [/^zh-Hant|^zh-TW/i, ["zh-TW", "cmn-TW", "zh"]],
  [/^zh/i, ["zh-CN", "cmn", "zh"]],
];

/** A voice for a language; none: the browser chooses. Voices on the device work without a network. */
export function voiceFor(language) {
  const wanted = REGIONS.find(([pattern]) => pattern.test(language))?.[1] ?? [language, language.split("-")[0]];
  const voices = speechSynthesis.getVoices();
  for (const region of wanted) {
    const suits = voices.filter(({ lang }) => lang.replace("_", "-").toLowerCase().startsWith(region.toLowerCase()));
    const found = suits.find((voice) => voice.localService) ?? suits[0];
    if (found) return found;
  }
  return null;
}
