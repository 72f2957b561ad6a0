/**
 * The element <gouji-checker>: a report goes in by property, content, paste or drop, its findings come out.
 * With `for` it checks a part of the page that it stands in, and marks the faults there.
 */

import { h } from '../src/dom.js';
import style from './element.css';
import { intake } from './intake.js';
import { findings, reportView, summary } from './view.js';
import { wordsOf } from './words.js';

/**
 * @typedef {import("../pkg/gouji.js").Report} Report
 * @typedef {import("../pkg/gouji.js").Finding} Finding
 * @typedef {import("./input.js").Input} Input
 * @typedef {import("./page.js").CheckedPage} CheckedPage
 * @typedef {{ check: ReturnType<typeof import("./library.js").createLibrary>["check"],
 *   checkPage: ReturnType<typeof import("./page.js").createPages>["checkPage"] }} Parts
 */

const NAME = 'gouji-checker';

/**
 * Defines the element, where there are elements.
 * @param {Parts} parts
 */
export function define(parts) {
  if (typeof customElements === 'undefined' || customElements.get(NAME)) return;
  customElements.define(NAME, checkerOf(parts));
}

/** @param {Parts} parts */
function checkerOf({ check, checkPage }) {
  return class GoujiChecker extends HTMLElement {
    static get observedAttributes() {
      return ['lang', 'src', 'for', 'last-year'];
    }

    constructor() {
      super();
      /** @type {Report | null} */
      this._report = null;
      /** @type {CheckedPage | null} */
      this._page = null;
      /** @type {Input | null} What is shown, to be checked again in another language. */
      this._input = null;
      this._name = /** @type {string | undefined} */ (undefined);
      this._run = 0;
      this._box = h('div', { part: 'box' });
      this._status = h('p', { part: 'status', class: 'status', role: 'status' });
      const root = this.attachShadow({ mode: 'open' });
      dress(root);
      root.append(this._box, this._status, h('slot', { hidden: true }));
      this._onPageClick = (/** @type {MouseEvent} */ event) => this._choosePoint(event);
    }

    connectedCallback() {
      // The parser may not yet have read what stands in the element.
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this._begin(), { once: true });
      else this._begin();
    }

    disconnectedCallback() {
      this._run++;
      this._leavePage();
    }

    /**
     * @param {string} _name
     * @param {string | null} before
     * @param {string | null} now
     */
    attributeChangedCallback(_name, before, now) {
      if (this.isConnected && before !== now && document.readyState !== 'loading') this._begin();
    }

    get language() {
      const near = /** @type {HTMLElement | null} */ (this.closest('[lang]'));
      return near && /^en\b/i.test(near.lang) ? 'en' : 'zh';
    }

    /** The last report; null before the first. */
    get report() {
      return this._report;
    }

    /** The text to check; setting it checks it. */
    get text() {
      return typeof this._input === 'string' ? this._input : '';
    }

    set text(text) {
      this.check(String(text)).catch(() => {});
    }

    /**
     * Checks a report and shows what comes of it.
     * @param {Input} input
     * @param {{ name?: string, lastYear?: Input }} [options]
     * @returns {Promise<Report>}
     */
    async check(input, { name, lastYear } = {}) {
      [this._input, this._name] = [input, name];
      const { language } = this;
      return this._show(
        async (onProgress) => check(input, { name, language, lastYear: lastYear || (await this._last()), onProgress }),
        (report) => report,
      );
    }

    /**
     * Checks a part of this page and marks the faults there.
     * @param {Element} element
     * @returns {Promise<Report>}
     */
    async checkPage(element) {
      const { language } = this;
      return this._show(
        async () => checkPage(element, { language, lastYear: await this._last() }),
        (page) => this._enterPage(page),
      );
    }

    /**
     * Chooses a finding by its identity; null chooses none. Tells whether there is such a finding.
     * @param {string | null} id
     */
    select(id) {
      const finding = (this._report && this._report.findings.find((each) => each.id === id)) || null;
      this._choose(finding);
      return finding !== null;
    }

    /** Forgets the report and its marks. */
    clear() {
      this._run++;
      this._leavePage();
      this._report = this._input = null;
      this._draw();
    }

    _begin() {
      const selector = this.getAttribute('for');
      const address = this.getAttribute('src');
      const content = contentOf(this);
      if (selector !== null) this._beginPage(selector);
      else if (this._input !== null) this.check(this._input, { name: this._name }).catch(() => {});
      else if (address !== null) this._load(address);
      else if (content) this.check(content).catch(() => {});
      else this._draw();
    }

    /** @param {string} selector */
    _beginPage(selector) {
      const element = document.querySelector(selector);
      if (element) this.checkPage(element).catch(() => {});
      else this._fail({ code: 'absent', message: wordsOf(this.language).absent });
    }

    /** Last year's report, where an attribute says where it is. */
    async _last() {
      const address = this.getAttribute('last-year');
      if (address === null) return undefined;
      const response = await fetch(address).catch(() => null);
      if (!response || !response.ok) throw { code: 'unavailable', message: `${wordsOf(this.language).noLastYear} ${address}` };
      return new Uint8Array(await response.arrayBuffer());
    }

    /** @param {string} address */
    async _load(address) {
      const mine = ++this._run;
      try {
        const response = await fetch(address);
        if (!response.ok) throw new Error(`${response.status} ${address}`);
        const input = new Uint8Array(await response.arrayBuffer());
        if (mine === this._run) this.check(input, { name: address.split(/[/?#]/).pop() }).catch(() => {});
      } catch (error) {
        if (mine === this._run) this._fail({ code: 'unavailable', message: String(error) });
      }
    }

    /**
     * Runs a check; a later one takes its place.
     * @template T
     * @param {(onProgress: (progress: any) => void) => Promise<T>} run
     * @param {(result: T) => Report} take
     * @returns {Promise<Report>}
     */
    async _show(run, take) {
      const mine = ++this._run;
      this._leavePage();
      const words = wordsOf(this.language);
      this._status.textContent = words.checking;
      try {
        const result = await run((progress) => {
          if (mine !== this._run) return;
          this._status.textContent = progress.stage === 'loading' ? words.loading : words.checking;
          this._tell('gouji-progress', progress);
        });
        if (mine !== this._run) {
          if (isPage(result)) result.clear();
          throw { code: 'superseded', message: '' };
        }
        const report = (this._report = take(result));
        this._draw();
        this._tell('gouji-report', report);
        return report;
      } catch (failure) {
        if (mine === this._run) this._fail(/** @type {any} */ (failure));
        throw failure;
      }
    }

    /** @param {{ code?: string, message: string }} failure */
    _fail({ code = 'crashed', message }) {
      this._report = null;
      this._draw(message);
      this._tell('gouji-error', { code, message });
    }

    /** @param {string} [failure] */
    _draw(failure) {
      const { language, _report: report } = this;
      const words = wordsOf(language);
      const context = { words, choose: (/** @type {Finding} */ finding) => this._choose(finding) };
      const live = this.hasAttribute('for') || this._page !== null;
      this._status.textContent = '';
      this._box.textContent = '';
      this._box.lang = language === 'zh' ? 'zh-CN' : 'en';
      if (failure) this._box.append(h('p', { part: 'failure', class: 'failure', role: 'alert' }, failure));
      if (report) {
        const shown = [summary(report, words), this._page && !this._page.marked && h('p', { class: 'hint' }, words.unmarked),
          findings(report, context), !live && reportView(report, context), !live && this._again(words)];
        for (const each of shown) if (each) this._box.append(each);
      } else if (!live) this._box.append(intake(words, (input, name) => this.check(input, { name }).catch(() => {})));
    }

    /** @param {import("./words.js").Words} words */
    _again(words) {
      return h('p', { class: 'actions' }, h('button', { type: 'button', part: 'button', onclick: () => this.clear() }, words.again));
    }

    /** @param {Finding | null} finding */
    _choose(finding) {
      const root = /** @type {ShadowRoot} */ (this.shadowRoot);
      const id = finding ? CSS.escape(finding.id) : '';
      for (const old of root.querySelectorAll('.lit')) old.classList.remove('lit');
      for (const old of root.querySelectorAll('[aria-current]')) old.removeAttribute('aria-current');
      if (finding) {
        const button = root.querySelector(`[data-finding="${id}"]`);
        if (button) button.setAttribute('aria-current', 'true');
        const marks = root.querySelectorAll(`[data-marks~="${id}"]`);
        for (const mark of marks) mark.classList.add('lit');
        if (marks.length) marks[0].scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
      if (this._page) {
        const shown = this._page.choose(finding);
        this._status.textContent = finding && !shown ? wordsOf(this.language).unplaced : '';
      }
      this._tell('gouji-select', finding);
    }

    /** @param {CheckedPage} page */
    _enterPage(page) {
      this._page = page;
      page.element.addEventListener('click', /** @type {EventListener} */ (this._onPageClick));
      return page.report;
    }

    _leavePage() {
      if (!this._page) return;
      this._page.element.removeEventListener('click', /** @type {EventListener} */ (this._onPageClick));
      this._page.clear();
      this._page = null;
    }

    /** @param {MouseEvent} event */
    _choosePoint({ clientX, clientY }) {
      const finding = this._page && this._page.at(clientX, clientY);
      if (finding) this._choose(finding);
    }

    /**
     * @param {string} name
     * @param {any} detail
     */
    _tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
  };
}

/**
 * @param {any} result
 * @returns {result is CheckedPage}
 */
function isPage(result) {
  return typeof result.clear === 'function';
}

/** @type {CSSStyleSheet | null} One for all elements. */
let sheet = null;

/**
 * A style that a strict policy allows: made by the script, not written into the page.
 * @param {ShadowRoot} root
 */
function dress(root) {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
    }
    root.adoptedStyleSheets = [sheet];
  } else {
    root.appendChild(h('style', {}, style));
  }
}

/**
 * The report that stands in the element: its markup, or its text where there is none.
 * @param {HTMLElement} element
 */
function contentOf(element) {
  const text = element.textContent || '';
  if (!text.trim()) return '';
  return element.firstElementChild ? element.innerHTML : text;
}
