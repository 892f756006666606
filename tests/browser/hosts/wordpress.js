// What WordPress' own script does with the frames of sites that it does not know (wp-includes/js/wp-embed.js), in our words.
addEventListener("message", ({ data, source }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const quotation of document.querySelectorAll(`blockquote[data-secret="${data.secret}"]`)) quotation.style.display = "none";
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (frame.contentWindow !== source) continue;
    frame.removeAttribute("style");
    if (data.message === "height") frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
    if (data.message === "link" && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame) {
      // WordPress leaves the page; here it is only said where to.
      document.documentElement.dataset.followed = data.value;
    }
  }
});
addEventListener("load", () => {
  for (const frame of document.querySelectorAll("iframe.wp-embedded-content")) {
    frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  }
});
