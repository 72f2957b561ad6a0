// A browser for the tests: opens the built page in its deliveries, counts requests, collects complaints.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** The built page. */
export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

/** How the page is delivered: as files from a server, or as one file from the disk. */
export const DELIVERIES = ["hosted", "file"];

/** An invented report of 20 KB with one planted fault, in the last total of its table of requests. */
export const REPORT = await readFile(new URL("../../benches/report.txt", import.meta.url), "utf8");

/** @param {string} id */
export const testid = (id) => `[data-testid=${id}]`;

/** Serves `dist/` on a free port, as a plain static host would. */
export async function serveDist() {
  const requests = [];
  const missing = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    try {
      const file = join(DIST, pathname === "/" ? "index.html" : pathname);
      const body = await readFile(file);
      response.setHeader("Content-Type", TYPES[extname(file)] || "application/octet-stream");
      response.end(body);
    } catch {
      missing.push(pathname);
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    requests,
    missing,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Starts the browser with nothing that calls home. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function findChromium() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // The next name may be there.
    }
  }
  throw new Error("no Chromium found: set CHROMIUM to its program");
}

/**
 * Opens the page in a fresh profile and waits until all is quiet.
 * @param {import("playwright-core").Browser} browser
 * @param {string} delivery One of `DELIVERIES`.
 * @param {import("playwright-core").BrowserContextOptions} options
 * @param {() => void} [first] Runs in the page before its own scripts.
 */
export async function open(browser, delivery, options = {}, first) {
  const server = delivery === "hosted" ? await serveDist() : null;
  const address = server ? server.address : pathToFileURL(join(DIST, "gouji.html")).href;
  const defaults = { locale: "zh-CN", viewport: { width: 1280, height: 900 }, serviceWorkers: "block" };
  const context = await browser.newContext({ ...defaults, ...options });
  if (first) await context.addInitScript(first);
  const page = await context.newPage();
  /** Addresses asked for, without what is made in the page itself. */
  const requests = [];
  /** What the page complained about: errors, refused requests, warnings. */
  const complaints = [];
  context.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    const blocked = /Service Worker registration blocked by Playwright/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !blocked) complaints.push(message.text());
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return {
    page,
    address,
    requests,
    complaints,
    /** What the server was asked for, also by workers. */
    served: server ? server.requests : [],
    /** What the server was asked for and does not have. */
    missing: server ? server.missing : [],
    /** Forgets the requests so far: from here on there must be none. */
    loaded() {
      requests.length = 0;
      if (server) server.requests.length = 0;
    },
    async close() {
      await context.close();
      if (server) server.close();
    },
  };
}

/**
 * Pastes into the page as a person would: what the page leaves to the browser is inserted as text.
 * @param {import("playwright-core").Page} page
 * @param {{ text?: string, html?: string }} content
 */
export async function paste(page, { text = "", html = "" }) {
  await page.locator(testid("paste")).evaluate(pasteInto, { text, html });
}

/**
 * Runs in the page.
 * @param {HTMLElement} element
 * @param {{ text: string, html: string }} content
 */
export function pasteInto(element, { text, html }) {
  const target = element.matches("textarea, input, [contenteditable]")
    ? element
    : element.querySelector("textarea, [contenteditable]") || element;
  target.focus();
  const clipboardData = new DataTransfer();
  if (text) clipboardData.setData("text/plain", text);
  if (html) clipboardData.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  if (target.dispatchEvent(event)) document.execCommand("insertText", false, text);
}

/**
 * Waits for the result of a check and tells how many findings are listed.
 * @param {import("playwright-core").Page} page
 */
export async function findings(page) {
  const items = page.locator(`${testid("findings")} [data-finding-id]`);
  await items.first().waitFor();
  await drawn(page);
  return items.count();
}

/**
 * Waits until a report stands in the page as a whole.
 * @param {import("playwright-core").Page} page
 */
export const drawn = (page) => page.locator(`${testid("report")}[aria-busy=false] [data-block]`).first().waitFor();

/**
 * Drops a file on the page, made in the page itself.
 * @param {import("playwright-core").Page} page
 * @param {{ name: string, bytes?: number[], text?: string, times?: number, held?: number }} file `text` is repeated
 *   `times`; the file is `held` over the page so many milliseconds.
 */
export async function drop(page, { name, bytes, text = "", times = 1, held = 0 }) {
  await page.evaluate(
    async ({ name, bytes, text, times, held }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes ? new Uint8Array(bytes) : text.repeat(times)], name));
      document.body.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true }));
      if (held) await new Promise((over) => setTimeout(over, held));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, bytes, text, times, held },
  );
}

/** How many findings the built-in example has: four deliberate faults, of which one breaks two sums. */
export const EXAMPLE_FINDINGS = 5;

/** What the built-in example says of itself, and no other report of these tests. */
const EXAMPLE_BODY = "云溪市人民政府办公室";

/**
 * Checks the built-in example and waits for its findings: for its own, where another report stands in the page.
 * @param {import("playwright-core").Page} page
 */
export async function example(page) {
  await page.locator(testid("example")).click();
  await page.locator(testid("report"), { hasText: EXAMPLE_BODY }).waitFor();
  return findings(page);
}

/** @param {import("playwright-core").Page} page @returns {Promise<string[]>} The identities of the listed findings. */
export const listed = (page) =>
  page.locator(`${testid("findings")} [data-finding-id]`).evaluateAll((all) => all.map((item) => item.dataset.findingId));
