// Writes a copy of each file packed with brotli beside it.

import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** In code the same comes again at distances of every length: these are told in fewer bits. */
const CODE = { [constants.BROTLI_PARAM_NPOSTFIX]: 2, [constants.BROTLI_PARAM_NDIRECT]: 16 };

for (const file of process.argv.slice(2)) {
  const params = file.endsWith(".wasm") ? CODE : {};
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
}
