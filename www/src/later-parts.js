/** What the first report can do without (see `later.js`). */

import filesStyle from '../style/files.css';
import helpStyle from '../style/help.css';
import printStyle from '../style/print.css';
import * as beside from './views/beside.js';
import { files } from './views/files.js';
import { help } from './views/help.js';
import { lastYear } from './views/last-year.js';
import { limits } from './views/limits.js';
import { take } from './views/take.js';
import { whole } from './views/whole.js';

export { answerFrame } from '../embed/frame.js';
export { default as example } from '../examples/example.txt';
export { default as phrases } from '../examples/rehearsal.txt';
export { en } from './i18n/en.js';
export { zhLater } from './i18n/zh-later.js';
export { taker } from './take/index.js';
export { rulePage } from './views/rule-page.js';

/** The views of what opens over the page or above it. */
export const views = { files, help, lastYear, limits, take, whole };

export { beside };

/** Their styles, and that of paper. */
export const style = [helpStyle, filesStyle, printStyle].join('');
