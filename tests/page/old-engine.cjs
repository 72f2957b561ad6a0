// Run by an engine as old as Chromium 78 (V8 7.8): plays the page to the built worker.
// Arguments: the worker's script, the wasm module, a report. Prints the findings' count.

const { readFileSync } = require("fs");
const { runInThisContext } = require("vm");

const [worker, wasm, report] = process.argv.slice(2).map((file) => readFileSync(file));

global.self = global;
global.TextDecoder = global.TextDecoder || require("util").TextDecoder;
global.postMessage = (answer) => {
  if (answer.kind === "ready") {
    self.onmessage({ data: { kind: "check", id: 1, bytes: new Uint8Array(report), options: {} } });
  } else if (answer.kind === "answer") {
    console.log(JSON.stringify({ v8: process.versions.v8, findings: answer.value.findings.length }));
  } else {
    console.error(answer);
    process.exitCode = 1;
  }
};
runInThisContext(worker.toString(), { filename: "worker.js" });
self.onmessage({ data: { kind: "start", module: Uint8Array.from(wasm).buffer } });
