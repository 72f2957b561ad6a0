// What a page can learn from the element.
const checker = document.getElementById("checker");
const events = document.getElementById("events");

checker.addEventListener("gouji-report", ({ detail }) => {
  const errors = detail.findings.filter(({ severity }) => severity === "error").length;
  events.textContent = `gouji-report：${detail.findings.length} 个问题，其中错误 ${errors} 个。`;
});
checker.addEventListener("gouji-select", ({ detail }) => {
  if (detail) events.textContent = `gouji-select：${detail.code}`;
});
checker.addEventListener("gouji-error", ({ detail }) => {
  events.textContent = `gouji-error：${detail.code}`;
});
