// What `gouji.js` exports.

import type { Finding, Report, RulePage } from "./report.js";

export * from "./report.js";

/** What can be checked: text, markup, or a file's bytes. */
export type Input = string | Uint8Array | ArrayBuffer | Blob;

/** A language of messages. */
export type Language = "zh" | "en";

/** What a check is at. */
export interface Progress {
  /** `loading` what reads such a file, or `reading` and checking it. */
  stage: "loading" | "reading";
  /** Bytes loaded so far; 0 where they are not counted. */
  done: number;
  /** Bytes to load; 0 where they are not counted. */
  total: number;
}

export interface Options {
  /** The file's name; a `File` brings its own. */
  name?: string;
  /** The language of messages; Chinese where it is missing. */
  language?: Language;
  /** The codes of rules that are not to be applied. */
  off?: string[];
  /** Last year's report of the same body, to be compared with. */
  lastYear?: Input;
  /** The reports of the bodies that this one of the whole counts together: its figures are compared with their sums. */
  bodies?: Input[];
  /** The bodies that should have reported; a name without a report is told. */
  names?: string[];
  /** Stops the check: it is rejected with the code `cancelled`. Not in Node. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Why a check was rejected. */
export interface GoujiError extends Error {
  /**
   * `empty`, `too-large`, `picture`, `binary`, `unknown-kind`, `damaged` and others of the reader;
   * `cancelled`, `crashed`, `unusable`, `unavailable`, `reader-unavailable` of the engine.
   */
  code: string;
}

/** The version of gouji. */
export const version: string;

/** Reads and checks one report. Rejected with a `GoujiError` where it cannot be opened. */
export function check(input: Input, options?: Options): Promise<Report>;

/** The catalogue of rules. */
export function rules(language?: Language): Promise<RulePage[]>;

/** A place in a report, in UTF-16 code units of a block. */
export interface Place {
  block: number;
  start: number;
  end: number;
}

/** A part of a live page, checked. */
export interface CheckedPage {
  report: Report;
  /** What was read. */
  element: Element;
  /** Whether the faults are marked in the page; without the CSS Custom Highlight API they are not. */
  marked: boolean;
  /** A place of the report as a range of the page; null where nothing is shown there. */
  range(place: Place): Range | null;
  /** Lights a finding and scrolls to it; tells whether it has a place that shows. */
  choose(finding: Finding | null): boolean;
  /** The finding marked at a point of the window. */
  at(x: number, y: number): Finding | null;
  /** Takes all marks away. */
  clear(): void;
}

/**
 * Reads an element of this page as it stands, checks it, and marks the faults in place. No element of
 * the page is changed. Only in browsers.
 */
export function checkPage(element: Element, options?: { language?: Language; marks?: boolean; lastYear?: Input }): Promise<CheckedPage>;

/** The element `<gouji-checker>`. */
export interface GoujiChecker extends HTMLElement {
  /** The text to check; setting it checks it. */
  text: string;
  /** The last report; null before the first. */
  readonly report: Report | null;
  check(input: Input, options?: { name?: string; lastYear?: Input }): Promise<Report>;
  checkPage(element: Element): Promise<Report>;
  /** Chooses a finding by its identity; null chooses none. */
  select(id: string | null): boolean;
  /** Forgets the report and its marks. */
  clear(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "gouji-checker": GoujiChecker;
  }
  interface HTMLElementEventMap {
    "gouji-report": CustomEvent<Report>;
    "gouji-select": CustomEvent<Finding | null>;
    "gouji-error": CustomEvent<{ code: string; message: string }>;
    "gouji-progress": CustomEvent<Progress>;
  }
}
