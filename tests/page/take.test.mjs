// What is taken away: made in the page, complete, and harmless wherever it is opened.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { EXAMPLE_FINDINGS, REPORT, example, findings, launch, listed, open, paste, testid } from "./harness.mjs";

const EVIL = `<script>window.evil=1</script><img src=x onerror="window.evil=1">`;
let browser;
let site;
let page;
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-"));
  browser = await launch();
  site = await open(browser, "hosted", { permissions: ["clipboard-read", "clipboard-write"] });
  page = site.page;
});
after(async () => {
  await site.close();
  await browser.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await page.goto(site.address, { waitUntil: "networkidle" });
  await page.locator(testid("paste")).waitFor();
});

/** Takes one thing away and tells its name and text. */
async function taken(what) {
  if (!(await page.locator("dialog[open]").count())) await page.locator(testid("take")).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(testid(`take-${what}`)).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path, text: await readFile(path, "utf8") };
}

/** The clipboard as a window for text and a window for tables would see it. */
const clipboard = () =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const get = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : "");
    return { text: await get("text/plain"), html: await get("text/html") };
  });

describe("of one report", () => {
  test("the corrections as text, without what was dismissed, with remarks", async () => {
    await example(page);
    await page.keyboard.press("n");
    await page.keyboard.press("x");
    await page.keyboard.press("n");
    await page.keyboard.press("a");
    await page.locator(testid("remark")).fill("已告知");
    await page.locator(testid("take")).click();
    await page.locator(testid("take-text")).click();
    await page.getByText("已复制").first().waitFor();
    const { text } = await clipboard();
    assert.match(text, /修改清单/);
    assert.match(text, /备注：已告知/);
    assert.equal(text.match(/规则：/g).length, EXAMPLE_FINDINGS - 1);
  });

  test("all figures are a table", async () => {
    await example(page);
    const { name, text } = await taken("facts");
    assert.match(name, /2024.*-数据\.csv$/);
    assert.ok(text.startsWith("\ufeff报告,编号,") && text.split("\r\n").length > 150);
  });

  test("what was decided is in the workbook", async () => {
    await example(page);
    await page.keyboard.press("n");
    await page.keyboard.press("x");
    await page.locator(testid("remark")).fill("台账核过");
    const { path } = await taken("excel");
    await page.keyboard.press("Escape");
    await page.locator(testid("open")).setInputFiles(path);
    await page.locator("td", { hasText: "台账核过" }).waitFor();
    assert.equal(await page.locator("td", { hasText: /^不是问题$/ }).count(), 1);
  });

  test("the corrections as a table", async () => {
    await example(page);
    await page.locator(testid("take")).click();
    await page.locator(testid("take-table")).click();
    await page.getByText("已复制").first().waitFor();
    const { text, html } = await clipboard();
    assert.equal(html.match(/<tr/g).length, EXAMPLE_FINDINGS + 1);
    assert.equal(text.trim().split("\n").length, EXAMPLE_FINDINGS + 1);
  });

  test("CSV, JSON, and the annotated page hold every finding; nothing is asked of the network", async () => {
    await example(page);
    const ids = await listed(page);
    site.loaded();
    const csv = await taken("csv");
    assert.ok(csv.text.startsWith("\ufeff"));
    assert.equal(csv.text.trim().split("\r\n").length, EXAMPLE_FINDINGS + 1);
    const json = JSON.parse((await taken("json")).text);
    assert.deepEqual(json.findings.map(({ id }) => id), ids);
    const html = await taken("html");
    assert.match(html.name, /2024.*批注\.html$/);
    assert.equal(html.text.match(/<section id="f\d+"/g).length, EXAMPLE_FINDINGS);
    assert.deepEqual(site.requests, []);
    assert.deepEqual(site.complaints, []);
  });

  test("the annotated page works without scripts and asks for nothing", async () => {
    await example(page);
    const { path } = await taken("html");
    const context = await browser.newContext({ javaScriptEnabled: false });
    const other = await context.newPage();
    const asked = [];
    context.on("request", (request) => asked.push(request.url()));
    await other.goto(pathToFileURL(path).href);
    assert.equal(asked.length, 1);
    assert.equal(await other.locator("script, link, img, iframe").count(), 0);
    for (let number = 1; number <= EXAMPLE_FINDINGS; number++) {
      await other.locator(`main a#m${number}`).click();
      assert.ok(other.url().endsWith(`#f${number}`));
    }
    await context.close();
  });

  test("a hostile report stays text in all that is made of it", async () => {
    await paste(page, { text: REPORT.replace(/年政府信息公开工作年度报告/, `年政府信息公开工作年度报告${EVIL}`) + `\n=HYPERLINK("http://x")${EVIL}\u202e` });
    await findings(page);
    const { path, text } = await taken("html");
    assert.doesNotMatch(text, /<script|<img/i);
    const other = await browser.newPage();
    const complaints = [];
    other.on("console", (message) => complaints.push(message.text()));
    await other.goto(pathToFileURL(path).href);
    assert.equal(await other.evaluate(() => "evil" in window), false);
    assert.deepEqual(complaints, []);
    await other.close();
    assert.doesNotMatch((await taken("csv")).text, /(^|,)"?[=+@]/m);
  });

  test("what was tried is in the JSON and named in the annotated page", async () => {
    await example(page);
    const id = (await listed(page)).find((each) => each.startsWith("N202"));
    await page.locator(`[data-finding-id="${id}"] > button`).click();
    await page.locator(testid("try")).first().click();
    await page.locator(testid("trials")).waitFor();
    const { edits } = JSON.parse((await taken("json")).text);
    assert.equal(edits.length, 1);
    assert.match(edits[0].from, /51\.7/);
    assert.match((await taken("html")).text, /试改后的文字/);
  });

  test("on paper: the report, its tables and the numbered findings, and nothing of the page around them", async () => {
    await example(page);
    await page.keyboard.press("n");
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    for (const hidden of [".top", ".intake", ".rail", ".strip", ".tip", ".foot", ".take"]) {
      assert.ok(await page.locator(hidden).first().isHidden(), hidden);
    }
    assert.equal(await page.locator(".printed-item:visible").count(), EXAMPLE_FINDINGS);
    assert.ok(await page.locator(testid("report")).isVisible());
    await page.emulateMedia({ media: "screen" });
  });
});

describe("of many files", () => {
  const files = (n) => Array.from({ length: n }, (_, at) => ({ name: `报告${at + 1}.txt`, mimeType: "text/plain", buffer: Buffer.from(REPORT.replaceAll("2023", String(2000 + (at % 20)))) }));

  test("sixty reports: each has its line, any can be opened, all can be taken away", { timeout: 120000 }, async () => {
    const photo = { name: "照片.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) };
    await page.locator(testid("open")).setInputFiles([...files(60), photo]);
    await page.getByText("61 份已全部核对").waitFor({ timeout: 90000 });
    assert.equal(await page.locator(".file.is-done").count(), 60);
    assert.match(await page.locator(".file.is-failed").innerText(), /图片/);

    await page.locator(testid("take-many")).click();
    const csv = await taken("batch-csv");
    assert.ok(csv.text.trim().split("\r\n").length > 61);
    const json = JSON.parse((await taken("batch-json")).text);
    assert.equal(json.files.length, 61);
    const facts = await taken("batch-facts");
    assert.equal(facts.text.match(/\ufeff|,编号,/g).length, 2);
    for (const name of ["报告1.txt", "报告60.txt"]) assert.ok(facts.text.includes(`\r\n${name},t3.`), name);
    await page.keyboard.press("Escape");
    assert.match(await page.locator(".files-progress").innerText(), /有错误的 60 份，只有存疑的 0 份。其中 1 份读取失败。/);

    await page.locator(".file .link").nth(4).click();
    assert.ok((await findings(page)) > 0);
    assert.match(await page.locator(".files-open").innerText(), /报告5\.txt/);
    await page.keyboard.press("]");
    await page.getByText("报告6.txt").waitFor();
    await page.keyboard.press("l");
    assert.ok(await page.locator(testid("files")).isVisible());
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "报告6.txt");
    assert.deepEqual(site.complaints, []);
  });

  test("what was decided about several reports is one file, and comes back with it", async () => {
    await page.locator(testid("open")).setInputFiles(files(3));
    await page.getByText("3 份已全部核对").waitFor();
    for (const at of [0, 2]) {
      await page.locator(".file .link").nth(at).click();
      await findings(page);
      await page.keyboard.press("n");
      await page.keyboard.press("x");
      await page.locator(testid("files-list")).click();
    }
    const counts = () => page.locator(".file .file-count.error").allInnerTexts();
    const decided = await counts();
    await page.locator(testid("take-many")).click();
    const { path } = await taken("batch-review");

    await page.goto(site.address, { waitUntil: "networkidle" });
    await page.locator(testid("open")).setInputFiles(files(3));
    await page.getByText("3 份已全部核对").waitFor();
    assert.notDeepEqual(await counts(), decided);
    await page.locator(testid("open")).setInputFiles(path);
    await page.getByText("读入 2 条处理记录").waitFor();
    assert.deepEqual(await counts(), decided);
  });

  test("it can be stopped and gone on with, and a report opened meanwhile", { timeout: 120000 }, async () => {
    await page.locator(testid("open")).setInputFiles(files(40));
    await page.locator(testid("files-stop")).click();
    await page.getByText("已停下").waitFor();
    await page.waitForTimeout(300);
    const done = await page.locator(".file.is-done").count();
    assert.ok(done < 40);
    await page.locator(testid("files-stop")).click();
    await page.locator(".file .link").nth(30).click();
    assert.ok((await findings(page)) > 0);
    await page.locator(testid("files-list")).click();
    await page.getByText("40 份已全部核对").waitFor({ timeout: 60000 });
    assert.equal(await page.locator(".file.is-done").count(), 40);
  });
});
