// What a person waits for: from opening the page to a ready checker, from pasting to the painted result.
// Loaded and ready are counted from the start of the visit; painted from the paste. Medians, and the slowest paste.

import { DELIVERIES, REPORT, launch, open, paste, testid } from "../tests/page/harness.mjs";
import { milliseconds, quantile, row } from "./table.mjs";

const RUNS = 15;

/** Runs in the page: notes when the pasted report's first finding has been painted. */
function watch(selector) {
  document.addEventListener("paste", () => (window.pasted = performance.now()), { capture: true });
  window.painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - window.pasted)));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

/** Runs in the page before its own scripts: notes when the checker is ready. */
function watchEngine() {
  window.ready = new Promise((resolve) => {
    const look = () => document.querySelector("[data-engine=ready]") && resolve(performance.now());
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** One visit: how long the page took to load, to be ready for a report, and then to show the result of a paste. */
async function visit(browser, delivery) {
  const site = await open(browser, delivery, {}, watchEngine);
  const load = await site.page.evaluate(() => performance.timing.loadEventEnd - performance.timing.navigationStart);
  const ready = await site.page.evaluate(() => window.ready);
  await site.page.evaluate(watch, `${testid("findings")} [data-finding-id]`);
  await paste(site.page, { text: REPORT });
  const painted = await site.page.evaluate(() => window.painted);
  await site.close();
  return { load, ready, painted };
}

const browser = await launch();
row(`the page, ${RUNS} fresh visits`, ["loaded", "ready", "painted", "slowest"]);
for (const delivery of DELIVERIES) {
  const visits = [];
  for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, delivery));
  const times = (name) => visits.map((visit) => visit[name]);
  const painted = times("painted");
  const medians = ["load", "ready", "painted"].map((name) => quantile(times(name), 0.5));
  row(delivery, [...medians, quantile(painted, 1)].map(milliseconds));
}
await browser.close();
