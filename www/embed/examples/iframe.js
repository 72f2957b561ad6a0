// Asks the frame and takes its answer. The frame has no origin: its window is what it is known by.
const frame = document.getElementById("gouji");
const answer = document.getElementById("answer");
let asked = 0;

document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = document.getElementById("text").value;
  frame.contentWindow.postMessage({ type: "gouji:check", id: ++asked, text }, "*");
});

addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || !data) return;
  if (data.type === "gouji:ready") answer.textContent = "可以核对了。";
  if (data.type === "gouji:report" && data.id === asked) answer.textContent = `核对完毕：${data.report.findings.length} 个问题。`;
  if (data.type === "gouji:error") answer.textContent = `没有核对：${data.message || data.code}`;
});
