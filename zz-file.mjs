import { readFileSync } from "node:fs";
import { launch, open, drop } from "./tests/page/harness.mjs";
const browser = await launch();
const bytes=[...readFileSync(new URL("./tests/fixtures/office/features.docx", import.meta.url))];
function watch() {
  const main = document.querySelector("main");
  let dropped = 0;
  document.addEventListener("drop", () => (dropped = performance.now()), { capture: true, once: true });
  window.painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!dropped || main.dataset.phase !== "done") return;
      observer.disconnect();
      const d=performance.now()-dropped;
      requestAnimationFrame(() => setTimeout(() => resolve([d|0, performance.now() - dropped|0])));
    });
    observer.observe(main, { attributes: true });
  });
}
for (const held of [500]) {
 const out=[];
 for(let i=0;i<7;i++){
  const site = await open(browser, "hosted", {}, () => {
    const W=window.Worker; window.log=[]; 
    window.Worker=class extends W{ constructor(u){super(u); this.addEventListener("message",({data})=>window.log.push((performance.now()|0)+" "+data.kind+(data.error?data.error.code:"")));} postMessage(m,...r){window.log.push((performance.now()|0)+" > "+m.kind); return super.postMessage(m,...r);} };
    document.addEventListener("drop",()=>window.log.push((performance.now()|0)+" DROP"),{capture:true});
    document.addEventListener("dragenter",()=>window.log.push((performance.now()|0)+" ENTER"),{capture:true});
  });
  await site.page.waitForTimeout(1000);
  await site.page.evaluate(watch);
  await drop(site.page, { name: "a.docx", bytes, held });
  const p=await site.page.evaluate(() => window.painted);
  out.push(p[1]);
  await site.close();
 }
 console.log(held, out.join("\n   "));
}
await browser.close();
