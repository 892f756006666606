// Put into pages that are proofs: reloads them when the site was printed anew, and shows in a quiet line what is still
// being made.
let seen;
const line = document.createElement("aside");
Object.assign(line.style, {
  position: "fixed",
  inset: "auto 0 0 auto",
  padding: "0.2em 0.8em",
  font: "0.8rem/1.5 system-ui, sans-serif",
  background: "Canvas",
  color: "CanvasText",
  opacity: "0.85",
  pointerEvents: "none",
  zIndex: "9",
});

function show(words) {
  line.textContent = words;
  if (words) document.body.append(line);
  else line.remove();
}

async function look() {
  const answer = await fetch("/-/stamp", { cache: "no-store" });
  const [stamp, ...words] = (await answer.text()).split("\n");
  seen ??= stamp;
  // There is none while the site is being printed.
  if (stamp && stamp !== seen) location.reload();
  show(words.join(" "));
}

// A server that has ended may come back.
setInterval(() => look().catch(() => show("")), 700);
