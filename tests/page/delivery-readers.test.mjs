// Office files need more than pasted text: the hosted page loads their readers when the first such file comes, once;
// the one file has them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DELIVERIES, REPORT, drop, findings, launch, open, paste } from "./harness.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const FILE = { name: "年报.pdf", text: "%PDF-1.4\ndamaged" };
const failure = (page) => page.locator(".failure p").first();

for (const delivery of DELIVERIES) {
  test(`${delivery}: the readers come with the first file that needs them, and only once`, async () => {
    const site = await open(browser, delivery);
    site.loaded();
    await paste(site.page, { text: REPORT });
    assert.ok((await findings(site.page)) > 0);
    assert.deepEqual([site.requests, site.served], [[], []], "pasted text needs nothing more");
    for (let times = 0; times < 2; times++) {
      await drop(site.page, FILE);
      await failure(site.page).waitFor();
    }
    const wanted = delivery === "hosted" ? ["/gouji_full_bg.wasm"] : [];
    assert.deepEqual(site.served, wanted);
    await paste(site.page, { text: REPORT });
    await failure(site.page).waitFor({ state: "detached" });
    assert.ok((await findings(site.page)) > 0);
    assert.deepEqual(site.served, wanted);
    await site.close();
  });
}

test("the readers come while a file is still held over the page, or the pointer is on the button that opens one", async () => {
  const drag = (page, type) =>
    page.evaluate((type) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "年报", { type }));
      document.body.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true }));
    }, type);
  const readers = (address) => address.includes("/gouji_full_bg.wasm");
  for (const [expect, come] of [
    [(page) => drag(page, "text/plain"), false],
    [(page) => drag(page, "application/pdf"), true],
    [(page) => page.locator("[data-key=open]").hover(), true],
  ]) {
    const site = await open(browser, "hosted");
    site.loaded();
    const asked = site.page.waitForRequest((request) => readers(request.url()), { timeout: come ? 5000 : 500 });
    const [came] = await Promise.all([asked.then(() => true, () => false), expect(site.page)]);
    assert.equal(came, come);
    // What comes next is read by the worker that has them.
    for (let times = 0; times < 2; times++) {
      await drop(site.page, FILE);
      await failure(site.page).waitFor();
      await paste(site.page, { text: REPORT });
      assert.ok((await findings(site.page)) > 0);
    }
    assert.deepEqual(site.served, ["/gouji_full_bg.wasm"], "once");
    await site.close();
  }
});

test("without a network a sentence says what is missing, and pasting goes on", async () => {
  const site = await open(browser, "hosted");
  await site.page.route("**/gouji_full_bg.wasm*", (route) => route.abort());
  await drop(site.page, FILE);
  await site.page.locator(".failure", { hasText: "没有载入" }).waitFor();
  await paste(site.page, { text: REPORT });
  assert.ok((await findings(site.page)) > 0);
  await site.page.unroute("**/gouji_full_bg.wasm*");
  site.loaded();
  await drop(site.page, FILE);
  await failure(site.page).waitFor();
  assert.deepEqual(site.served, ["/gouji_full_bg.wasm"], "the next file is another try");
  await site.close();
});

test("readers of another version are refused", async () => {
  const site = await open(browser, "hosted");
  await site.page.route("**/gouji_full_bg.wasm*", (route) => route.fulfill({ body: "another", contentType: "application/wasm" }));
  await drop(site.page, FILE);
  await site.page.locator(".failure", { hasText: "没有载入" }).waitFor();
  await paste(site.page, { text: REPORT });
  assert.ok((await findings(site.page)) > 0);
  await site.close();
});
