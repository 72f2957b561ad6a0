// The one file in Firefox, where there is one: it loads, keeps its policy, and checks a report.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, EXAMPLE_FINDINGS } from "./harness.mjs";

function findFirefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  for (const name of ["firefox-esr", "firefox"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // The next name may be there.
    }
  }
  return null;
}

const executablePath = findFirefox();
const skip = executablePath ? false : "no Firefox here: install firefox-esr, or set FIREFOX to its program";

test("checks the example in Firefox", { skip }, async () => {
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(join(DIST, "gouji.html")).href);
    await page.waitForSelector("[data-engine=ready]");
    await page.click("[data-testid=example]");
    await page.waitForSelector("[data-testid=findings] [data-finding-id]");
    assert.equal((await page.$$("[data-testid=findings] [data-finding-id]")).length, EXAMPLE_FINDINGS);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
});
