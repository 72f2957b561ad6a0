import { readFileSync } from "node:fs";
import { REPORT, launch, open } from "./tests/page/harness.mjs";
const browser = await launch();
const bytes=[...readFileSync(new URL("./tests/fixtures/office/features.docx", import.meta.url))];
for (const name of ["gouji_full_bg.wasm", "gouji_bg.wasm", ...(process.env.WHOLE ? ["whole.wasm"] : [])]) for (const reh of [0,1]) {
const out=[];
for (let i=0;i<3;i++){
  const site = await open(browser, "hosted");
  await site.page.waitForTimeout(1500);
  out.push(await site.page.evaluate(async ({ text, bytes, name, reh }) => {
    const t0=performance.now(); const T=()=>(performance.now()-t0).toFixed(0);
    const worker = new Worker("worker.js");
    const answer = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    const b = await (await fetch(name)).arrayBuffer();
    const l=["fetch "+T()];
    worker.postMessage({ kind: "start", module: b, complete: name!=="gouji_bg.wasm" });
    await answer(); l.push("ready "+T());
    if (reh) {
    worker.postMessage({kind:"rehearse", sample:text});
    await answer(); l.push("rehearsed once "+T());
    await new Promise(r=>setTimeout(r,Math.max(0,500-(performance.now()-t0)))); }
    l.push("ask "+T());
    const w=performance.now();
    worker.postMessage({ kind: "check", id:1, bytes: new Uint8Array(bytes), options: {} });
    const a=await answer(); l.push(a.kind+" word "+(performance.now()-w).toFixed(0)); 
    for(let k=0;k<3;k++){const w=performance.now();
    worker.postMessage({ kind: "check", id:2+k, bytes: new Uint8Array(bytes), options: {} });
    await answer(); l.push((performance.now()-w).toFixed(0));}
    worker.terminate(); return l.join(", ");
  }, { text: REPORT, bytes, name, reh }));
  await site.close();
}
console.log(name, reh, "\n  "+out.join("\n  "));
}
await browser.close();
