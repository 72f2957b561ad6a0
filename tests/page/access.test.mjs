// What an automatic judge of accessibility finds in every state of the page: nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { REPORT, drop, example, launch, open, testid } from "./harness.mjs";

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

/** Closes the window over the page; until it is gone, keys are its own. */
async function escape(page) {
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
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
  keys: (page) => dialog(page, "?"),
  "taking away": (page) => dialog(page, "s"),
  limits: async (page) => {
    await page.keyboard.press("Escape");
    await page.locator(testid("limits")).click();
    await page.locator("dialog[open]").waitFor();
  },
  "no fault, with a remark": async (page) => {
    await escape(page);
    await page.keyboard.press("x");
    await page.locator(".dismissed-list summary").click();
    await page.locator(testid("remark")).fill("已核");
  },
  "a rule is off": async (page) => {
    await page.keyboard.press("Escape");
    await page.locator(testid("summary")).click();
    await page.keyboard.press("n");
    await page.locator(`${testid("inspector")} details.rule summary`).click();
    await page.locator(testid("rule-off")).click();
  },
  "a cell is written": async (page) => {
    await page.locator(`${testid("report")} .grid td`, { hasText: /^87/ }).first().dblclick();
    await page.locator(testid("editor")).fill("88");
    await page.locator(testid("trials")).waitFor();
  },
  "a change and its original": async (page) => {
    await page.keyboard.press("Enter");
    await page.locator(".tried-sign").first().click();
    await page.locator(".tried-original").waitFor();
  },
  "several files": async (page) => {
    const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.locator(testid("open")).setInputFiles([file("甲.txt", REPORT), file("乙.txt", ""), file("丙.txt", "小说")]);
    await page.locator(".file.is-failed").waitFor();
    await page.locator(".file.is-done").nth(1).waitFor();
  },
  "which is the whole": async (page) => {
    await page.locator(testid("whole")).click();
    await page.locator("dialog[open]").waitFor();
  },
  "the whole added up": async (page) => {
    await page.locator(testid("whole-compare")).click();
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await page.locator(testid("files-whole")).waitFor();
  },
  "one of several": async (page) => {
    await page.locator(".file .link").first().click();
    await page.locator(".files-open").waitFor();
  },
};

/** @param {import("playwright-core").Page} page @param {string} key */
async function dialog(page, key) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.keyboard.press(key);
  await page.locator("dialog[open]").waitFor();
}

for (const [name, options] of [
  ["light", { colorScheme: "light" }],
  ["dark, English", { colorScheme: "dark", english: true }],
  ["390 pixels wide", { viewport: { width: 390, height: 844 } }],
  ["large print, dark", { large: true, colorScheme: "dark" }],
  ["twice the size", { viewport: { width: 640, height: 450 } }],
]) {
  describe(name, () => {
    let site;
    before(async () => {
      const { english, large, ...context } = options;
      site = await open(browser, "file", { reducedMotion: "reduce", ...context });
      // The policy of the page keeps foreign scripts out; the judge comes through the debugger.
      await site.page.evaluate(AXE);
      if (large) await site.page.locator(testid("size")).click();
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

test("in a narrow window the heads of the list of files stand apart, in English too", async () => {
  const site = await open(browser, "file", { viewport: { width: 390, height: 844 } });
  await site.page.locator(testid("lang")).click();
  await STATES["several files"](site.page);
  const cut = await site.page.locator(".files-table thead th").evaluateAll((heads) =>
    heads.filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent));
  assert.deepEqual(cut, []);
  await site.close();
});
