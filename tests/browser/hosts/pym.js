// What a pym.js parent does: it makes the frame, tells it its own name, and listens for lines.
for (const place of document.querySelectorAll("[data-pym-src]")) {
  const frame = document.createElement("iframe");
  frame.title = "pym";
  frame.width = "100%";
  frame.setAttribute("scrolling", "no");
  frame.setAttribute("frameborder", "0");
  frame.src = `${place.dataset.pymSrc}?initialWidth=${place.offsetWidth}&childId=${place.id}&parentUrl=${encodeURIComponent(location.href)}`;
  place.append(frame);
  addEventListener("message", ({ data, source }) => {
    if (typeof data !== "string" || source !== frame.contentWindow) return;
    const [, kind, value] = data.match(new RegExp(`^pymxPYMx${place.id}xPYMx(\\S+)xPYMx(.*)$`)) ?? [];
    if (kind === "height") frame.setAttribute("height", `${parseInt(value, 10)}px`);
  });
}
