// Several files, one of which is the report of the whole: chosen in a window, added up, and let go again.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { DELIVERIES, launch, open, testid } from "./harness.mjs";

const text = (name) => readFileSync(new URL(`../compare/${name}.txt`, import.meta.url), "utf8");
const file = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
/** The whole's 行政许可 is 100 more than its bodies' together. */
const WHOLE = text("全县").replace("行政许可\t1600", "行政许可\t1700");
const BODIES = [file("统计局.txt", text("今年")), file("司法局.txt", text("司法局")), file("青石镇.txt", text("青石镇"))];

/** Opens all files and waits until they were looked at. */
async function opened(page, files) {
  await page.setInputFiles(testid("open"), files);
  await page.locator(".files-progress p", { hasText: `${files.length} 份已全部核对` }).waitFor();
}

/** Opens the window and starts with what it suggests. */
async function compare(page, names = "") {
  await page.locator(testid("whole")).click();
  await page.locator(testid("whole-file")).waitFor();
  if (names) await page.locator(testid("whole-names")).fill(names);
  await page.locator(testid("whole-compare")).click();
}

const line = (page, words) => page.locator(testid("files-whole"), { hasText: words }).waitFor();
const codes = (page) => page.locator(`${testid("findings")} .finding-title`).allInnerTexts();
const TOLD = "汇总数与各单位之和不符";

describe("a report of the whole", () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  for (const delivery of DELIVERIES) {
    test(`is suggested, added up, shown and let go again (${delivery})`, async () => {
      const { page, close, complaints } = await open(browser, delivery);
      await opened(page, [...BODIES, file("云溪县.txt", WHOLE)]);
      await page.locator(testid("whole")).click();
      assert.equal(await page.locator(testid("whole-file")).inputValue(), "3");
      await page.locator(testid("whole-compare")).click();
      await line(page, "云溪县.txt · 汇总报告已与 3 份报告之和逐格核对：相符 199，不符 1，无法判定 0。");
      await page.locator("[data-file='3'] .file-count.warning").waitFor();
      await page.locator("[data-file='3'] button").click();
      await page.locator(testid("whole-said"), { hasText: "不符 1" }).waitFor();
      assert.deepEqual(await codes(page), [TOLD]);
      await page.locator(`${testid("findings")} .finding-button`).click();
      const shares = page.locator(`${testid("bodies")} .last-place`);
      assert.equal(await shares.count(), 3);
      assert.match(await shares.first().innerText(), /云溪县统计局\s*1234/);
      assert.match(await page.locator(`${testid("report")} .lit`).first().innerText(), /1700/);
      await page.locator(testid("whole-away")).click();
      await page.locator(".clean").waitFor();
      assert.equal(await page.locator(testid("whole-said")).count(), 0);
      await page.locator(testid("files-list")).click();
      await page.locator(testid("files")).waitFor();
      assert.equal(await page.locator(testid("files-whole")).count(), 0);
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  test("whose list has a body without a report says so once", async () => {
    const { page, close } = await open(browser, "file");
    await opened(page, [...BODIES.slice(0, 2), file("全县.txt", text("全县"))]);
    await compare(page, "统计局\n司法局\n青石镇");
    await line(page, "汇总报告未能与 2 份报告之和核对，200 格无法判定。名单上有 1 家没有报告。");
    await page.locator("[data-file='2'] button").click();
    await page.locator(testid("whole-said")).waitFor();
    assert.deepEqual(await codes(page), ["名单上的单位没有报告"]);
    await page.locator(testid("files-list")).click();
    // What was written is there again, for one name more or less.
    await page.locator(testid("whole")).click();
    assert.equal(await page.locator(testid("whole-names")).inputValue(), "统计局\n司法局\n青石镇");
    await page.keyboard.press("Escape");
    await page.locator(`${testid("files")} ${testid("whole-away")}`).click();
    await page.locator("[data-file='2'] .file-count").waitFor({ state: "detached" });
    await close();
  });

  test("is added up also while a cell of it is tried otherwise", async () => {
    const { page, close } = await open(browser, "file");
    await opened(page, [...BODIES, file("全县.txt", WHOLE)]);
    await compare(page);
    await line(page, "不符 1");
    await page.locator("[data-file='3'] button").click();
    await page.locator(`${testid("findings")} .finding-button`).click();
    await page.locator(`${testid("inspector")} ${testid("edit")}`).click();
    await page.keyboard.type("1600");
    await page.locator(testid("whole-said"), { hasText: "相符 200，不符 0" }).waitFor();
    await close();
  });

  test("is chosen by keys, from a list that Windows wrote", async () => {
    const { page, close } = await open(browser, "file");
    await opened(page, [...BODIES, file("全县.txt", text("全县"))]);
    await page.locator(testid("whole")).focus();
    await page.keyboard.press("Enter");
    await page.locator(`${testid("whole-file")}`).focus();
    const gb = Buffer.from([0xcd, 0xb3, 0xbc, 0xc6, 0xbe, 0xd6, 0x0d, 0x0a]);
    await page.setInputFiles(testid("whole-list"), { name: "名单.txt", mimeType: "text/plain", buffer: gb });
    await page.waitForFunction(() => document.querySelector("[data-testid=whole-names]").value === "统计局");
    await page.locator(testid("whole-compare")).focus();
    await page.keyboard.press("Enter");
    await line(page, "不在名单上，没有计入");
    await close();
  });
});
