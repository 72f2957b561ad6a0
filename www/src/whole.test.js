import assert from 'node:assert/strict';
import test from 'node:test';
import { EMPTY, bodiesOf, reduceBatch } from './batch.js';
import { gathered, likelyWhole, namesOf } from './whole.js';

/** @param {number} id @param {string} name @param {object} [outcome] */
const doc = (id, name, outcome) => /** @type {any} */ ({ id, file: new File([name], name), state: 'done', outcome });
/** @param {any[]} docs */
const batch = (...docs) => /** @type {any} */ ({ ...EMPTY, docs });

test('the report of the whole is likely to be the one that is named so', () => {
  const docs = [doc(0, '甲局.docx', { organization: '云溪县甲局', size: 9 }), doc(1, '全县.docx', { organization: '云溪县', size: 1 })];
  assert.equal(likelyWhole(batch(...docs))?.id, 1);
  assert.equal(likelyWhole(batch(docs[0], doc(1, '2.docx', { title: '云溪县2023年汇总', size: 1 })))?.id, 1);
});

test('or the one whose body the others belong to, or the one with the largest figures', () => {
  const named = batch(doc(0, '1', { organization: '云溪县甲局', size: 900 }), doc(1, '2', { organization: '云溪县', size: 1 }));
  assert.equal(likelyWhole(named)?.id, 1);
  const sized = batch(doc(0, '1', { organization: null, size: 3 }), doc(1, '2', { organization: null, size: 30 }), doc(2, '3'));
  assert.equal(likelyWhole(sized)?.id, 1);
});

test('of two years the later one, and of nothing none', () => {
  const docs = [doc(0, '全县.docx', { year: 2022, size: 9 }), doc(1, '全县.docx', { year: 2023, size: 1 })];
  assert.equal(likelyWhole(batch(...docs))?.id, 1);
  assert.equal(likelyWhole(batch()), undefined);
});

test('the others are read; what cannot be is given as nothing', async () => {
  const broken = doc(2, '丙');
  broken.file = { name: '丙', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) };
  const { id, bodies } = await gathered(batch(doc(0, '全县'), doc(1, '乙镇'), broken), 0, ['乙镇']);
  assert.equal(id, 0);
  assert.deepEqual(bodies.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]), [['乙镇', '乙镇'], ['丙', '']]);
  assert.deepEqual(bodies.names, ['乙镇']);
});

test('choosing another one has both checked again, and no longer none', () => {
  const whole = { id: 0, bodies: { files: [], names: [] } };
  const chosen = reduceBatch(batch(doc(0, 'a'), doc(1, 'b'), doc(2, 'c')), { type: 'files-whole', whole });
  assert.deepEqual(chosen.docs.map(({ state }) => state), ['waiting', 'done', 'done']);
  assert.equal(bodiesOf(chosen, 0), whole.bodies);
  assert.equal(bodiesOf(chosen, 1), undefined);
  const done = { ...chosen, docs: chosen.docs.map((each) => ({ ...each, state: /** @type {const} */ ('done') })) };
  const away = reduceBatch(done, { type: 'files-whole', whole: null });
  assert.deepEqual(away.docs.map(({ state }) => state), ['waiting', 'done', 'done']);
  assert.equal(bodiesOf(away, 0), undefined);
});

test('names stand one a line', () => {
  assert.deepEqual(namesOf(' 甲局\r\n\n乙镇 \n'), ['甲局', '乙镇']);
});
