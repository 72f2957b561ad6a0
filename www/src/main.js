// A placeholder until the page itself is here: the engine and the bare places of the page.

import { createEngine } from "./engine.js";

const engine = createEngine();

/** @param {string} id @returns {HTMLElement} */
const place = (id) => /** @type {HTMLElement} */ (document.querySelector(`[data-testid=${id}]`));

const paste = /** @type {HTMLTextAreaElement} */ (place("paste"));

paste.addEventListener("input", async () => {
  try {
    const report = await engine.check(paste.value, { language: "zh" });
    place("summary").textContent = `${report.findings.length}`;
    place("findings").replaceChildren(...report.findings.map(item));
  } catch (error) {
    place("summary").textContent = /** @type {import("./engine.js").Problem} */ (error).message;
  }
});

/** @param {import("../pkg/gouji.js").Finding} finding */
function item(finding) {
  const element = document.createElement("li");
  element.dataset.findingId = finding.id;
  element.textContent = finding.message;
  return element;
}
