import assert from 'node:assert/strict';
import { test } from 'node:test';
import { magnitude, tokens } from './formula.js';

/** @param {string} quote @param {string | null} [value] */
const place = (quote, value = null) => ({ block: 0, start: 0, end: quote.length, quote, label: quote, value });

test('each figure is tied to its own place, recomputed ones to none', () => {
  const places = [place('1724'), place('12'), place('12')];
  const figures = tokens('12 + 12 = 24 ≠ 1724', places).filter((token) => token.kind === 'figure');
  assert.deepEqual(figures.map((token) => (token.evidence ? places.indexOf(token.evidence) : -1)), [1, 2, -1, 0]);
});

test('a figure used twice with one place leads there both times', () => {
  const places = [place('5')];
  const figures = tokens('5 - 5 = 0', places).filter((token) => token.kind === 'figure');
  assert.deepEqual(figures.map((token) => token.evidence), [places[0], places[0], undefined]);
});

test('signs, words and figures join to the formula as written', () => {
  for (const formula of ['1,060.50 ÷ 2 = 530.25', '47 ÷ 95 = 49.47% ≠ 49.7%', '（七）总计 60 ≥ 3', '', '≠']) {
    assert.equal(tokens(formula, []).map((token) => token.text).join(''), formula);
  }
});

test('the value as understood counts, not the way it is printed', () => {
  const places = [place('1.2万', '12000')];
  assert.equal(tokens('12000 + 1', places)[0].evidence, places[0]);
});

test('magnitudes ignore sign, separators and idle zeros', () => {
  assert.equal(magnitude('1,060.50'), '1060.5');
  assert.equal(magnitude('−007'), '7');
  assert.equal(magnitude('49.70%'), '49.7');
  assert.equal(magnitude('0'), '0');
});
