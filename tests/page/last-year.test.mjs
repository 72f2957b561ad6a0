// One report against last year's: given in a window of its own, or found among several files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { DELIVERIES, launch, open, paste, pasteInto, testid } from "./harness.mjs";

const text = (name) => readFileSync(new URL(`../compare/${name}.txt`, import.meta.url), "utf8");
const NOW = text("今年");
const CARRIED = "四、结转下年度继续办理\t8\t0\t0\t0\t0\t0\t8";
/** Last year's report that carries over one request more. */
const LAST = text("去年").replace(CARRIED, CARRIED.replaceAll("8", "9"));

const codes = (page) => page.locator(`${testid("findings")} .finding-title`).allInnerTexts();
const TOLD = "上年结转与上年报告不符";
const said = (page, words) => page.locator(testid("last-year-said"), { hasText: words }).waitFor();

describe("last year's report", () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  for (const delivery of DELIVERIES) {
    test(`is given, compared and taken away again (${delivery})`, async () => {
      const { page, close } = await open(browser, delivery);
      await paste(page, { text: NOW });
      await page.locator(".clean").waitFor();
      await page.locator(testid("last-year")).click();
      await page.locator(testid("last-year-paste")).evaluate(pasteInto, { text: LAST });
      await said(page, "已与上年报告对照：云溪县统计局2022年政府信息公开工作年度报告");
      assert.deepEqual(await codes(page), [TOLD]);
      await page.locator(`${testid("findings")} .finding-button`).click();
      const there = page.locator(`${testid("inspector")} .last-place`);
      assert.match(await there.first().innerText(), /四、结转下年度继续办理·总计\s*9/);
      await page.locator(testid("last-year-away")).click();
      await page.locator(".clean").waitFor();
      assert.equal(await page.locator(testid("last-year-said")).count(), 0);
      await close();
    });
  }

  test("serves again when the report is pasted once more, mended", async () => {
    const { page, close } = await open(browser, "file");
    await paste(page, { text: NOW });
    await page.locator(testid("last-year")).click();
    await page.locator(testid("last-year-paste")).evaluate(pasteInto, { text: LAST });
    await said(page, "已与上年报告对照");
    await paste(page, { text: NOW.replace("数量\t8\t0\t0\t0\t0\t0\t8", "数量\t9\t0\t0\t0\t0\t0\t9") });
    await page.locator(`${testid("findings")} .finding-title`).first().waitFor();
    await said(page, "已与上年报告对照");
    assert.ok(!(await codes(page)).includes(TOLD));
    await close();
  });

  test("that is another year's is told so, and nothing is compared", async () => {
    const { page, close } = await open(browser, "file");
    await paste(page, { text: NOW });
    await page.locator(testid("last-year")).click();
    await page.locator(testid("last-year-paste")).evaluate(pasteInto, { text: NOW });
    await said(page, "所选的上年报告是 2023 年度的");
    await close();
  });

  test("is found among several files", async () => {
    const { page, close } = await open(browser, "file");
    const file = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
    await page.setInputFiles(testid("open"), [file("今年.txt", NOW), file("去年.txt", LAST)]);
    await page.locator("[data-file='0'] .file-count.error").waitFor();
    await page.locator("[data-file='0'] button").click();
    await said(page, "已与上年报告对照");
    assert.deepEqual(await codes(page), [TOLD]);
    await close();
  });
});
