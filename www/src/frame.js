import { h } from './dom.js';

/**
 * The fixed skeleton into which the views are drawn. Its order is that of reading: result,
 * findings, the chosen finding, the report; where things stand on the screen is the style's
 * business.
 */
export function createFrame() {
  const skip = h('a', { class: 'skip', href: '#result' });
  const header = h('header', { class: 'top' });
  const intake = h('section', { class: 'intake', id: 'intake', tabindex: '-1' });
  const status = h('p', { class: 'status-words', role: 'status', 'aria-live': 'polite' });
  const busy = h('div', { class: 'busy' });
  const failure = h('section', { class: 'failure', role: 'alert' });
  const summary = h('section', { class: 'summary', 'data-testid': 'summary', id: 'result', tabindex: '-1' });
  const findings = h('section', { class: 'pane findings', id: 'findings', tabindex: '-1' });
  const inspector = h('section', { class: 'pane inspector', 'data-testid': 'inspector', tabindex: '-1' });
  const report = h('section', { class: 'pane report', 'data-testid': 'report', id: 'report', tabindex: '-1' });
  const tables = h('section', { class: 'pane tables', 'data-testid': 'tables', id: 'tables', tabindex: '-1' });
  const covered = h('div', {});
  // The catalogue of rules may arrive late: what is said of it stands below everything that can be clicked.
  const idle = h('div', {});
  const coverage = h('section', { class: 'pane coverage', 'data-testid': 'coverage', id: 'coverage', tabindex: '-1' }, covered, idle);
  const printed = h('section', { class: 'printed' });
  const footer = h('footer', { class: 'foot' });
  const help = h('dialog', { class: 'window help', 'aria-labelledby': 'help-title' });
  const take = h('dialog', { class: 'window take-window', 'aria-labelledby': 'take-title' });
  const limits = h('dialog', { class: 'window limits-window', 'aria-labelledby': 'limits-title' });
  const lastYear = h('dialog', { class: 'window last-year-window', 'aria-labelledby': 'last-year-title' });
  const whole = h('dialog', { class: 'window last-year-window', 'aria-labelledby': 'whole-title' });
  const files = h('section', { class: 'files-slot', tabindex: '-1' });
  // The same is in the list of findings, for keys and screen readers.
  const strip = h('div', { class: 'strip', 'aria-hidden': 'true' });
  const tip = h('div', { class: 'tip', 'aria-hidden': 'true' });
  const drop = h('div', { class: 'drop', 'aria-hidden': 'true' });
  const rail = h('div', { class: 'rail' }, findings, inspector);
  const work = h('div', { class: 'work' },
    rail,
    h('div', { class: 'pages' }, printed, report, tables, coverage));
  const main = h('main', {}, intake, h('div', { class: 'status' }, status, busy), failure, files, summary, work);
  const element = h('div', { class: 'gouji' }, skip, header, main, footer, strip, tip, help, take, limits, lastYear, whole, drop);
  return { element, skip, header, main, intake, status, busy, failure, summary, work, rail, findings, inspector, report, tables, coverage, covered, idle, printed, footer, help, take, limits, lastYear, whole, files, strip, tip, drop };
}

/** @typedef {ReturnType<typeof createFrame>} Frame */
