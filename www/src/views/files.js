import { h } from '../dom.js';
import { beside, ordered, progress } from '../batch.js';
import { grouped } from '../numbers.js';
import { SEVERITIES } from '../state.js';
import { LIMITS, clip } from '../windows.js';
import { moreButton } from './more.js';
import { sign } from './sign.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../batch.js').Doc} Doc */

/**
 * Several files: the list of them, or, above the report of one, the way back to the list.
 *
 * @param {State} state
 * @param {Context} context
 */
export function files(state, context) {
  const { batch } = state;
  if (!batch.docs.length) return null;
  return batch.listed ? list(state, context) : bar(state, context);
}

/**
 * @param {State} state
 * @param {Context} context
 */
function bar({ batch }, { t, send, openFile }) {
  const step = (/** @type {1 | -1} */ by) => {
    const doc = beside(batch, by);
    const key = by > 0 ? 'files.next' : 'files.previous';
    return h('button', {
      type: 'button', class: `icon ${by > 0 ? 'forth' : 'back'}`, 'data-key': key, 'aria-label': t(key), title: t(key), disabled: !doc,
      onclick: () => doc && openFile(doc.id),
    });
  };
  const open = batch.docs.find(({ id }) => id === batch.open);
  return h('div', { class: 'files-bar' },
    h('button', { type: 'button', class: 'link', 'data-key': 'files-list', 'data-testid': 'files-list', onclick: () => send({ type: 'files-list' }) }, t('files.back', { n: batch.docs.length })),
    open && [h('span', { class: 'files-open' }, open.file.name), step(-1), step(1)]);
}

/**
 * @param {State} state
 * @param {Context} context
 */
function list(state, context) {
  const { t, send } = context;
  const { batch } = state;
  const docs = ordered(batch);
  const range = clip(docs.length, LIMITS.findings, state.windows.files);
  const cut = { name: 'files', total: docs.length, limit: LIMITS.findings, range, unit: /** @type {const} */ ('files') };
  return h('div', { class: 'pane files', 'data-testid': 'files' },
    h('div', { class: 'pane-head' }, h('h2', { tabindex: '-1', 'data-key': 'files-title' }, t('files.heading', { n: batch.docs.length })),
      h('div', { class: 'files-tools' },
        h('button', { type: 'button', class: 'quiet', 'data-key': 'files-sort', 'aria-pressed': String(batch.byErrors), onclick: () => send({ type: 'files-sort' }) }, t('files.sort')),
        h('button', { type: 'button', class: 'plain', 'data-key': 'take', 'data-testid': 'take-many', 'aria-haspopup': 'dialog', onclick: () => send({ type: 'dialog', dialog: 'take' }) }, t('take.open')))),
    running(state, context),
    h('div', { class: 'scroll', role: 'region', tabindex: '0', 'data-key': 'files-scroll', 'aria-label': t('files.heading', { n: batch.docs.length }) },
      h('table', { class: 'files-table' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('files.name')), h('th', { scope: 'col' }, t('files.report')),
          SEVERITIES.map((severity) => h('th', { scope: 'col', class: 'number' }, t(`severity.${severity}`))), h('th', { scope: 'col', class: 'number' }, t('files.checked')))),
        h('tbody', {}, docs.slice(range.from, range.to).map((doc) => row(doc, context))))),
    moreButton(context, { ...cut, where: 'after' }));
}

/**
 * @param {State} state
 * @param {Context} context
 */
function running({ batch }, { t, stopFiles, continueFiles }) {
  const { done, total, failed } = progress(batch);
  const ended = done === total;
  const words = t(ended ? 'files.done' : batch.stopped ? 'files.stopped' : 'files.running', { done: grouped(done), total: grouped(total) });
  return h('div', { class: 'files-progress' },
    h('p', { role: 'status' }, words, failed > 0 && ` ${t('files.notRead', { n: failed })}`),
    !ended && [
      h('progress', { max: total, value: done, 'aria-label': words }),
      h('button', { type: 'button', class: 'plain', 'data-key': 'files-stop', 'data-testid': 'files-stop', onclick: batch.stopped ? continueFiles : stopFiles }, t(batch.stopped ? 'files.continue' : 'status.cancel')),
    ]);
}

/**
 * @param {Doc} doc
 * @param {Context} context
 */
function row(doc, { t, openFile }) {
  const { id, file, state, outcome, failure } = doc;
  const total = outcome ? outcome.holds + outcome.violated + outcome.undecided : 0;
  return h('tr', { class: `file is-${state}`, 'data-file': id },
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', 'data-key': `file-${id}`, onclick: () => openFile(id) }, file.name)),
    h('td', { lang: 'zh-CN' }, failure ? h('span', { class: 'file-failure' }, failure.message || t('files.failed'))
      : outcome ? outcome.title || outcome.note || t('summary.untitled') : h('span', { class: 'hint' }, t(`files.${state}`))),
    SEVERITIES.map((severity) => h('td', { class: 'number' }, outcome && (outcome[severity] ? h('span', { class: `file-count ${severity}` }, sign(severity, t), grouped(outcome[severity])) : h('span', { class: 'hint' }, '0')))),
    h('td', { class: 'number' }, outcome && grouped(total)));
}
