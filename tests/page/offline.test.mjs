// The hosted page without a network, after its first visit; one version at a time; and the file saved once more.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, REPORT, example, findings, launch, paste } from "./harness.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

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

/** A host that can lose its network and get another version. */
async function host(site) {
  let down = false;
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    asked.push(request.url);
    try {
      if (down) return request.socket.destroy();
      const file = join(site, pathname === "/" ? "index.html" : pathname);
      const body = await readFile(file);
      response.setHeader("Content-Type", TYPES[extname(file)] || "application/octet-stream");
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked,
    down: (is) => (down = is),
    close: () => (server.closeAllConnections(), server.close()),
  };
}

/** Visits the page until its files are kept; tells the names of the caches. */
async function visit(page, address) {
  await page.goto(address);
  await page.locator("[data-engine=ready]").waitFor({ state: "attached" });
  await page.evaluate(() => navigator.serviceWorker.ready);
  return page.evaluate(() => caches.keys());
}

test("opens and checks without a network after the first visit, office files too", async () => {
  const server = await host(DIST);
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  const names = await visit(page, server.address);
  assert.equal(names.length, 1);
  server.down(true);
  server.asked.length = 0;
  await page.reload();
  await paste(page, { text: REPORT });
  assert.ok((await findings(page)) > 0);
  const readers = await page.evaluate(async () => {
    const kept = await (await caches.open((await caches.keys())[0])).keys();
    const { url } = kept.find(({ url }) => url.includes("gouji_full_bg.wasm"));
    return (await (await fetch(url)).arrayBuffer()).byteLength;
  });
  assert.ok(readers > 100_000);
  assert.deepEqual(server.asked.filter((url) => !url.startsWith("/sw.js")), []);
  await context.close();
  server.close();
});

test("once all is kept, the faster module takes over without another request, and checks", async () => {
  const server = await host(DIST);
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const Plain = Worker;
    window.relieved = new Promise((resolve) => {
      window.Worker = class extends Plain {
        constructor(address) {
          super(address);
          this.addEventListener("message", ({ data }) => data.kind === "relieved" && resolve());
        }
      };
    });
  });
  await visit(page, server.address);
  server.down(true);
  await page.evaluate(() => Promise.race([window.relieved, new Promise((_, late) => setTimeout(late, 30_000, "late"))]));
  await paste(page, { text: REPORT });
  assert.ok((await findings(page)) > 0);
  assert.equal(server.asked.filter((url) => url.includes("gouji_full_bg.wasm")).length, 1);
  await context.close();
  server.close();
});

test("a new version takes the whole place of the old one on the next visit", async () => {
  const site = join(folder, "site");
  await cp(DIST, site, { recursive: true });
  const server = await host(site);
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  const [first] = await visit(page, server.address);
  // The next release: another page under another version.
  const change = async (name, from, to) => {
    const text = await readFile(join(site, name), "utf8");
    assert.ok(text.includes(from), `${from} in ${name}`);
    await writeFile(join(site, name), text.split(from).join(to));
  };
  const version = first.split(" ").pop();
  const { integrity } = await kept();
  await change("index.html", "<title>", "<title>新版");
  await change("sw.js", integrity, await hash(join(site, "index.html")));
  await change("sw.js", version, "next00000000");
  await page.reload();
  assert.doesNotMatch(await page.content(), /<title>新版/, "the visit that finds the new version still shows the old one");
  await page.evaluate(async () => {
    const done = async () => {
      const { active, installing, waiting } = await navigator.serviceWorker.ready;
      const names = await caches.keys();
      return names.some((name) => name.endsWith("next00000000")) && !installing && !waiting && active.state === "activated";
    };
    for (let times = 0; times < 200 && !(await done()); times++) await new Promise((next) => setTimeout(next, 50));
  });
  server.down(true);
  const source = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.endsWith("next00000000")));
    return [await (await cache.match(location.href)).text(), (await cache.keys()).length];
  });
  assert.match(source[0], /新版/);
  assert.equal(source[1], 8);
  await page.reload();
  await example(page);
  await context.close();
  server.close();
});

test("a version whose files do not belong together is not kept", async () => {
  const site = join(folder, "mixed");
  await cp(DIST, site, { recursive: true });
  await writeFile(join(site, "main.css"), `${await readFile(join(site, "main.css"), "utf8")}\n`);
  const server = await host(site);
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(server.address);
  await page.locator("[data-engine=ready]").waitFor({ state: "attached" });
  const state = await page.evaluate(async () => {
    await navigator.serviceWorker.register("sw.js").catch(() => {});
    const deadline = Date.now() + 5000;
    for (;;) {
      const registration = await navigator.serviceWorker.getRegistration();
      const worker = registration && (registration.installing || registration.waiting || registration.active);
      if (!worker || Date.now() > deadline) return { active: Boolean(worker), caches: await caches.keys() };
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  assert.deepEqual(state, { active: false, caches: [] });
  await example(page);
  await context.close();
  server.close();
});

test("the one file registers nothing, and works when the browser has saved it once more", async () => {
  const page = await browser.newPage({ locale: "zh-CN" });
  await page.goto(pathToFileURL(join(DIST, "gouji.html")).href);
  const count = await example(page);
  const saved = await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`);
  const file = join(folder, "saved.html");
  await writeFile(file, saved);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  await page.locator("[data-engine=ready]").waitFor({ state: "attached" });
  assert.equal(await example(page), count);
  assert.deepEqual(complaints, []);
  // And the saved file keeps its promise: no eval, no request.
  const violations = await page.evaluate(async () => {
    const seen = [];
    addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
    await fetch("http://127.0.0.1:9/").catch(() => {});
    setTimeout(() => new Function("window.evil = 1")());
    await new Promise((done) => setTimeout(done, 100));
    return "evil" in window ? ["the script ran"] : [...new Set(seen)].sort();
  });
  assert.deepEqual(violations, ["connect-src", "script-src"]);
  await page.close();
});

/** What the service worker says of a file. */
async function kept() {
  const [, integrity] = (await readFile(join(DIST, "sw.js"), "utf8")).match(/address:"\.\/",integrity:"([^"]+)"/);
  return { integrity };
}

async function hash(file) {
  const { createHash } = await import("node:crypto");
  return `sha384-${createHash("sha384").update(await readFile(file)).digest("base64")}`;
}
