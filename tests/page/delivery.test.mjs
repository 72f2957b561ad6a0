// Both deliveries load, keep to their policy, check a report, and ask the network for nothing.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { DELIVERIES, DIST, REPORT, findings, launch, open, paste, testid } from "./harness.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Whether the packed copies of a file are of this very file. */
function packed(name) {
  const file = join(DIST, name);
  const bytes = readFileSync(file);
  assert.ok(existsSync(`${file}.gz`) && existsSync(`${file}.br`), `${name} has no packed copies`);
  assert.ok(gunzipSync(readFileSync(`${file}.gz`)).equals(bytes));
  assert.ok(brotliDecompressSync(readFileSync(`${file}.br`)).equals(bytes));
}

for (const delivery of DELIVERIES) {
  describe(delivery, () => {
    let site;
    before(async () => (site = await open(browser, delivery)));
    after(() => site.close());

    test("loads without a complaint", async () => {
      await site.page.locator(testid("paste")).waitFor();
      assert.deepEqual(site.complaints, []);
    });

    test("asks only for its own files", () => {
      const own = new URL(".", site.address).href;
      assert.ok(site.requests.every((url) => url.startsWith(own)), site.requests.join("\n"));
      if (delivery === "file") assert.deepEqual(site.requests, [site.address]);
      assert.deepEqual(site.missing, []);
      assert.equal(new Set(site.served).size, site.served.length, `asked twice: ${site.served}`);
      for (const path of site.served) packed(path === "/" ? "index.html" : path);
    });

    test("checks a pasted report without another request", async () => {
      site.loaded();
      await paste(site.page, { text: REPORT });
      assert.ok((await findings(site.page)) > 0);
      assert.deepEqual(site.requests, []);
      assert.deepEqual(site.served, []);
      assert.deepEqual(site.complaints, []);
    });

    test("has a policy that forbids everything else", async () => {
      const policy = await site.page.locator("meta[http-equiv=Content-Security-Policy]").first().getAttribute("content");
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /form-action 'none'/);
      assert.match(policy, delivery === "file" ? /connect-src 'none'/ : /connect-src 'self'/);
    });

    test("the policy holds: no foreign request, script, eval or picture", async () => {
      const violations = await site.page.evaluate(async () => {
        const seen = [];
        addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
        await fetch("http://127.0.0.1:9/").catch(() => {});
        document.body.append(Object.assign(document.createElement("script"), { textContent: "window.evil = 1" }));
        document.body.append(Object.assign(document.createElement("img"), { src: "http://127.0.0.1:9/a.png" }));
        // In a turn of its own: what a test says directly may evaluate anything.
        setTimeout(() => new Function("window.evil = 1")());
        await new Promise((done) => setTimeout(done, 100));
        return "evil" in window ? ["the script ran"] : seen.sort();
      });
      // Two policies may refuse the same thing.
      assert.deepEqual([...new Set(violations)], ["connect-src", "img-src", "script-src", "script-src-elem"]);
    });
  });
}
