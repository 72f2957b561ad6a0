// A hundred thousand findings in one line of fourteen megabytes: the page's own part of it. No report has been
// found that makes the core say so much, so an invented engine says it.

import assert from "node:assert/strict";
import { build } from "esbuild";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, paste, testid } from "./harness.mjs";

const source = (file) => fileURLToPath(new URL(`../../www/${file}`, import.meta.url));
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>.</title><link rel="stylesheet" href="main.css"><div id="app"></div><script src="main.js"></script>`;

let browser;
let folder;
let page;
const errors = [];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-"));
  const mock = { name: "mock", setup: (it) => it.onResolve({ filter: /\/engine\.js$/ }, () => ({ path: source("src/mock.js") })) };
  const common = { bundle: true, target: "chrome78", loader: { ".txt": "text" }, define: { GOUJI_BUILD: '"test"', GOUJI_WHOLE: "true" }, logLevel: "error" };
  await build({ ...common, entryPoints: [source("src/main.js")], plugins: [mock], outfile: join(folder, "main.js"), format: "iife" });
  await build({ ...common, entryPoints: [source("style/main.css")], outfile: join(folder, "main.css") });
  await writeFile(join(folder, "index.html"), PAGE);
  browser = await launch();
  page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

test("they are listed through a window, walked, dismissed, filtered and taken away", { timeout: 120000 }, async () => {
  await paste(page, { text: "巨大" });
  await page.waitForFunction(() => document.querySelector("#findings .count")?.textContent === "100,000", null, { timeout: 60000 });
  assert.ok((await page.locator("[data-finding-id]").count()) <= 300);
  assert.ok((await page.locator("*").count()) < 20000);
  assert.equal(await page.locator(`${testid("report")} b`).count(), 0);
  await page.keyboard.press("p");
  await page.locator('[data-finding-id="huge-99999"] > [aria-current]').waitFor();
  await page.keyboard.press("x");
  await page.waitForFunction(() => document.querySelector("#findings .count")?.textContent === "99,999");
  await page.keyboard.press("u");
  await page.locator(".chip.error").click();
  assert.equal(await page.locator("[data-finding-id]").count(), 0);
  await page.locator(".chip.error").click();
  await page.keyboard.press("s");
  for (const what of ["html", "csv"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(testid(`take-${what}`)).click()]);
    assert.ok(await download.path());
  }
  assert.deepEqual(errors, []);
});
