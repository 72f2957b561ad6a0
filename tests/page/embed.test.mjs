// The ways of embedding, on the example pages as they are delivered, each under its strict policy.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { REPORT, launch, serveDist } from "./harness.mjs";

/** A report whose form only the full module reads. */
const OLDER = await readFile(new URL("../reports/liuwan-2013.txt", import.meta.url), "utf8");
/** As many as the built-in example has, which is the report of `this-page.html`. */
const FINDINGS = 5;

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serveDist();
});
after(async () => {
  await browser.close();
  server.close();
});

/** Opens an example page, collecting what it complains about. */
async function open(name, first, argument) {
  const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1280, height: 900 } });
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  if (first) await page.addInitScript(first, argument);
  await page.goto(`${server.address}embed/${name}`);
  return { page, complaints };
}

const events = () => {
  window.heard = [];
  for (const name of ["gouji-report", "gouji-select", "gouji-error"]) {
    addEventListener(name, ({ detail }) => window.heard.push([name, detail]));
  }
};
const items = (page) => page.locator("gouji-checker [data-finding]");

describe("the element", () => {
  let opened;
  before(async () => (opened = await open("element.html", events)));
  after(() => opened.page.close());

  test("checks a pasted report, shows it and tells the page around", async () => {
    const { page, complaints } = opened;
    await page.locator("gouji-checker textarea").evaluate((box, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, REPORT);
    await items(page).first().waitFor();
    assert.ok((await page.locator("gouji-checker mark.error").count()) > 0);
    assert.ok((await page.locator("gouji-checker td").count()) > 100);
    const [[name, report]] = await page.evaluate(() => window.heard);
    assert.equal(name, "gouji-report");
    assert.equal(report.schema, "gouji/1");
    assert.deepEqual(complaints, []);
  });

  test("a chosen finding is lit in the report and told", async () => {
    const { page } = opened;
    await items(page).first().click();
    assert.ok((await page.locator("gouji-checker mark.lit").count()) > 0);
    const [name, finding] = await page.evaluate(() => window.heard[window.heard.length - 1]);
    assert.equal(name, "gouji-select");
    assert.equal(finding.id, await items(page).first().getAttribute("data-finding"));
  });

  test("speaks the language of its attribute", async () => {
    const { page } = opened;
    await page.locator("gouji-checker").evaluate((element) => (element.lang = "en"));
    await page.locator("gouji-checker [part=summary]", { hasText: "relations checked" }).waitFor();
  });

  test("takes a file that needs another reader, and tells what fails", async () => {
    const { page } = opened;
    const failure = await page.evaluate(async () => {
      const element = document.querySelector("gouji-checker");
      const damaged = new Blob(["PK\u0003\u0004 word/document.xml"]);
      const report = document.getElementById("checker").report;
      const failure = await element.check(damaged).catch((error) => ({ name: error.name, code: error.code, message: error.message }));
      return { ...failure, had: report !== null };
    });
    assert.equal(failure.name, "GoujiError");
    assert.ok(failure.had && failure.message.length > 0, JSON.stringify(failure));
    const [name, { code }] = await page.evaluate(() => window.heard[window.heard.length - 1]);
    assert.deepEqual([name, code], ["gouji-error", failure.code]);
  });

  test("a hostile text stays a text", async () => {
    const { page, complaints } = opened;
    await page.evaluate(async () => {
      const evil = '甲市2023年政府信息公开工作年度报告\n一、总体情况\n<img src=x onerror="window.evil=1"><script>window.evil=1</script>共3件，其中甲1件、乙1件。';
      await document.querySelector("gouji-checker").check(evil);
    });
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => "evil" in window), false);
    assert.deepEqual(complaints, []);
  });
});

describe("other reports beside it", () => {
  test("compares with last year's report, whose address is an attribute", async () => {
    const { page } = await open("element.html");
    const text = (name) => readFile(new URL(`../compare/${name}.txt`, import.meta.url), "utf8");
    const [now, last] = [await text("今年"), (await text("去年")).replace("继续办理\t8\t0\t0\t0\t0\t0\t8", "继续办理\t9\t0\t0\t0\t0\t0\t9")];
    await page.route("**/last.txt", (route) => route.fulfill({ contentType: "text/plain", body: last }));
    const codes = await page.evaluate(async (text) => {
      const element = document.querySelector("gouji-checker");
      const codes = async () => (await element.check(text)).findings.map(({ code }) => code);
      element.setAttribute("last-year", "/last.txt");
      const compared = await codes();
      const said = element.shadowRoot.querySelector("[part=summary]").textContent;
      element.setAttribute("last-year", "/none.txt");
      const failure = await element.check(text).catch(({ code }) => code);
      element.removeAttribute("last-year");
      return { compared, said, failure, alone: await codes() };
    }, now);
    assert.deepEqual([codes.compared, codes.failure, codes.alone], [["Y101"], "unavailable", []]);
    assert.match(codes.said, /2022年/);
    await page.close();
  });

  test("adds up the reports of the bodies beside that of the whole", async () => {
    const { page } = await open("element.html");
    const text = (name) => readFile(new URL(`../compare/${name}.txt`, import.meta.url), "utf8");
    const bodies = await page.evaluate(async ([whole, ...bodies]) => {
      const { check } = await import("../gouji.js");
      return (await check(whole, { bodies, names: ["统计局", "司法局", "青石镇", "财政局"] })).bodies;
    }, await Promise.all(["全县", "今年", "司法局", "青石镇"].map(text)));
    assert.deepEqual([bodies.reports, bodies.missing], [3, ["财政局"]]);
    await page.close();
  });
});

describe("the frame", () => {
  test("a frame without an origin answers the page around it", async () => {
    const { page, complaints } = await open("iframe.html");
    await page.locator("#answer", { hasText: "可以核对了" }).waitFor();
    await page.fill("#text", REPORT);
    await page.click("#ask");
    await page.locator("#answer", { hasText: "核对完毕" }).waitFor();
    const frame = page.frames().find((each) => each.url().endsWith("gouji.html"));
    const shown = await frame.locator("[data-testid=findings] [data-finding-id]").count();
    assert.match(await page.textContent("#answer"), new RegExp(`：${shown} 个问题`));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test("bytes, several questions, and nonsense", async () => {
    const { page } = await open("iframe.html");
    await page.locator("#answer", { hasText: "可以核对了" }).waitFor();
    const answers = await page.evaluate(async (text) => {
      const frame = document.getElementById("gouji").contentWindow;
      const answers = new Map();
      const all = new Promise((done) => addEventListener("message", ({ data }) => {
        if (data.type !== "gouji:ready") answers.set(data.id, data.type === "gouji:report" ? data.report.findings.length : data.code);
        if (answers.size === 4) done();
      }));
      const bytes = new TextEncoder().encode(text);
      for (const [id, content] of [["a", { text }], ["b", { bytes, name: "b.txt" }], ["c", { text: " " }], ["d", {}]]) {
        frame.postMessage({ type: "gouji:check", id, ...content }, "*");
      }
      await all;
      return [...answers].sort();
    }, REPORT);
    assert.ok(answers[0][1] > 0);
    assert.deepEqual(answers, [["a", answers[0][1]], ["b", answers[0][1]], ["c", "empty"], ["d", "unknown-kind"]]);
    await page.close();
  });

  test("what a person pastes in the frame is not told to the page around", async () => {
    const { page } = await open("iframe.html", () => {
      window.told = [];
      if (window.parent === window) addEventListener("message", ({ data }) => window.told.push(data.type));
    });
    const frame = page.frameLocator("#gouji");
    await frame.locator("[data-testid=example]").click();
    await frame.locator("[data-testid=findings] [data-finding-id]").first().waitFor();
    assert.deepEqual(await page.evaluate(() => window.told), ["gouji:ready"]);
    await page.close();
  });

  test("what is taken away leaves the frame", async () => {
    const { page } = await open("iframe.html");
    const frame = page.frameLocator("#gouji");
    await frame.locator("[data-testid=example]").click();
    await frame.locator("[data-testid=findings] [data-finding-id]").first().waitFor();
    await frame.locator("[data-testid=take]").click();
    const [download] = await Promise.all([page.waitForEvent("download"), frame.locator("[data-testid=take-csv]").click()]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    await page.close();
  });

  test("another window than the parent is not answered", async () => {
    const { page } = await open("iframe.html");
    await page.locator("#answer", { hasText: "可以核对了" }).waitFor();
    // A second frame beside it: it asks the first as a sibling.
    const address = `${server.address}embed/element.html`;
    await page.evaluate((src) => document.body.appendChild(Object.assign(document.createElement("iframe"), { src })), address);
    await page.waitForFunction(() => frames.length === 2);
    await page.waitForTimeout(300);
    const sibling = page.frames().find((each) => each.url() === address);
    const answered = await sibling.evaluate(async () => {
      let answered = false;
      addEventListener("message", () => (answered = true));
      window.parent.frames[0].postMessage({ type: "gouji:check", id: 1, text: "甲" }, "*");
      await new Promise((done) => setTimeout(done, 500));
      return answered;
    });
    assert.equal(answered, false);
    await page.close();
  });
});

describe("check this page", () => {
  let opened;
  before(async () => {
    opened = await open("this-page.html");
    await items(opened.page).first().waitFor();
  });
  after(() => opened.page.close());

  test("finds what a check of the page's file finds", async () => {
    const { page, complaints } = opened;
    assert.equal(await items(page).count(), FINDINGS);
    const same = await page.evaluate(async () => {
      const { check } = await import("../gouji.js");
      const fromMarkup = await check(document.getElementById("article").outerHTML);
      const live = document.querySelector("gouji-checker").report;
      return JSON.stringify(fromMarkup) === JSON.stringify(live);
    });
    assert.ok(same, "the live page and its markup give one report");
    assert.deepEqual(complaints, []);
  });

  test("a report before 2019 is read, too, by the module that knows its form", async () => {
    const { page, complaints } = opened;
    const told = await page.evaluate(async (text) => {
      const { checkPage } = await import("../gouji.js");
      const article = document.body.appendChild(document.createElement("article"));
      for (const line of text.split("\n")) article.appendChild(document.createElement("p")).textContent = line;
      const { report } = await checkPage(article, { marks: false });
      article.remove();
      return { year: report.year, facts: report.facts.length };
    }, OLDER);
    assert.equal(told.year, 2013);
    assert.ok(told.facts > 50, `${told.facts} facts`);
    assert.deepEqual(complaints, []);
  });

  test("marks exactly the quoted characters, and changes no element", async () => {
    const { page } = opened;
    const wrong = await page.evaluate(async () => {
      const { checkPage } = await import("../gouji.js");
      const article = document.getElementById("article");
      const before = article.outerHTML;
      const checked = await checkPage(article);
      const evidence = checked.report.findings.flatMap((finding) => finding.evidence);
      const wrong = evidence.filter((place) => {
        const range = checked.range(place);
        return place.quote && (!range || range.toString() !== place.quote || !article.contains(range.startContainer));
      });
      checked.clear();
      return { wrong, evidence: evidence.length, changed: article.outerHTML !== before, marks: CSS.highlights.get("gouji-error").size };
    });
    assert.deepEqual(wrong.wrong, []);
    assert.ok(wrong.evidence > 10 && !wrong.changed && wrong.marks > 5, JSON.stringify(wrong));
  });

  test("a finding of the panel is lit and brought into view; a click in the page chooses it", async () => {
    const { page } = opened;
    await items(page).last().click();
    const lit = await page.evaluate(() => [...CSS.highlights.get("gouji-chosen")].map((range) => {
      const { top, bottom } = range.getBoundingClientRect();
      return { text: range.toString(), seen: top >= 0 && bottom <= innerHeight };
    }));
    assert.ok(lit.length > 0 && lit[0].seen, JSON.stringify(lit));
    const id = await items(page).first().getAttribute("data-finding");
    const box = await page.evaluate(async (id) => {
      const { checkPage } = await import("../gouji.js");
      const checked = await checkPage(document.getElementById("article"), { marks: false });
      const range = checked.range(checked.report.findings.find((finding) => finding.id === id).evidence[0]);
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, id);
    await page.mouse.click(box.x, box.y);
    assert.equal(await page.locator("gouji-checker [aria-current]").getAttribute("data-finding"), id);
  });

  test("without highlights there is still the list, which selects the place", async () => {
    const { page, complaints } = await open("this-page.html", () => delete window.Highlight);
    await items(page).first().click();
    assert.match(await page.locator("gouji-checker .hint").textContent(), /Chromium 105/);
    assert.ok((await page.evaluate(() => getSelection().toString())).length > 0);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test("a page whose part is missing is told", async () => {
    const { page } = opened;
    await page.locator("gouji-checker").evaluate((element) => element.setAttribute("for", "#none"));
    assert.match(await page.locator("gouji-checker [part=failure]").textContent(), /没有找到/);
  });
});

test("each example page has a policy without inline or eval", async () => {
  for (const name of ["element.html", "iframe.html", "this-page.html"]) {
    const page = await readFile(new URL(`../../dist/embed/${name}`, import.meta.url), "utf8");
    const [policy] = page.match(/default-src 'none'[^"]*/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/, name);
    assert.doesNotMatch(page, /<script>|<style|style="/, name);
  }
});
