// A table of times.

/** @param {number[]} times @param {number} share From 0, the least, to 1, the greatest. */
export function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))];
}

/** @param {number} time */
export const milliseconds = (time) => `${time.toFixed(2)} ms`;

/** @param {string} name @param {string[]} cells */
export const row = (name, cells) => console.log(name.padEnd(36) + cells.map((cell) => cell.padStart(12)).join(""));
