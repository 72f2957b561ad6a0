// What an automatic judge of accessibility finds in every state of the page: nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { drop, example, launch, open, testid } from "./harness.mjs";

const AXE = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** @param {import("playwright-core").Page} page */
async function judge(page) {
  const faults = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
  assert.deepEqual(faults, []);
}

const STATES = {
  empty: async () => {},
  error: (page) => drop(page, { name: "a.png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }),
  result: async (page) => {
    await example(page);
    await page.locator(`${testid("coverage")} table`).waitFor();
  },
  inspector: async (page) => {
    await page.keyboard.press("n");
    await page.locator(`${testid("inspector")} details.rule summary`).click();
  },
  keys: async (page) => {
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
  },
};

for (const [name, options] of [
  ["light", { colorScheme: "light" }],
  ["dark, English", { colorScheme: "dark", english: true }],
  ["390 pixels wide", { viewport: { width: 390, height: 844 } }],
]) {
  describe(name, () => {
    let site;
    before(async () => {
      const { english, ...context } = options;
      site = await open(browser, "file", { reducedMotion: "reduce", ...context });
      // The policy of the page keeps foreign scripts out; the judge comes through the debugger.
      await site.page.evaluate(AXE);
      if (english) await site.page.locator(testid("lang")).click();
    });
    after(() => site.close());
    for (const [state, reach] of Object.entries(STATES)) {
      test(state, async () => {
        await reach(site.page);
        await judge(site.page);
        const wide = await site.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
      });
    }
  });
}
