// Run by an old engine: whether it understands the scripts. Arguments: their files.

const { readFileSync } = require("fs");
const { Script } = require("vm");

for (const file of process.argv.slice(2)) new Script(readFileSync(file, "utf8"), { filename: file });
console.log("understood");
