// What a person waits for, and what is sent for it: written to docs/figures.md and printed.
// Loaded and ready are counted from the start of the visit; painted from the paste. Medians, and the slowest paste. A
// page that has just come up first lets the browser compile what it will need, which no person is quick enough to see.

import { readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { DELIVERIES, DIST, REPORT, launch, open, paste, testid } from "../tests/page/harness.mjs";
import { FILES, fileTimes } from "./files.mjs";
import { longer } from "./longer.mjs";
import { milliseconds, quantile, row } from "./table.mjs";

const RUNS = Number(process.env.RUNS) || 15;
/** So long, in milliseconds, a person needs at least to paste a report into a page that has just come up. */
const HAND = 1000;
/** By then the module that is faster has come and taken over, where the browser may keep what it was sent. */
const SETTLED = 6000;
/** All that the hosted page loads until a pasted report is checked. */
const FIRST = ["index.html", "main.css", "main.js", "worker.js", "gouji_bg.wasm"];

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

/** What the browser's main thread did, in milliseconds. */
async function spent(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return { script: of("ScriptDuration"), style: of("RecalcStyleDuration"), layout: of("LayoutDuration") };
}

/**
 * One visit: how long the page took to load, to be ready for a report, and then to show the result of a paste, which
 * comes so many milliseconds later.
 */
async function visit(browser, { delivery, pause, options = {} }) {
  const site = await open(browser, delivery, options, watchEngine);
  const session = await site.page.context().newCDPSession(site.page);
  await session.send("Performance.enable");
  const load = await site.page.evaluate(() => performance.timing.loadEventEnd - performance.timing.navigationStart);
  const ready = await site.page.evaluate(() => window.ready);
  await site.page.evaluate(watch, `${testid("findings")} [data-finding-id]`);
  await site.page.waitForTimeout(pause);
  const before = await spent(session);
  await paste(site.page, { text: REPORT });
  const painted = await site.page.evaluate(() => window.painted);
  const after = await spent(session);
  await site.close();
  return { load, ready, painted, script: after.script - before.script, style: after.style - before.style, layout: after.layout - before.layout };
}

/** How long the worker takes for a report that it knows, as after a keystroke, with one of the two modules. */
async function recheck(browser, module) {
  const site = await open(browser, "hosted");
  const times = await site.page.evaluate(async ({ text, name, complete }) => {
    const worker = new Worker("worker.js");
    const answer = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    const bytes = await (await fetch(name)).arrayBuffer();
    worker.postMessage({ kind: "start", module: bytes, complete });
    await answer();
    const times = [];
    for (let id = 0; id < 60; id++) {
      const start = performance.now();
      const bytes = new TextEncoder().encode(text.replace("。", `${id}。`));
      worker.postMessage({ kind: "check", id, bytes, options: {} });
      JSON.parse((await answer()).value);
      times.push(performance.now() - start);
    }
    worker.terminate();
    return times.slice(30);
  }, { text: REPORT, ...module });
  await site.close();
  return quantile(times, 0.5);
}

/** How long the worker takes for reports of so many kilobytes, asked and answered as above. */
async function growth(browser, lengths) {
  const site = await open(browser, "hosted");
  const measured = [];
  for (const length of lengths) {
    const text = longer(REPORT, 1000 * length);
    const times = await site.page.evaluate(async (text) => {
      const { check } = await import(new URL("gouji.js", location.href).href);
      const times = [];
      for (let run = 0; run < 8; run++) {
        const start = performance.now();
        await check(text);
        times.push(performance.now() - start);
      }
      return times.slice(3);
    }, text);
    measured.push({ bytes: new TextEncoder().encode(text).length, time: quantile(times, 0.5) });
  }
  await site.close();
  return measured;
}

/** Sizes in kilobytes of a thousand bytes. */
const size = (name) => statSync(join(DIST, name)).size;
/** What a host sends that serves the packed copies. */
const packed = (name) => size(`${name}.gz`);
const denser = (name) => size(`${name}.br`);
const all = (names, measure) => names.reduce((sum, name) => sum + measure(name), 0);
const kilobytes = (count) => `${Math.round(count / 1000)} KB`;

const VISITS = {
  hosted: { delivery: "hosted", pause: HAND },
  file: { delivery: "file", pause: HAND },
  "at once": { delivery: "hosted", pause: 0 },
  settled: { delivery: "hosted", pause: SETTLED, options: { serviceWorkers: "allow" } },
};
const COLUMNS = ["load", "ready", "painted", "script", "style", "layout"];
const browser = await launch();
const version = await browser.version();
const load = loadavg()[0].toFixed(1);
row(`the page, ${RUNS} fresh visits each`, [...COLUMNS, "slowest"]);
const figures = {};
for (const [name, way] of Object.entries(VISITS)) {
  const visits = [];
  for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, way));
  const median = (name) => quantile(visits.map((visit) => visit[name]), 0.5);
  figures[name] = Object.fromEntries(COLUMNS.map((name) => [name, median(name)]));
  const slowest = quantile(visits.map(({ painted }) => painted), 1);
  row(name, [...COLUMNS.map(median), slowest].map(milliseconds));
}
const again = {
  small: await recheck(browser, { name: "gouji_bg.wasm", complete: false }),
  full: await recheck(browser, { name: "gouji_full_bg.wasm", complete: true }),
};
row("a check after a keystroke, in the worker", [again.small, again.full].map(milliseconds));
const curve = await growth(browser, [20, 200, 2000]);
const files = [];
for (const [name, { path, most }] of Object.entries(FILES)) {
  for (const delivery of DELIVERIES) files.push({ name, most, delivery, ...(await fileTimes(browser, delivery, path, Math.ceil(RUNS / 3))) });
}
row("office files, the first of a visit and later ones", ["first", "later"]);
for (const { name, delivery, first, later } of files) row(`${name}, ${delivery}`, [first, later].map(milliseconds));
await browser.close();

const { hosted, file } = figures;
const lines = [
  ["Sent until a pasted report is checked (hosted, gzip)", "450 KB", kilobytes(all(FIRST, packed))],
  ["— where the host serves brotli", "450 KB", kilobytes(all(FIRST, denser))],
  ["Sent when the page is ready: English, example, copies, the pages of the rules (hosted, gzip)", "", kilobytes(all(["later.js", "rules.json"], packed))],
  ["Sent besides for the first office file (hosted, gzip)", "", kilobytes(packed("gouji_full_bg.wasm"))],
  ["`gouji.html`, everything inside", "", kilobytes(size("gouji.html"))],
  ["From load to ready, hosted", "100 ms", milliseconds(hosted.ready - hosted.load)],
  ["From load to ready, `gouji.html`", "100 ms", milliseconds(file.ready - file.load)],
  ["From paste to the painted result, 20 KB, hosted", "30 ms", milliseconds(hosted.painted)],
  ["From paste to the painted result, 20 KB, `gouji.html`", "30 ms", milliseconds(file.painted)],
  ["— of it script · style · layout on the page's thread", "", ["script", "style", "layout"].map((name) => milliseconds(hosted[name])).join(" · ")],
  ["From paste to the painted result where the page has been open for some seconds: the faster module has come", "30 ms", milliseconds(figures.settled.painted)],
  ["From paste to the painted result where it is pasted in the very moment when the page is ready", "", milliseconds(figures["at once"].painted)],
  ["A check after a keystroke, 20 KB, asked and answered", "16 ms", milliseconds(again.full)],
  ["— before the faster module has come, and from `gouji.html`", "16 ms", milliseconds(again.small)],
];
const rows = (lines) => lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const table = rows(lines);
const place = { hosted: "hosted", file: "`gouji.html`" };
const office = rows(files.map(({ name, delivery, most, first, later }) => [`${name}, ${place[delivery]}`, most, milliseconds(first), milliseconds(later)]));
const grown = rows(curve.map(({ bytes, time }) => [kilobytes(bytes), milliseconds(time), milliseconds((1000 * time) / bytes)]));
writeFileSync(new URL("../docs/figures.md", import.meta.url), `# Figures

Written by \`node benches/page.mjs\` (part of \`cargo xtask bench\`) from \`dist/\`: medians of ${RUNS} fresh visits in Chromium
${version} on ${cpus().length} cores, whose load was ${load} when they were taken (above ${cpus().length}, times say little).

| What | At most | Measured |
|---|---|---|
${table}

From the drop of an office file, held over the page for half a second, to its painted result: the first of a visit, for
which the readers are fetched and compiled as soon as it is over the page, and those after it.

| File | At most | First | Later |
|---|---|---|---|
${office}

How a check grows with the length of the prose, asked and answered in the page:

| Report | Time | Each kilobyte |
|---|---|---|
${grown}
`);
console.log(`\n${table}\n\n${office}\n\n${grown}`);
