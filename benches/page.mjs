// What a person waits for: from opening the page to a ready checker, from pasting to the painted result.

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

/** One visit: how long the page took to load, and then to show the result of a paste. */
async function visit(browser, delivery) {
  const site = await open(browser, delivery);
  const load = await site.page.evaluate(() => performance.timing.loadEventEnd - performance.timing.navigationStart);
  await site.page.evaluate(watch, `${testid("findings")} [data-finding-id]`);
  await paste(site.page, { text: REPORT });
  const painted = await site.page.evaluate(() => window.painted);
  await site.close();
  return { load, painted };
}

const browser = await launch();
row(`the page, ${RUNS} fresh visits`, ["loaded", "paste", "slowest"]);
for (const delivery of DELIVERIES) {
  const visits = [];
  for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, delivery));
  const times = (name) => visits.map((visit) => visit[name]);
  const painted = times("painted");
  row(delivery, [quantile(times("load"), 0.5), quantile(painted, 0.5), quantile(painted, 1)].map(milliseconds));
}
await browser.close();
