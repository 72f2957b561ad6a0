// What a person does with findings: tries corrections, decides, undoes, switches rules off.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, describe, test } from "node:test";
import { EXAMPLE_FINDINGS, REPORT, drawn, drop, example, launch, listed, open, paste, testid } from "./harness.mjs";

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
  await example(page);
});

const item = (id) => page.locator(`[data-finding-id="${id}"] > button`);
const count = (n) => page.waitForFunction((n) => document.querySelector("#findings .count")?.textContent === String(n), n);
const focused = () => page.evaluate(() => document.activeElement !== document.body && document.activeElement.closest("[data-block], section, [data-key]") !== null);
const cell = (text) => page.locator(`${testid("report")} .grid td`, { hasText: new RegExp(`^${text}`) });
/** The finding of the wrong share: one figure in the prose. */
const SHARE = (ids) => ids.find((id) => id.startsWith("N202"));

describe("trying a correction", () => {
  test("a suggestion is tried with one click, checked at once, marked, and taken back", async () => {
    const ids = await listed(page);
    await item(SHARE(ids)).click();
    await page.locator(`[data-finding-id="${SHARE(ids)}"] > button[aria-current=true]`).waitFor();
    await page.locator(testid("try")).first().click();
    await count(EXAMPLE_FINDINGS - 1);
    await drawn(page);
    assert.equal(await page.locator("ins.changed").innerText(), "57.1");
    assert.match(await page.locator(testid("trials")).innerText(), /由 5 处变为 4 处/);
    assert.ok(await focused());
    await page.locator(".tried-sign").click();
    assert.match(await page.locator(".tried-original").innerText(), /51\.7/);
    await page.locator(".tried-original .link").click();
    await count(EXAMPLE_FINDINGS);
    assert.deepEqual(await listed(page), ids);
    assert.equal(await page.locator(".tried, ins.changed").count(), 0);
    assert.ok(await focused());
  });

  test("every suggestion of the example mends its finding", async () => {
    const choose = async (id) => {
      await item(id).click();
      await page.locator(`[data-finding-id="${id}"] > button[aria-current=true]`).waitFor();
    };
    for (const id of await listed(page)) {
      await choose(id);
      for (const button of await page.locator(`${testid("inspector")} ${testid("try")}`).all()) {
        await button.click();
        await item(id).waitFor({ state: "detached" });
        await page.locator(testid("revert-all")).click();
        await item(id).waitFor();
        await choose(id);
      }
    }
  });

  test("a cell is written in place and checked while it is written; Escape takes it back", async () => {
    await cell("87").first().dblclick();
    const editor = page.locator(testid("editor"));
    await editor.fill("88");
    await page.waitForFunction((n) => Number(document.querySelector("#findings .count").textContent) > n, EXAMPLE_FINDINGS);
    assert.equal(await editor.inputValue(), "88");
    assert.ok(await editor.evaluate((area) => area === document.activeElement));
    await page.keyboard.press("Escape");
    await count(EXAMPLE_FINDINGS);
    assert.equal(await page.locator(testid("trials")).count(), 0);
    assert.ok(await focused());
  });

  test("what was typed stays after Enter, also in another language, and goes with another report", async () => {
    await cell("87").first().dblclick();
    await page.locator(testid("editor")).fill("880");
    await page.keyboard.press("Enter");
    assert.match(await cell("880").innerText(), /改/);
    await page.locator(testid("lang")).click();
    await page.getByText(/changed as a trial/).first().waitFor();
    assert.match(await cell("880").innerText(), /edited/);
    await page.locator(testid("lang")).click();
    await paste(page, { text: REPORT });
    await page.locator(testid("trials")).waitFor({ state: "detached" });
    assert.equal(await page.locator(".tried").count(), 0);
  });

  test("by keys alone: choose, try, undo, write, keep", async () => {
    const ids = await listed(page);
    const at = ids.indexOf(SHARE(ids));
    for (let step = 0; step <= at; step++) await page.keyboard.press("n");
    await page.keyboard.press("t");
    await count(EXAMPLE_FINDINGS - 1);
    await page.keyboard.press("u");
    await count(EXAMPLE_FINDINGS);
    await page.keyboard.press("F8");
    await page.keyboard.press("e");
    assert.ok(await page.locator(testid("editor")).evaluate((area) => area === document.activeElement));
    await page.keyboard.press("Enter");
    assert.ok(await focused());
    await page.keyboard.press("Control+z");
    await count(EXAMPLE_FINDINGS);
  });

  test("the figure of a finding is written anew where its pencil, or its key, opens the field", async () => {
    const ids = await listed(page);
    const chosen = () => page.locator(testid("editor")).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
    await item(SHARE(ids)).click();
    await page.locator(testid("edit")).first().click();
    assert.equal(await chosen(), "51.7");
    await page.keyboard.type("57.1");
    await count(EXAMPLE_FINDINGS - 1);
    await page.keyboard.press("Escape");
    await count(EXAMPLE_FINDINGS);
    await item(SHARE(ids)).click();
    await page.keyboard.press("e");
    assert.equal(await chosen(), "51.7");
    await page.keyboard.press("Escape");
  });

  test("the file that was read is untouched: another check of it finds the same", async () => {
    const ids = await listed(page);
    await item(SHARE(ids)).click();
    await page.locator(testid("try")).first().click();
    await count(EXAMPLE_FINDINGS - 1);
    await example(page);
    await count(EXAMPLE_FINDINGS);
    assert.deepEqual(await listed(page), ids);
  });

  test("markup that is tried stays text", async () => {
    await cell("87").first().dblclick();
    await page.locator(testid("editor")).fill('<img src=x onerror="window.evil=1">87');
    await page.keyboard.press("Enter");
    await page.locator(".tried-sign").click();
    assert.equal(await page.locator(`${testid("report")} img`).count(), 0);
    assert.equal(await page.evaluate(() => "evil" in window), false);
    assert.deepEqual(site.complaints, []);
  });
});

describe("deciding", () => {
  test("no fault: it leaves the list and the walk, its mark is quiet, and it comes back", async () => {
    const ids = await listed(page);
    await item(ids[0]).click();
    await page.locator(testid("dismissed")).click();
    await count(EXAMPLE_FINDINGS - 1);
    assert.match(await page.locator(testid("summary")).innerText(), /不是问题 1 处/);
    assert.equal(await page.locator(`mark[data-first~="${ids[0]}"].dismissed`).count() > 0, true);
    assert.ok(await focused());
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    assert.equal(await page.locator("[aria-current]").evaluate((button) => button.parentElement.dataset.findingId), ids[1]);
    await page.keyboard.press("u");
    await count(EXAMPLE_FINDINGS);
  });

  test("keys decide, and decide back", async () => {
    await page.keyboard.press("n");
    await page.keyboard.press("x");
    await count(EXAMPLE_FINDINGS - 1);
    await page.keyboard.press("x");
    await count(EXAMPLE_FINDINGS);
    await page.keyboard.press("a");
    assert.equal(await page.locator(testid("accepted")).getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator(".decided.accepted").count(), 1);
  });

  test("decisions and remarks stay with the report while the page is open, and survive a file", async () => {
    const ids = await listed(page);
    await item(ids[0]).click();
    await page.locator(testid("dismissed")).click();
    await page.locator(testid("remark")).fill("台账核过，没有错");
    await paste(page, { text: REPORT });
    await item(ids[0]).waitFor({ state: "detached" });
    await example(page);
    await count(EXAMPLE_FINDINGS - 1);

    await page.locator(testid("take")).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(testid("take-review")).click()]);
    const saved = await readFile(await download.path(), "utf8");
    assert.match(saved, /台账核过，没有错/);
    await page.goto(site.address);
    await example(page);
    await count(EXAMPLE_FINDINGS);
    await drop(page, { name: "记录.json", text: saved });
    await count(EXAMPLE_FINDINGS - 1);
    await page.locator(".dismissed-list summary").click();
    await page.locator(`.dismissed-list [data-finding-id="${ids[0]}"] > button`).click();
    assert.equal(await page.locator(testid("remark")).inputValue(), "台账核过，没有错");
  });

  test("a foreign file of decisions is refused calmly", async () => {
    await drop(page, { name: "别的.json", text: '{"a":1}' });
    await page.getByText("不是勾稽保存的处理记录").waitFor();
    await count(EXAMPLE_FINDINGS);
  });

  test("a rule is switched off and on again; the counts follow", async () => {
    const ids = await listed(page);
    const before = await page.locator(`${testid("summary")} .checked`).innerText();
    await item(SHARE(ids)).click();
    await page.locator("details.rule summary").click();
    await page.locator(testid("rule-off")).click();
    await count(EXAMPLE_FINDINGS - 1);
    assert.notEqual(await page.locator(`${testid("summary")} .checked`).innerText(), before);
    assert.match(await page.locator("#findings .rules-off").innerText(), /N202/);
    assert.ok(await focused());
    await example(page);
    await count(EXAMPLE_FINDINGS - 1);
    await page.locator("#findings .rules-off button").click();
    await count(EXAMPLE_FINDINGS);
  });

  test("findings stand under their table or section", async () => {
    const groups = await page.locator("#findings .group").allInnerTexts();
    assert.deepEqual(groups, ["一、总体情况", "收到和处理政府信息公开申请情况"]);
  });

  test("the strip shows each listed finding, and leads to it", async () => {
    await page.waitForTimeout(600);
    assert.equal(await page.locator(".strip-sign").count(), EXAMPLE_FINDINGS);
    await page.locator(".strip-sign").last().click();
    assert.equal(await page.locator("[aria-current]").count(), 1);
  });

  test("the pointer or the focus on a mark shows the short message; Escape hides it", async () => {
    await page.locator("mark.first").first().hover();
    await page.locator(".tip.shown").waitFor();
    assert.match(await page.locator(".tip").innerText(), /12860/);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".tip.shown").count(), 0);
  });
});
