// The engine against a worker that is only played: order, crashes, and being stopped.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** The workers that were started, in order. */
let workers = [];

class PlayedWorker {
  constructor() {
    this.questions = [];
    this.terminated = false;
    workers.push(this);
  }
  postMessage(question) {
    this.questions.push(question);
  }
  terminate() {
    this.terminated = true;
  }
  say(data) {
    this.onmessage({ data });
  }
  checks() {
    return this.questions.filter(({ kind }) => kind === "check");
  }
}

globalThis.Worker = PlayedWorker;
Object.assign(globalThis, { GOUJI_BUILD: "test", GOUJI_READERS: "test", GOUJI_READERS_HASH: "", GOUJI_READERS_BYTES: 8 });
globalThis.document = { getElementById: () => null };
globalThis.fetch = async () => ({ ok: true, arrayBuffer: async () => new ArrayBuffer(8) });
const { createEngine } = await import("../../www/src/engine.js");
const { problem: told } = await import("../../www/src/problems.js");

const settled = () => new Promise((done) => setTimeout(done));
const problem = (promise) => promise.then(() => "answered", ({ code }) => code);

let engine;
let worker;
beforeEach(async () => {
  workers = [];
  engine = createEngine(undefined, told);
  await settled();
  [worker] = workers;
});

test("is ready when the worker is", async () => {
  assert.equal(worker.questions[0].kind, "start");
  worker.say({ kind: "ready", version: "0" });
  await engine.ready;
});

test("the worker rehearses with the sample that it is given, and its report is handed on", async () => {
  worker.say({ kind: "ready", version: "0" });
  engine.rehearse("样例");
  assert.deepEqual(worker.questions[1], { kind: "rehearse", sample: "样例", runs: 20 });
  worker.say({ kind: "rehearsed", report: JSON.stringify("report") });
  assert.equal(await engine.rehearsed, "report");
  worker.say({ kind: "crash", id: 0, message: "unreachable" });
  await settled();
  assert.deepEqual(workers[1].questions.map(({ kind }) => kind), ["start", "rehearse"]);
});

test("where nobody waits the faster module is made ready, and is the one in use once it is", async () => {
  engine.relieve();
  await settled();
  assert.equal(worker.questions.length, 1, "a worker that is not ready has other things to do");
  worker.say({ kind: "ready", version: "0" });
  engine.rehearse("样例");
  engine.relieve();
  await settled();
  const { kind, sample, module } = worker.questions[2];
  assert.deepEqual([kind, sample, module.byteLength], ["relieve", "样例", 8]);
  worker.say({ kind: "relieved" });
  engine.relieve();
  await settled();
  assert.equal(worker.questions.length, 3, "once is enough");
  worker.say({ kind: "crash", id: 0, message: "unreachable" });
  await settled();
  assert.equal(workers[1].questions[0].complete, true);
});

test("where a file is about to come, the module with its readers rehearses only so long as the file may take", async () => {
  worker.say({ kind: "ready", version: "0" });
  engine.rehearse("样例");
  engine.prepare();
  await settled();
  const [{ complete }, { kind, runs }] = worker.questions.slice(2);
  assert.deepEqual([complete, kind, runs], [true, "rehearse", 2]);
});

test("a text is sent as bytes, with its options", async () => {
  const answer = engine.check("文", { language: "en" });
  const [{ id, bytes, options }] = worker.checks();
  assert.equal(new TextDecoder().decode(bytes), "文");
  assert.deepEqual(options, { language: "en" });
  worker.say({ kind: "answer", id, value: JSON.stringify("report") });
  assert.equal(await answer, "report");
});

test("only the latest of many checks is sent and answered", async () => {
  const first = problem(engine.check("1"));
  const second = problem(engine.check("2"));
  const third = engine.check("3");
  assert.equal(worker.checks().length, 1);
  worker.say({ kind: "answer", id: worker.checks()[0].id, value: JSON.stringify("out of date") });
  assert.equal(worker.checks().length, 2);
  worker.say({ kind: "answer", id: worker.checks()[1].id, value: JSON.stringify("third") });
  assert.deepEqual([await first, await second, await third], ["superseded", "superseded", "third"]);
});

test("a failure of the reader is passed on, and the next check runs", async () => {
  const first = problem(engine.check(""));
  worker.say({ kind: "failure", id: worker.checks()[0].id, error: { code: "empty", message: "" } });
  assert.equal(await first, "empty");
  engine.check("2");
  assert.equal(worker.checks().length, 2);
});

test("after a crash a new worker is at hand, without another download", async () => {
  const first = engine.check("1");
  globalThis.fetch = () => assert.fail("fetched again");
  worker.say({ kind: "crash", id: worker.checks()[0].id, message: "unreachable" });
  await assert.rejects(first, ({ code, message }) => code === "crashed" && message.includes("重新启动"));
  await settled();
  assert.equal(worker.terminated, true);
  assert.equal(workers[1].questions[0].kind, "start");
  const second = engine.check("2");
  workers[1].say({ kind: "answer", id: workers[1].checks()[0].id, value: JSON.stringify("second") });
  worker.say({ kind: "unusable", message: "a late word of the old worker" });
  assert.equal(await second, "second");
  globalThis.fetch = async () => ({ ok: true, arrayBuffer: async () => new ArrayBuffer(8) });
});

test("cancelling stops the worker", async () => {
  const first = problem(engine.check("1"));
  engine.cancel();
  assert.equal(await first, "cancelled");
  assert.equal(worker.terminated, true);
  assert.equal(workers.length, 2);
});

test("an engine that cannot start says so, once and for every question", async () => {
  const first = problem(engine.check("1"));
  worker.say({ kind: "unusable", message: "no WebAssembly" });
  assert.equal(await first, "unusable");
  assert.equal(await problem(engine.ready), "unusable");
  assert.equal(await problem(engine.check("2", { language: "en" })), "unusable");
});

test("a worker that cannot be loaded is not tried again and again", async () => {
  const first = problem(engine.check("1"));
  worker.onerror({ preventDefault() {} });
  assert.equal(await first, "unavailable");
  assert.equal(workers.length, 1);
});

test("a worker that dies at work is replaced", async () => {
  worker.say({ kind: "ready", version: "0" });
  const first = problem(engine.check("1"));
  worker.onerror({ preventDefault() {} });
  assert.equal(await first, "crashed");
  assert.equal(workers.length, 2);
});

/** Lets the played worker say that the check it was sent last needs another reader. */
const lacksReader = () => {
  const { id } = worker.checks().pop();
  worker.say({ kind: "failure", id, error: { code: "reader-absent", message: "" } });
  return id;
};

test("a file that needs another reader is asked for again when the readers are loaded, and progress is told", async () => {
  const told = [];
  const answer = engine.check("%PDF", {}, ({ stage }) => told.push(stage));
  const id = lacksReader();
  await settled();
  const start = worker.questions[worker.questions.length - 2];
  assert.deepEqual([start.kind, start.complete], ["start", true]);
  assert.equal(worker.checks().pop().id, id);
  worker.say({ kind: "answer", id, value: JSON.stringify("report") });
  assert.equal(await answer, "report");
  assert.deepEqual(told, ["loading", "reading"]);
});

test("with all readers loaded, a lacking one is a failure like others", async () => {
  engine.check("1").catch(() => {});
  lacksReader();
  await settled();
  const again = problem(engine.check("2"));
  worker.say({ kind: "answer", id: worker.checks()[0].id, value: JSON.stringify("late") });
  lacksReader();
  assert.equal(await again, "reader-absent");
});

test("a text pasted while readers are loaded does not wait for them", async () => {
  const first = problem(engine.check("%PDF"));
  lacksReader();
  const second = engine.check("text");
  worker.say({ kind: "answer", id: worker.checks().pop().id, value: JSON.stringify("second") });
  assert.deepEqual([await first, await second], ["superseded", "second"]);
});

test("readers that cannot be loaded are a failure of this file alone, and tried again for the next", async () => {
  const { fetch } = globalThis;
  globalThis.fetch = async () => ({ ok: false, status: 503 });
  const first = problem(engine.check("%PDF"));
  lacksReader();
  assert.equal(await first, "reader-unavailable");
  globalThis.fetch = fetch;
  const second = engine.check("%PDF");
  const id = lacksReader();
  await settled();
  worker.say({ kind: "answer", id, value: JSON.stringify("second") });
  assert.equal(await second, "second");
});

test("a stop while readers are loaded is a stop", async () => {
  const first = problem(engine.check("%PDF"));
  lacksReader();
  engine.cancel();
  assert.equal(await first, "cancelled");
  await settled();
  assert.equal(workers.length, 2);
  assert.deepEqual(workers[1].questions.map(({ kind }) => kind), ["start"]);
});
