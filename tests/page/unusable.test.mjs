// A browser that refuses wasm: the page says so at once, and stays a page.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, REPORT, launch, paste, testid } from "./harness.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "gouji-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Opens the one-file edition, its worker changed. */
async function openChanged(change) {
  const file = join(folder, "gouji.html");
  const page = await readFile(join(DIST, "gouji.html"), "utf8");
  const mark = '<script type="text/plain" id="gouji-worker">';
  assert.ok(page.includes(mark));
  await writeFile(file, page.replace(mark, () => mark + change));
  const opened = await browser.newPage({ locale: "zh-CN" });
  await opened.goto(pathToFileURL(file).href);
  return opened;
}

for (const [name, change, pattern] of [
  ["without WebAssembly", "delete self.WebAssembly;", /浏览器不能运行核对程序/],
  ["where wasm is refused", "WebAssembly.instantiate = WebAssembly.instantiateStreaming = WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError());", /浏览器不能运行核对程序/],
  ["with a worker that does not run", "throw new Error();", /没有载入/],
]) {
  test(name, async () => {
    const page = await openChanged(change);
    const failure = page.locator(".failure");
    await failure.locator("p").first().waitFor();
    assert.match(await failure.innerText(), pattern);
    await page.locator(testid("lang")).click();
    assert.doesNotMatch(await failure.innerText(), /[一-龥]/);
    await page.locator(testid("lang")).click();
    await paste(page, { text: REPORT });
    await page.waitForTimeout(200);
    assert.match(await failure.innerText(), /没有启动/);
    assert.equal(await page.locator(testid("paste")).inputValue(), REPORT);
    await page.close();
  });
}
