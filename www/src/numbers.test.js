import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grouped } from './numbers.js';

test('thousands are parted', () => {
  assert.deepEqual([0, 999, 1000, 12345, 123456, 1234567].map(grouped), ['0', '999', '1,000', '12,345', '123,456', '1,234,567']);
});
