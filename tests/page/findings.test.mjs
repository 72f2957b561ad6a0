// The page shows the same findings as the command, each marked on the very characters that it quotes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { DELIVERIES, drawn, launch, open, paste, testid } from "./harness.mjs";

const REPORTS = new URL("../reports/", import.meta.url);
const files = readdirSync(REPORTS).filter((name) => /\.(txt|html)$/.test(name));

/** What the command says; it exits with 1 where a report has errors. */
function command(file) {
  const arguments_ = ["check", fileURLToPath(new URL(file, REPORTS)), "--format", "json"];
  try {
    return JSON.parse(execFileSync(process.env.GOUJI, arguments_, { encoding: "utf8" }));
  } catch (error) {
    assert.equal(error.status, 1, error.message);
    return JSON.parse(error.stdout);
  }
}

/** Runs in the page: the listed findings, and for each the marked characters in the order of the text. */
function shown() {
  const marks = [...document.querySelectorAll("[data-testid=report] mark[data-finding]")];
  const items = [...document.querySelectorAll("[data-testid=findings] [data-finding-id]")];
  return items.map(({ dataset: { findingId } }) => ({
    id: findingId,
    marked: marks
      .filter((mark) => mark.dataset.finding.split(" ").includes(findingId))
      .map((mark) => mark.textContent)
      .join(""),
  }));
}

/** Pastes a report and waits until the page has done with it. */
async function check(page, file) {
  const content = readFileSync(new URL(file, REPORTS), "utf8");
  await paste(page, file.endsWith(".html") ? { html: content, text: "表格" } : { text: content });
  await drawn(page);
}

for (const delivery of DELIVERIES) {
  describe(delivery, { skip: !process.env.GOUJI && "GOUJI must name the command" }, () => {
    let browser;
    before(async () => (browser = await launch()));
    after(() => browser.close());

    // How the page came here makes no difference to what it shows: one report of each kind is enough from disk.
    const few = files.filter((name) => name.startsWith("yunxi"));
    for (const file of delivery === "file" ? few : files) {
      test(file, async () => {
        const { findings } = command(file);
        const site = await open(browser, delivery);
        try {
          await check(site.page, file);
          const list = await site.page.evaluate(shown);
          assert.deepEqual(list.map(({ id }) => id).sort(), findings.map(({ id }) => id).sort());
          for (const { id, evidence } of findings) {
            const { marked } = list.find((item) => item.id === id);
            for (const { quote } of evidence) {
              assert.ok(marked.includes(quote), `${id}: ${JSON.stringify(quote)} is not in ${JSON.stringify(marked)}`);
            }
          }
          assert.deepEqual(site.complaints, []);
        } finally {
          await site.close();
        }
      });
    }
  });
}
