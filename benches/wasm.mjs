// The time of a whole check as wasm in Chromium: bytes in, report as a JavaScript object out. `MODULE=pkg-full` takes the
// full module instead of the small one, which leaves reports before 2019 to it.

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { launch } from "../tests/page/harness.mjs";
import { milliseconds, quantile, row } from "./table.mjs";

const RUNS = 200;
const MODULE = `/www/${process.env.MODULE || "pkg"}`;
const ROOT = new URL("../", import.meta.url);
const PAGE = '<!doctype html><link rel="icon" href="data:,">';
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** The invented report of 20 KB, and whatever reports the tests have. */
function reports() {
  let tests = [];
  try {
    tests = readdirSync(new URL("tests/reports", ROOT)).map((name) => `tests/reports/${name}`);
  } catch {
    // There are none.
  }
  return ["benches/report.txt", ...tests.filter((name) => name.endsWith(".txt"))].sort();
}

/** Serves the bindings on a page that may use the finest clock. */
async function serve() {
  const server = createServer((request, response) => {
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Content-Type", TYPES[extname(request.url)] || "text/html");
    response.end(request.url === "/" ? PAGE : readFileSync(new URL(`.${request.url}`, ROOT)));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

/** Runs in the page: loads the module afresh, then checks one report many times. */
async function measure({ text, runs, module }) {
  const { default: init, check } = await import(`${module}/gouji.js`);
  const source = await (await fetch(`${module}/gouji_bg.wasm`)).arrayBuffer();
  const timed = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const start = performance.now();
  await init({ module_or_path: source });
  const ready = performance.now() - start;
  const bytes = new TextEncoder().encode(text);
  const once = () => timed(() => JSON.parse(check(bytes, {})));
  let first;
  try {
    first = once();
  } catch (error) {
    return { absent: error.code };
  }
  const times = Array.from({ length: runs }, once);
  return { ready, bytes: bytes.length, first, times };
}

const server = await serve();
const browser = await launch();
row(`${await browser.version()}, ${RUNS} runs`, ["bytes", "ready", "first", "median", "fastest"]);
for (const file of reports()) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const text = readFileSync(new URL(file, ROOT), "utf8");
  const { absent, ready, bytes, first, times } = await page.evaluate(measure, { text, runs: RUNS, module: MODULE });
  const figures = () => [ready, first, quantile(times, 0.5), quantile(times, 0)].map(milliseconds);
  row(file, absent ? [absent] : [`${bytes}`, ...figures()]);
  await page.close();
}
await browser.close();
server.close();
