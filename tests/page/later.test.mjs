// What the first report can do without comes as a script of its own: English, the example, what is taken away.

import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, describe, test } from "node:test";
import { EXAMPLE_FINDINGS, REPORT, example, findings, launch, paste, serveDist, testid } from "./harness.mjs";

const LATER = "**/later.js*";
const refuse = (route) => route.abort();

describe("a host that does not give the later script at first", () => {
  let browser;
  let server;
  let context;
  let page;
  before(async () => {
    browser = await launch();
    server = await serveDist();
  });
  after(async () => {
    await browser.close();
    server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
    await context.route(LATER, refuse);
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const visit = () => page.goto(server.address, { waitUntil: "networkidle" });
  const said = () => page.locator(".status-words", { hasText: "没有加载成功" }).waitFor();
  const language = () => page.getAttribute("html", "lang");

  test("a report is checked all the same, and what is missing is said and asked for again", async () => {
    await visit();
    await paste(page, { text: REPORT });
    assert.ok((await findings(page)) > 0);
    await page.locator(testid("lang")).click();
    await said();
    assert.equal(await language(), "zh-CN");
    await context.unroute(LATER, refuse);
    await page.locator(testid("lang")).click();
    await page.locator("html[lang=en]").waitFor();
    assert.equal(await example(page), EXAMPLE_FINDINGS);
  });

  test("the tables below a report come with the next report where they could not be had before", async () => {
    const tables = page.locator(`${testid("tables")} table`);
    await visit();
    await paste(page, { text: REPORT });
    await findings(page);
    assert.equal(await tables.count(), 0);
    await context.unroute(LATER, refuse);
    await paste(page, { text: REPORT });
    await tables.first().waitFor();
  });

  test("where English is remembered, the page speaks Chinese rather than nothing", async () => {
    await context.addInitScript(() => localStorage.setItem("gouji.language", "en"));
    await visit();
    assert.equal(await page.locator("h1 .brand-name").innerText(), "勾稽");
    await page.locator(testid("example")).click();
    await said();
  });
});
