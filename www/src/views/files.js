import { attribute, h, patch } from '../dom.js';
import { besideWhole } from '../whole.js';
import { away } from './beside.js';
import { beside, bodiesOf, found, left, ordered, progress } from '../batch.js';
import { grouped } from '../numbers.js';
import { SEVERITIES } from '../state.js';
import { LIMITS, clip } from '../windows.js';
import { reason } from './failure.js';
import { moreButton } from './more.js';
import { sign } from './sign.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../batch.js').Doc} Doc */
/** @typedef {import('../keep.js').Keeper} Keeper */

/**
 * Several files: the list of them, or, above the report of one, the way back to the list. While one file after the
 * other is checked, what can be clicked stays the same element in the same place.
 *
 * @param {State} state
 * @param {Context} context
 * @param {Keeper} keeper
 * @returns {HTMLElement[]}
 */
export function files(state, context, keeper) {
  keeper.begin();
  const { batch } = state;
  if (!batch.docs.length) return [];
  return [batch.listed ? list(state, context, keeper) : bar(state, context, keeper)];
}

/**
 * @param {State} state
 * @param {Context} context
 * @param {Keeper} keeper
 */
function bar({ batch }, { t, send, openFile }, keeper) {
  const open = batch.docs.find(({ id }) => id === batch.open);
  const around = [beside(batch, -1), beside(batch, 1)];
  const step = (/** @type {0 | 1} */ at) => {
    const doc = around[at];
    const key = at ? 'files.next' : 'files.previous';
    return h('button', {
      type: 'button', class: `icon ${at ? 'forth' : 'back'}`, 'data-key': key, 'aria-label': t(key), title: t(key), disabled: !doc,
      onclick: () => doc && openFile(doc.id),
    });
  };
  return keeper.keep('bar', [batch.docs.length, batch.open, ...around.map((doc) => doc?.id)].join(), () => h('div', { class: 'files-bar' },
    h('button', { type: 'button', class: 'link', 'data-key': 'files-list', 'data-testid': 'files-list', onclick: () => send({ type: 'files-list' }) }, t('files.back', { n: batch.docs.length })),
    open && [h('span', { class: 'files-open' }, open.file.name), step(0), step(1)]));
}

/**
 * @param {State} state
 * @param {Context} context
 * @param {Keeper} keeper
 */
function list(state, context, keeper) {
  const { t } = context;
  const { docs } = state.batch;
  const range = clip(docs.length, LIMITS.findings, state.windows.files);
  const pane = keeper.keep('list', '', () => h('div', { class: 'pane files', 'data-testid': 'files' }));
  const holder = keeper.keep('table', `${docs.length}`, () =>
    h('div', { class: 'scroll', role: 'region', tabindex: '0', 'data-key': 'files-scroll', 'aria-label': t('files.heading', { n: docs.length }) },
      h('table', { class: 'files-table' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col', class: 'name' }, t('files.name')), h('th', { scope: 'col' }, t('files.report')),
          SEVERITIES.map((severity) => h('th', { scope: 'col', class: 'number' }, sign(severity, t), h('span', { class: 'word' }, t(`severity.${severity}`)))), h('th', { scope: 'col', class: 'number' }, t('files.checked')))),
        h('tbody', {}))));
  const body = holder.querySelector('tbody');
  if (body) patch(body, ordered(state.batch).slice(range.from, range.to).map((doc) => row(state, doc, context, keeper)));
  const more = moreButton(context, { name: 'files', total: docs.length, limit: LIMITS.findings, range, unit: 'files', where: 'after' });
  patch(pane, [head(state, context, keeper), running(state, context, keeper), ...added(state, context, keeper), holder, ...(more ? [more] : [])]);
  return pane;
}

/**
 * @param {State} state
 * @param {Context} context
 * @param {Keeper} keeper
 */
function head({ batch }, { t, send, open }, keeper) {
  const n = batch.docs.length;
  return keeper.keep('head', `${n} ${batch.worst !== null} ${batch.whole !== null}`, () => h('div', { class: 'pane-head' },
    h('h2', { tabindex: '-1', 'data-key': 'files-title' }, t('files.heading', { n })),
    h('div', { class: 'files-tools' },
      h('button', { type: 'button', class: 'quiet', 'data-key': 'files-sort', 'aria-pressed': String(batch.worst !== null), onclick: () => send({ type: 'files-sort' }) }, t('files.sort')),
      h('button', { type: 'button', class: 'plain', 'data-key': 'whole', 'data-testid': 'whole', 'aria-haspopup': 'dialog', onclick: () => open('whole') }, t(batch.whole ? 'whole.again' : 'whole.give')),
      h('button', { type: 'button', class: 'plain', 'data-key': 'take', 'data-testid': 'take-many', 'aria-haspopup': 'dialog', onclick: () => open('take') }, t('take.open')))));
}

/**
 * @param {State} state
 * @param {Context} context
 * @param {Keeper} keeper
 */
function running(state, { t, stopFiles, continueFiles }, keeper) {
  const { batch } = state;
  const { done, total, failed } = progress(batch);
  const { stopped } = batch;
  const ended = done === total;
  const words = t(ended ? 'files.done' : stopped ? 'files.stopped' : 'files.running', { done: grouped(done), total: grouped(total) });
  const line = keeper.keep('running', '', () => h('div', { class: 'files-progress' }));
  const said = keeper.keep('said', '', () => h('p', { role: 'status' }));
  const sentence = words + (ended ? t('files.found', found(state)) : '') + (failed > 0 ? t('files.notRead', { n: failed }) : '');
  // Sixty sentences in a few seconds would drown whoever listens; the end is said.
  attribute(said, 'aria-live', ended || stopped ? 'polite' : 'off');
  if (said.textContent !== sentence) said.textContent = sentence;
  if (ended) return patch(line, [said]), line;
  const measure = keeper.keep('progress', '', () => h('progress', {}));
  for (const [name, value] of Object.entries({ max: total, value: done, 'aria-label': words })) attribute(measure, name, String(value));
  const button = keeper.keep('stop', String(stopped), () => h('button', {
    type: 'button', class: 'plain', 'data-key': 'files-stop', 'data-testid': 'files-stop', onclick: stopped ? continueFiles : stopFiles,
  }, t(stopped ? 'files.continue' : 'status.cancel')));
  patch(line, [button, measure, said]);
  return line;
}

/**
 * What came of adding up, where one is the report of the whole: one line, and the way back.
 *
 * @param {State} state
 * @param {Context} context
 * @param {Keeper} keeper
 */
function added({ batch }, context, keeper) {
  const { t } = context;
  const whole = batch.docs.find(({ id }) => bodiesOf(batch, id));
  if (!whole) return [];
  const { file, outcome, failure } = whole;
  const words = failure ? reason(failure, t) : besideWhole(outcome?.bodies ?? null, outcome?.coverage ?? [], t);
  const line = keeper.keep('whole', file.name, () => h('div', { class: 'files-whole' },
    h('p', { role: 'status', 'data-testid': 'files-whole' }), h('span', {}, away(context))));
  const said = /** @type {HTMLElement} */ (line.firstElementChild);
  const sentence = `${file.name} · ${words}`;
  if (said.textContent !== sentence) said.textContent = sentence;
  return [line];
}

/**
 * @param {State} state
 * @param {Doc} doc
 * @param {Context} context
 * @param {Keeper} keeper
 */
function row(state, doc, { t, openFile }, keeper) {
  const { id, file, outcome, failure } = doc;
  const line = keeper.keep(`file ${id}`, file.name, () => h('tr', { 'data-file': id },
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', 'data-key': `file-${id}`, onclick: () => openFile(id) }, file.name))));
  attribute(line, 'class', `file is-${doc.state}`);
  const found = { error: 0, warning: 0, notice: 0 };
  for (const finding of left(doc, state)) found[/** @type {import('../types.js').Severity} */ (finding.severity)] += 1;
  const total = outcome ? outcome.holds + outcome.violated + outcome.undecided : 0;
  const title = failure ? reason(failure, t) : outcome ? outcome.title || outcome.note || t('summary.untitled') : t(`files.${doc.state}`);
  const sort = failure ? 'file-failure' : !outcome ? 'hint' : outcome.title ? 'title' : '';
  const cells = [
    keeper.keep(`title ${id}`, `${sort} ${title}`, () => h('td', { lang: outcome?.title ? 'zh-CN' : null, class: sort || null, title }, title)),
    ...SEVERITIES.map((severity) => keeper.keep(`${severity} ${id}`, `${!outcome || found[severity]}`, () => h('td', { class: 'number' }, outcome
      && (found[severity] ? h('span', { class: `file-count ${severity}` }, sign(severity, t), grouped(found[severity])) : h('span', { class: 'hint' }, '0'))))),
    keeper.keep(`total ${id}`, `${outcome && total}`, () => h('td', { class: 'number' }, outcome && grouped(total))),
  ];
  patch(line, [/** @type {HTMLElement} */ (line.firstElementChild), ...cells]);
  return line;
}
