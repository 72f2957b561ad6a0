// What the build provides to the page's sources.

/** The version of the built files; it follows their content. */
declare const GOUJI_BUILD: string;

declare module "*.txt" {
  const text: string;
  export default text;
}
