// What the page does with a result: choosing, going to places, keys, language, colours, memory.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { EXAMPLE_FINDINGS, REPORT, example, findings, launch, listed, open, paste, testid } from "./harness.mjs";

let browser;
let site;
let page;
before(async () => {
  browser = await launch();
  site = await open(browser, "hosted");
  page = site.page;
});
after(async () => {
  await site.close();
  await browser.close();
});

const item = (id) => page.locator(`${testid("findings")} [data-finding-id="${id}"]`);
const inspector = () => page.locator(testid("inspector"));
const current = () =>
  page.evaluate(() => document.querySelector("[data-finding-id] > [aria-current]")?.parentElement.dataset.findingId ?? null);
/** The findings whose marks are lit in the report, and whether all of the chosen one's are. */
const lit = (id) =>
  page.evaluate(
    (id) => {
      const marks = [...document.querySelectorAll("[data-testid=report] mark[data-finding]")];
      const own = marks.filter((mark) => mark.dataset.finding.split(" ").includes(id));
      const wrong = marks.filter((mark) => mark.classList.contains("lit") !== own.includes(mark));
      return { own: own.length, wrong: wrong.length };
    },
    id,
  );
const visible = (locator) =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
const settled = () => page.waitForTimeout(500);

async function fresh() {
  await page.goto(site.address);
  await page.locator(testid("paste")).waitFor();
}

describe("a result", () => {
  let ids;
  before(async () => {
    await fresh();
    await example(page);
    ids = await listed(page);
  });
  beforeEach(() => page.keyboard.press("Escape"));

  test("a finding of the list lights all its places, and no other", async () => {
    for (const id of ids) {
      await item(id).locator("button").click();
      assert.equal(await current(), id);
      const { own, wrong } = await lit(id);
      assert.ok(own > 0, id);
      assert.equal(wrong, 0, id);
    }
  });

  test("a mark chooses its finding, which comes into view", async () => {
    for (const id of ids.slice().reverse()) {
      const mark = page.locator(`${testid("report")} mark[data-first~="${id}"]`).first();
      const sharing = (await mark.getAttribute("data-first")).split(" ");
      // Findings that begin at the same place are chosen in turn.
      for (const _ of sharing) if ((await current()) !== id) await mark.click();
      assert.equal(await current(), id);
      await settled();
      assert.ok(await visible(item(id).locator(".sign")), id);
      assert.ok(await visible(page.locator(`mark[data-first~="${id}"]`).first()), id);
    }
  });

  test("a mark of a lesser place chooses its finding, too", async () => {
    const mark = page.locator(`${testid("report")} mark.other`).first();
    const [id] = (await mark.getAttribute("data-finding")).split(" ");
    await mark.click();
    assert.equal(await current(), id);
  });

  test("keys go on to the next and back, around the ends, and close", async () => {
    await page.keyboard.press("n");
    assert.equal(await current(), ids[0]);
    await page.keyboard.press("F8");
    assert.equal(await current(), ids[1]);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.first), ids[1]);
    await page.keyboard.press("p");
    await page.keyboard.press("Shift+F8");
    assert.equal(await current(), ids[ids.length - 1]);
    await page.keyboard.press("Escape");
    assert.equal(await current(), null);
  });

  test("the arrow keys move within the list and keep the focus there", async () => {
    await item(ids[0]).locator("button").focus();
    for (const [key, id] of [["ArrowDown", ids[1]], ["End", ids[ids.length - 1]], ["ArrowDown", ids[ids.length - 1]], ["Home", ids[0]]]) {
      await page.keyboard.press(key);
      assert.equal(await current(), id);
      assert.equal(await page.evaluate(() => document.activeElement.parentElement.dataset.findingId), id);
    }
  });

  test("a mark is pressed by Enter and by the space bar", async () => {
    for (const [key, id] of [["Enter", ids[0]], [" ", ids[1]]]) {
      await page.locator(`mark[data-first~="${id}"]`).first().focus();
      await page.keyboard.press(key);
      assert.equal(await current(), id);
    }
  });

  test("letters typed into the box are no commands", async () => {
    await page.locator(testid("paste")).focus();
    await page.keyboard.press("n");
    assert.equal(await current(), null);
    await page.locator(testid("paste")).fill("");
  });

  test("every figure of a written sum leads to where it is printed", async () => {
    let figures = 0;
    for (const id of ids) {
      await item(id).locator("button").click();
      for (const figure of await inspector().locator(".figure.link").all()) {
        const text = await figure.innerText();
        await figure.click();
        const place = page.locator(`${testid("report")} mark[data-place]`);
        const marked = (await place.allInnerTexts()).join("");
        assert.ok(marked.replace(/[,，]/g, "").includes(text.replace(/,/g, "")), `${text} leads to ${marked}`);
        figures++;
      }
    }
    assert.ok(figures > 10, `${figures} figures`);
  });

  test("a place that is gone to comes into view", async () => {
    await item(ids[2]).locator("button").click();
    await inspector().locator(".place-button").last().click();
    await settled();
    assert.ok(await visible(page.locator(`${testid("report")} mark[data-place]`).first()));
  });

  test("the panel tells the rule, from the core", async () => {
    await item(ids[2]).locator("button").click();
    await inspector().locator("details.rule summary").click();
    assert.ok((await inspector().locator(".rule-page").innerText()).length > 60);
    assert.doesNotMatch(await inspector().locator(".rule-page").innerText(), /^#|\*\*/m);
  });

  test("the tables as read show what the sums give, where that differs", async () => {
    const differs = page.locator(`${testid("tables")} .fact.differs`);
    const texts = await differs.allInnerTexts();
    assert.ok(texts.some((text) => /64[^]*推算应为 46/.test(text)), texts.join());
    await differs.first().locator("button").click();
    assert.notEqual(await current(), null);
    await settled();
    assert.ok(await visible(page.locator(`${testid("report")} mark[data-place]`).first()));
  });

  test("what was checked is listed and adds up to the summary", async () => {
    const cells = await page.locator(`${testid("coverage")} tbody .number`).allInnerTexts();
    const total = cells.reduce((sum, cell) => sum + Number(cell.replace(/,/g, "")), 0);
    const summary = await page.locator(testid("summary")).innerText();
    assert.ok(total > 400 && summary.includes(`已核对 ${total} 项`), `${total}: ${summary}`);
  });

  test("a filter hides findings and says so", async () => {
    await page.locator(".chip.error").click();
    assert.equal((await listed(page)).length, 1);
    await page.locator(".chip.warning").click();
    assert.match(await page.locator("#findings").innerText(), /筛选/);
    assert.deepEqual(await listed(page), []);
    await page.locator(".chip.error").click();
    await page.locator(".chip.warning").click();
    assert.deepEqual(await listed(page), ids);
  });

  test("a new report takes the place of the old and its choice", async () => {
    await item(ids[0]).locator("button").click();
    await paste(page, { text: REPORT });
    await item(ids[0]).waitFor({ state: "detached" });
    assert.ok((await findings(page)) > 0);
    assert.equal(await current(), null);
    await example(page);
    await item(ids[0]).waitFor();
  });

  test("the language changes all words and no finding, and is remembered", async () => {
    await item(ids[1]).locator("button").click();
    await page.locator(testid("lang")).click();
    await page.getByText(/relations? checked|checked/i).first().waitFor();
    await page.locator(`${testid("findings")} [data-finding-id]`).first().waitFor();
    await settled();
    assert.deepEqual(await listed(page), ids);
    assert.equal(await current(), ids[1]);
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.doesNotMatch(await item(ids[1]).locator(".finding-title").innerText(), /[一-龥]/);
    await fresh();
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.equal(await page.locator(testid("lang")).innerText(), "中文");
    await page.locator(testid("lang")).click();
    assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
  });

  test("the colours change and are remembered", async () => {
    await fresh();
    const dark = () => page.getAttribute("html", "data-theme");
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.locator(testid("theme")).click();
    await page.locator(testid("theme")).click();
    assert.equal(await dark(), "dark");
    assert.notEqual(await paper(), light);
    await fresh();
    assert.equal(await dark(), "dark");
    await page.locator(testid("theme")).click();
    assert.equal(await dark(), "light");
  });
});

test("where nothing may be remembered, everything else works", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const other = await context.newPage();
  const errors = [];
  other.on("pageerror", (error) => errors.push(error.message));
  await other.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  });
  await other.goto(site.address);
  await other.locator(testid("lang")).click();
  await other.locator(testid("theme")).click();
  assert.equal(await example(other), EXAMPLE_FINDINGS);
  assert.equal(await other.getAttribute("html", "lang"), "en");
  assert.deepEqual(errors, []);
  await context.close();
});

describe("the rehearsal", () => {
  /** Runs first: notes what stood in the page for the rehearsal, whether it was seen, and what was left of it. */
  function watch() {
    window.stages = [];
    const note = (records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          if (node.className === "rehearsal") window.stages.push({ findings: node.querySelectorAll("[data-finding-id]").length, left: node.isConnected });
        }
      }
    };
    new MutationObserver(note).observe(document, { subtree: true, childList: true });
  }

  test("draws a result once, and leaves nothing of it in the page", async () => {
    const quiet = await open(browser, "hosted", {}, watch);
    await quiet.page.waitForFunction(() => window.stages.length);
    await quiet.page.locator(testid("paste")).focus();
    await quiet.page.waitForTimeout(500);
    const [stage, ...more] = await quiet.page.evaluate(() => window.stages);
    assert.ok(stage.findings >= EXAMPLE_FINDINGS, "with those of the example");
    assert.deepEqual([stage.left, more], [false, []]);
    assert.equal(await quiet.page.locator(`${testid("findings")} [data-finding-id]`).count(), 0);
    assert.equal(await quiet.page.locator(testid("paste")).evaluate((box) => box === document.activeElement), true);
    assert.deepEqual(quiet.complaints, []);
    await quiet.close();
  });
});
