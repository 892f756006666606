// Looks at a page with axe-core, as WCAG 2.2 AA and its size of targets ask; and no two landmarks may share a name.

import axe from "axe-core";

const OPTIONS = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  rules: { "target-size": { enabled: true }, "landmark-unique": { enabled: true } },
  resultTypes: ["violations"],
};

/** What is wrong with the page, in words. */
export async function violations(reader) {
  if (!(await reader.run(() => "axe" in window))) await reader.driver.executeScript(axe.source);
  const audit = (options, done) => axe.run(document, options).then(({ violations }) => done(violations), (error) => done([{ id: String(error), nodes: [] }]));
  const found = await reader.driver.executeAsyncScript(audit, OPTIONS);
  return found.flatMap(({ id, nodes }) => (nodes.length ? nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`) : [id]));
}

/** The same, by day and by night, on 320 pixels and on a desk. */
export async function violationsEverywhere(reader) {
  const found = [];
  for (const width of ["narrow", "desktop"]) {
    await reader.resize(width);
    for (const theme of ["light", "dark"]) {
      await reader.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: theme }] });
      found.push(...(await violations(reader)).map((words) => `${width}, ${theme}: ${words}`));
    }
  }
  await reader.devtools("Emulation.setEmulatedMedia", { features: [] });
  await reader.resize("desktop");
  return found;
}
