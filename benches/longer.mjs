// A report as long as wanted: what its first section says is said again and again.

/** @param {string} report @param {number} bytes */
export function longer(report, bytes) {
  const lines = report.split("\n");
  const [first, second] = ["一、", "二、"].map((ordinal) => lines.findIndex((line) => line.startsWith(ordinal)));
  const size = (text) => new TextEncoder().encode(text).length;
  const section = lines.slice(first + 1, second);
  const missing = bytes - size(report);
  const times = Math.max(0, Math.round(missing / size(`${section.join("\n")}\n`)));
  const said = Array.from({ length: times + 1 }, () => section).flat();
  return [...lines.slice(0, first + 1), ...said, ...lines.slice(second)].join("\n");
}
