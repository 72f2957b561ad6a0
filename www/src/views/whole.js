import { h } from '../dom.js';
import { gathered, likelyWhole, namesOf } from '../whole.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/**
 * The window in which one of several files is named as the report of the whole, and who should have reported.
 *
 * @param {State} state
 * @param {Context} context
 */
export function whole({ batch, dialog }, context) {
  if (dialog !== 'whole') return [];
  const { t, send } = context;
  const { whole: now } = batch;
  const chosen = now ? now.id : likelyWhole(batch)?.id;
  const select = h('select', { id: 'whole-file', class: 'whole-file', 'data-key': 'whole-file', 'data-testid': 'whole-file' },
    batch.docs.map(({ id, file, outcome }) => h('option', { value: id, selected: id === chosen }, file.name, outcome?.title && ` · ${outcome.title}`)));
  const names = h('textarea', { id: 'whole-names', class: 'paste', rows: 5, spellcheck: 'false', 'data-key': 'whole-names', 'data-testid': 'whole-names', placeholder: t('whole.namesExample') });
  names.value = now ? now.bodies.names.join('\n') : '';
  const close = () => send({ type: 'dialog', dialog: null });
  const compare = async () => {
    const found = await gathered(batch, Number(select.value), namesOf(names.value));
    send({ type: 'files-whole', whole: found });
    close();
    context.continueFiles();
  };
  return [
    h('h2', { id: 'whole-title' }, t('whole.heading')),
    h('p', { class: 'hint' }, t('whole.hint')),
    h('label', { class: 'field', for: 'whole-file' }, t('whole.file')), select,
    h('div', { class: 'field' }, h('label', { for: 'whole-names' }, t('whole.names')), ' ', listFile(names, context)), names,
    h('p', { class: 'hint' }, t('whole.namesHint')),
    h('p', { class: 'dialog-foot' },
      h('button', { type: 'button', class: 'plain', 'data-key': 'whole-cancel', onclick: close }, t('lastYear.cancel')), ' ',
      h('button', { type: 'button', class: 'primary', 'data-key': 'whole-compare', 'data-testid': 'whole-compare', onclick: compare }, t('whole.compare'))),
  ];
}

/**
 * The names out of a text file.
 *
 * @param {HTMLTextAreaElement} names
 * @param {Context} context
 */
function listFile(names, { t }) {
  const file = h('input', {
    type: 'file', class: 'offscreen', accept: '.txt,.csv', tabindex: '-1', 'data-testid': 'whole-list', 'aria-label': t('whole.list'),
    onchange: async () => {
      const chosen = file.files && file.files[0];
      if (chosen) names.value = namesOf(decoded(await chosen.arrayBuffer())).join('\n');
      file.value = '';
      names.focus();
    },
  });
  return [h('button', { type: 'button', class: 'link', 'data-key': 'whole-list', onclick: () => file.click() }, t('whole.list')), file];
}

/** What Windows writes is often GB18030. @param {ArrayBuffer} bytes */
function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
