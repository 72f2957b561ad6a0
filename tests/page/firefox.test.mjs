// The main path in Firefox, where there is one: both deliveries load, keep their policy, check a pasted report, ask the
// network for nothing more, and find what the page finds in Chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DELIVERIES, DIST, EXAMPLE_FINDINGS, REPORT, pasteInto, serveDist, testid } from "./harness.mjs";

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
const FINDING = `${testid("findings")} [data-finding-id]`;

/** Runs in the page: what the worker and the page have asked the network for. */
const asked = () => performance.getEntriesByType("resource").filter(({ name }) => !/^(data|blob):/.test(name)).length;

describe("Firefox", { skip }, () => {
  let browser;
  before(async () => {
    const { default: puppeteer } = await import("puppeteer-core");
    // The service worker fetches what a later visit needs: that is no request of the page's.
    const extraPrefsFirefox = { "dom.serviceWorkers.enabled": false };
    browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
  });
  after(() => browser.close());

  for (const delivery of DELIVERIES) {
    test(`checks a pasted report and the example, ${delivery}`, async () => {
      const server = delivery === "hosted" ? await serveDist() : null;
      const page = await browser.newPage();
      try {
        const complaints = [];
        page.on("pageerror", (error) => complaints.push(error.message));
        await page.goto(server ? server.address : pathToFileURL(join(DIST, "gouji.html")).href);
        await page.waitForSelector("[data-engine=ready]");
        // The pages of the rules come as soon as the engine is ready.
        await page.waitForNetworkIdle();
        const before = await page.evaluate(asked);
        if (server) server.requests.length = 0;

        await page.$eval(testid("paste"), pasteInto, { text: REPORT, html: "" });
        await page.waitForSelector(FINDING);
        const found = await page.$$eval(FINDING, (all) => all.map((item) => item.dataset.findingId));
        assert.ok(found.length > 0);
        await page.click(`${FINDING} button`);
        await page.waitForSelector(`${testid("report")} mark.lit.first`);
        const [mark] = await page.$$eval(`${testid("report")} mark.lit.first`, (all) => all.map((each) => each.dataset.finding));
        assert.ok(mark.split(" ").includes(found[0]));
        assert.ok((await page.$eval(testid("inspector"), (panel) => panel.textContent)).length > 20);

        await page.click(testid("example"));
        await page.waitForFunction((selector, n) => document.querySelectorAll(selector).length === n, {}, FINDING, EXAMPLE_FINDINGS);
        assert.equal(await page.evaluate(asked), before);
        assert.deepEqual(server ? server.requests : [], []);
        assert.deepEqual(complaints, []);
      } finally {
        await page.close();
        if (server) server.close();
      }
    });
  }
});
