// What Node provides to `node.js`; the rest of the sources never runs there.

declare module "fs" {
  export const promises: { readFile(file: URL): Promise<Uint8Array> };
}
