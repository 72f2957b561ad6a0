// Run by an engine as old as Chromium 78: plays the page to the built worker, first with the small module, then
// with the full one. Arguments: the worker's script, both modules, a report. Prints what came of it.

const { readFileSync } = require("fs");
const { runInThisContext } = require("vm");

const [worker, small, full, report] = process.argv.slice(2).map((file) => readFileSync(file));
const result = { v8: process.versions.v8, findings: [], failures: [] };

global.self = global;
global.TextDecoder = global.TextDecoder || require("util").TextDecoder;

/** What follows upon each answer, in order. */
const steps = [
  () => check(1, report),
  () => check(2, Buffer.from("%PDF-1.4 damaged")),
  () => start(full, true),
  () => check(3, report),
  () => check(4, Buffer.from("%PDF-1.4 damaged")),
  () => console.log(JSON.stringify(result)),
];
const start = (module, complete) => self.onmessage({ data: { kind: "start", module: Uint8Array.from(module).buffer, complete } });
const check = (id, bytes) => self.onmessage({ data: { kind: "check", id, bytes: new Uint8Array(bytes), options: {} } });

global.postMessage = (answer) => {
  if (answer.kind === "answer") result.findings.push(JSON.parse(answer.value).findings.length);
  else if (answer.kind === "failure") result.failures.push(answer.error.code);
  else if (answer.kind !== "ready") throw new Error(JSON.stringify(answer));
  steps.shift()();
};
runInThisContext(worker.toString(), { filename: "worker.js" });
start(small, false);
