// What the build provides to the page's sources.

/** The version of the built files; it follows their content. */
declare const GOUJI_BUILD: string;

/** The module with all readers: its version, its hash, and its length in bytes. */
declare const GOUJI_READERS: string;
declare const GOUJI_READERS_HASH: string;
declare const GOUJI_READERS_BYTES: number;

/** Whether the page is one file that has everything inside. */
declare const GOUJI_WHOLE: boolean;

/** The version of what the first report can do without. */
declare const GOUJI_LATER: string;

/** The version of gouji. */
declare const GOUJI_RELEASE: string;

/** What the service worker keeps, and the version of the whole. */
declare const GOUJI_FILES: { address: string, integrity: string }[];
declare const GOUJI_VERSION: string;

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.txt" {
  const text: string;
  export default text;
}
