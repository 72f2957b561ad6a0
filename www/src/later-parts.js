/** What the first report can do without (see `later.js`). */

export { default as example } from '../examples/example.txt';
export { en } from './i18n/en.js';
export { taker } from './take/index.js';
