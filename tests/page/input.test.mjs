// All the ways by which a report comes in, and what the page says when it is none.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { EXAMPLE_FINDINGS, REPORT, drop, example, findings, launch, listed, open, paste, testid } from "./harness.mjs";

const TABLE = `<h2>青石县2023年政府信息公开工作年度报告</h2>
<p>三、收到和处理政府信息公开申请情况</p>
<table><tr><th rowspan="2">甲</th><th colspan="2">乙</th></tr><tr><td>1</td><td>2</td></tr></table>`;
const PHOTO = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0];
const NOISE = Array.from({ length: 5000 }, (_, at) => (at * at * 31 + at * 7) % 256);
/** The first bytes of a zip whose first member is the one that office files begin with. */
const OFFICE = [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, ...Array(16).fill(0), 19, 0, 0, 0, ...Buffer.from("[Content_Types].xml"), 0];

let browser;
let site;
let page;
before(async () => {
  browser = await launch();
  site = await open(browser, "file");
  page = site.page;
});
after(() => browser.close());
beforeEach(async () => {
  site.complaints.length = 0;
  await page.goto(site.address);
  await page.locator(testid("paste")).waitFor();
});

const report = () => page.locator(testid("report"));
const failure = () => page.locator(".failure");

/** Waits for a refusal; it is one calm sentence, and nothing went wrong behind it. */
async function refused(pattern) {
  await failure().locator("p").first().waitFor();
  assert.match(await failure().innerText(), pattern);
  assert.doesNotMatch(await failure().innerText(), /Error|undefined|null|\[object/);
  assert.deepEqual(site.complaints, []);
}

/** The page works as before. */
async function usable() {
  await paste(page, { text: REPORT });
  await failure().locator("p").first().waitFor({ state: "detached" });
  assert.ok((await findings(page)) > 0);
}

describe("a report comes in", () => {
  test("as pasted text", async () => {
    await paste(page, { text: REPORT });
    assert.ok((await findings(page)) > 0);
    assert.match(await page.locator(testid("summary")).innerText(), /已核对 \d+ 项勾稽关系/);
  });

  test("from far down in another one, and is seen from its beginning; so is why it is none", async () => {
    const down = () => page.evaluate(() => { window.scrollTo(0, 2000); return window.scrollY; });
    const atTop = () => page.waitForFunction(() => window.scrollY === 0);
    await example(page);
    assert.ok((await down()) > 0);
    await drop(page, { name: "报告.txt", text: REPORT });
    await report().getByText("云屏市").first().waitFor();
    await atTop();
    assert.ok((await down()) > 0);
    await drop(page, { name: "照片.png", bytes: PHOTO });
    await refused(/图片/);
    await atTop();
  });

  test("as a pasted page, whose table stays a table with its spans", async () => {
    await paste(page, { html: TABLE, text: "甲乙" });
    await report().locator("table").waitFor();
    assert.equal(await report().locator("[rowspan='2']").innerText(), "甲");
    assert.equal(await report().locator("[colspan='2']").innerText(), "乙");
  });

  test("as text where the marked-up form has no table", async () => {
    await paste(page, { html: "<p>只有文字</p>", text: REPORT });
    assert.ok((await findings(page)) > 0);
  });

  test("as typed text", async () => {
    await page.locator(testid("paste")).fill(REPORT);
    assert.ok((await findings(page)) > 0);
  });

  test("as a dropped file", async () => {
    await drop(page, { name: "报告.txt", text: REPORT });
    assert.ok((await findings(page)) > 0);
    assert.equal(await page.locator(".drop.over").count(), 0);
  });

  test("as an opened file, and the same file again", async () => {
    const file = { name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) };
    await page.locator(testid("open")).setInputFiles(file);
    assert.ok((await findings(page)) > 0);
    await page.evaluate((list) => document.querySelector(list).remove(), testid("findings"));
    await page.locator(testid("open")).setInputFiles(file);
    assert.ok((await findings(page)) > 0);
  });

  test("as the example", async () => {
    assert.equal(await example(page), EXAMPLE_FINDINGS);
  });
});

describe("what cannot be checked", () => {
  test("an empty paste", async () => {
    await paste(page, {});
    await refused(/没有读到文字/);
    await usable();
  });

  test("nothing but spaces", async () => {
    await paste(page, { text: "　 \n\t" });
    await refused(/没有读到文字/);
    await usable();
  });

  for (const [name, file, pattern] of [
    ["a photo", { name: "照片.png", bytes: PHOTO }, /图片/],
    ["random bytes", { name: "报告.bin", bytes: NOISE }, /不是文字/],
    ["an office file", { name: "报告.docx", bytes: OFFICE }, /粘贴/],
    ["an empty file", { name: "空.txt", text: "" }, /没有文字/],
  ]) {
    test(`${name}: the previous result stays`, async () => {
      await example(page);
      const before = await listed(page);
      await drop(page, file);
      await refused(pattern);
      assert.match(await failure().innerText(), /前一份报告/);
      assert.deepEqual(await listed(page), before);
      await usable();
    });
  }

  test("a file of 50 MB: the previous result stays", { timeout: 40000 }, async () => {
    await example(page);
    await drop(page, { name: "大.txt", text: "年度报告的文字，没有尽头。\n", times: 1_300_000 });
    await refused(/16 MB/);
    assert.equal((await listed(page)).length, EXAMPLE_FINDINGS);
    await usable();
  });

  test("pasted text that is refused stays in the box", async () => {
    const text = "\u0000\u0001\u0002".repeat(200);
    await paste(page, { text });
    await refused(/./);
    assert.equal(await page.locator(testid("paste")).inputValue(), text);
    await usable();
  });

  test("text that is no report: one sentence, no findings", async () => {
    await paste(page, { text: "从前有座山，山里有座庙，庙里有3个和尚。\n\n第二天来了5个。" });
    await report().locator("[data-block]").first().waitFor();
    assert.match(await page.locator(`${testid("summary")} .note`).innerText(), /不是政府信息公开工作年度报告/);
    assert.equal(await page.locator(`${testid("summary")} p`).count(), 1);
    assert.deepEqual(await listed(page), []);
    assert.ok(await page.locator(testid("coverage")).isHidden());
    await usable();
  });
});

describe("a hostile report is only text", () => {
  const EVIL = `<script>window.evil=1</script><img src=x onerror="window.evil=1"><a href="javascript:window.evil=1">点</a>`;
  const harmless = async () => {
    await page.waitForTimeout(150);
    assert.equal(await page.evaluate(() => "evil" in window), false);
    assert.equal(await report().locator("img, script, a").count(), 0);
    assert.deepEqual(site.complaints, []);
    assert.equal(await page.title(), "勾稽：政府信息公开年度报告核对");
  };

  test("markup in text is shown as it is", async () => {
    await paste(page, { text: `${REPORT}\n${EVIL}` });
    await findings(page);
    assert.ok((await report().evaluate((element) => element.textContent)).includes(EVIL));
    await harmless();
  });

  test("markup in the very figures that are quoted", async () => {
    await paste(page, { text: REPORT.replace(/年政府信息公开工作年度报告/, `年政府信息公开工作年度报告${EVIL}`) });
    await findings(page);
    await page.locator(testid("start")).click();
    await harmless();
  });

  test("scripts of a pasted page are gone, its text is there", async () => {
    await paste(page, { html: `${TABLE}<p>${EVIL}<iframe srcdoc="<script>parent.evil=1</script>"></iframe>无害</p>`, text: "表" });
    await report().getByText("无害").waitFor();
    await harmless();
  });

  test("characters that turn the direction of writing are shown by their codes", async () => {
    await paste(page, { text: `${REPORT}\n共收到\u202e21\u202c件，\u2066x\u2069` });
    await findings(page);
    const codes = await report().locator(".control").evaluateAll((all) => all.map((each) => each.dataset.code));
    assert.deepEqual(codes, ["U+202E", "U+202C", "U+2066", "U+2069"]);
  });

  test("ten megabytes in one line", { timeout: 40000 }, async () => {
    await paste(page, { text: "年度报告<b>1,2</b>数字".repeat(600_000) });
    await page.locator(`${testid("report")} [data-block], .failure p`).first().waitFor({ timeout: 30000 });
    const shown = await report().evaluate((element) => element.textContent.length);
    assert.ok(shown < 200_000, `${shown} characters at once`);
    await usable();
  });
});
