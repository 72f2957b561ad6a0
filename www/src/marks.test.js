import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segments } from './marks.js';

/** @param {string} id @param {number} start @param {number} end */
const mark = (id, start, end) => ({ id, start, end });
/** @param {number} to @param {import('./marks.js').Mark[]} marks */
const drawn = (to, marks) => segments(0, to, marks).map((each) => `${each.start}-${each.end}:${each.marks.map((m) => m.id)}`);

test('without marks there is one plain segment', () => {
  assert.deepEqual(drawn(5, []), ['0-5:']);
});

test('overlapping marks are cut where they meet', () => {
  assert.deepEqual(drawn(10, [mark('a', 1, 6), mark('b', 4, 8)]), ['0-1:', '1-4:a', '4-6:a,b', '6-8:b', '8-10:']);
});

test('a mark within a mark, and two over the same stretch', () => {
  assert.deepEqual(drawn(6, [mark('a', 0, 6), mark('b', 2, 4), mark('c', 2, 4)]), ['0-2:a', '2-4:a,b,c', '4-6:a']);
});

test('segments join to the whole text, whatever the marks', () => {
  const marks = Array.from({ length: 60 }, (_, i) => mark(String(i), (i * 7) % 31, ((i * 7) % 31) + 1 + (i % 9)));
  const cut = segments(0, 40, marks);
  assert.equal(cut[0].start, 0);
  assert.equal(cut[cut.length - 1].end, 40);
  cut.slice(1).forEach((each, at) => assert.equal(each.start, cut[at].end));
  for (const each of cut) {
    const covering = marks.filter((m) => m.start < each.end && m.end > each.start && m.end > m.start);
    assert.deepEqual(each.marks.map((m) => m.id).sort(), covering.map((m) => m.id).sort());
  }
});

test('inverted marks are dropped; marks past the window are cut to it', () => {
  assert.deepEqual(drawn(4, [mark('b', 3, 1), mark('c', 3, 99)]), ['0-3:', '3-4:c']);
});

test('an empty mark has a segment without text, in a blank block too', () => {
  assert.deepEqual(drawn(4, [mark('a', 2, 2), mark('b', 2, 2), mark('c', 4, 4)]), ['0-2:', '2-2:a,b', '2-4:', '4-4:c']);
  assert.deepEqual(drawn(0, [mark('a', 0, 0)]), ['0-0:a']);
});

test('a mark ends with its last segment, and only there', () => {
  const ends = segments(0, 9, [mark('a', 1, 6), mark('b', 4, 8)]).map((each) => each.ending.map((m) => m.id).join());
  assert.deepEqual(ends, ['', '', 'a', 'b', '']);
});
