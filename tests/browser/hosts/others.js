// What AMP, Datawrapper's, Medium's and the Guardian's pages do with what a frame says; each looks after its own.
const frames = (host) => [...document.querySelectorAll(`.${host} iframe`)];
addEventListener("message", ({ data, source }) => {
  const set = (host, height) => {
    for (const frame of frames(host)) if (frame.contentWindow === source) frame.height = height;
  };
  if (data?.sentinel === "amp" && data.type === "embed-size" && typeof data.height === "number") set("amp", data.height);
  for (const height of Object.values(data?.["datawrapper-height"] ?? {})) set("datawrapper", height);
  if (typeof data !== "string" || !data.startsWith("{")) return;
  const said = JSON.parse(data);
  if (said.context === "iframe.resize" && typeof said.height === "number") set("medium", said.height);
  if (said.type === "set-height" && typeof said.value === "number") set("guardian", said.value);
});
