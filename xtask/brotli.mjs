// Writes a copy of each file packed with brotli beside it.

import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** What packs modules best: short distances told directly, and blocks so short that each suits its part of the code. */
const CODE = {
  [constants.BROTLI_PARAM_NPOSTFIX]: 2,
  [constants.BROTLI_PARAM_NDIRECT]: 24,
  [constants.BROTLI_PARAM_LGBLOCK]: 16,
};

for (const file of process.argv.slice(2)) {
  const params = file.endsWith(".wasm") ? CODE : {};
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
}
