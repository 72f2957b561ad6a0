// How long an office file takes in the page, from the drop to the painted result: the first one of a visit, for which
// the readers are fetched and compiled from the moment when it is dragged over the page, and those after it.

import { readFileSync } from "node:fs";
import { drop, open } from "../tests/page/harness.mjs";
import { quantile } from "./table.mjs";

/** The files by what they are: invented reports, of the fixtures. */
export const FILES = {
  "Ten pages of PDF": { path: "pdf/chromium-long.pdf", most: "600 ms" },
  "A Word file": { path: "office/features.docx", most: "80 ms" },
};

const LATER = 7;
/** So long, in milliseconds, a person holds a file over the page before letting it fall. */
const HELD = 500;

/** Runs in the page: tells how long it takes from the next drop until its result has been painted. */
function watch() {
  const main = document.querySelector("main");
  let dropped = 0;
  document.addEventListener("drop", () => (dropped = performance.now()), { capture: true, once: true });
  window.painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!dropped || main.dataset.phase !== "done") return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - dropped)));
    });
    observer.observe(main, { attributes: true });
  });
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} delivery
 * @param {string} path Below the fixtures.
 * @param {number} runs So many visits.
 * @returns {Promise<{ first: number, later: number }>} Medians, in milliseconds.
 */
export async function fileTimes(browser, delivery, path, runs) {
  const bytes = [...readFileSync(new URL(`../tests/fixtures/${path}`, import.meta.url))];
  const first = [];
  const later = [];
  for (let run = 0; run < runs; run++) {
    const site = await open(browser, delivery);
    for (let at = 0; at <= LATER; at++) {
      await site.page.waitForTimeout(at ? 300 : 1000);
      await site.page.evaluate(watch);
      await drop(site.page, { name: path, bytes, held: HELD });
      (at ? later : first).push(await site.page.evaluate(() => window.painted));
    }
    await site.close();
  }
  return { first: quantile(first, 0.5), later: quantile(later, 0.5) };
}
