// The texts of an article that it is found by: those that crates/press/src/search/texts.rs names.

const plain = (text) => (text ?? []).map((span) => span.text ?? span).join("");

/** All texts but the headline, in the order in which one reads them. */
export function textsOf({ summary, kicker, dateline, located, by, subjects, lead, body }) {
  const names = [...(by ?? []), ...(subjects ?? [])].map(({ name }) => name);
  return [summary, ...(body ?? []).flatMap(textsOfBlock), kicker, dateline, located, lead?.caption, ...names].filter(Boolean);
}

function textsOfBlock({ kind, kicker, text, caption, images, cite, items, header, rows, title, body }) {
  switch (kind) {
    case "paragraph":
    case "code":
    case "verse":
      return [plain(text)];
    case "heading":
      return [kicker, plain(text)];
    case "gallery":
      return images.map((image) => image.caption);
    case "quote":
      return [plain(text), cite];
    case "list":
    case "notes":
      return items.map(plain);
    case "table":
      return [caption, ...(header ?? []).map((cell) => cell.text ?? cell), ...rows.flat().map(plain)];
    case "aside":
      return [title, ...body.flatMap(textsOfBlock)];
    default:
      return [title, caption];
  }
}
