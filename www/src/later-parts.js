/** What the first report can do without (see `later.js`). */

import coverageStyle from '../style/coverage.css';
import editStyle from '../style/edit.css';
import filesStyle from '../style/files.css';
import findingStyle from '../style/finding.css';
import helpStyle from '../style/help.css';
import printStyle from '../style/print.css';
import tablesStyle from '../style/tables.css';
import * as beside from './views/beside.js';
import { coverage, idle } from './views/coverage.js';
import { files } from './views/files.js';
import { help } from './views/help.js';
import { lastYear } from './views/last-year.js';
import { limits } from './views/limits.js';
import { printed } from './views/printed.js';
import { tables } from './views/tables.js';
import { take } from './views/take.js';
import { whole } from './views/whole.js';

export { answerFrame } from '../embed/frame.js';
export { default as example } from '../examples/example.txt';
export { default as phrases } from '../examples/rehearsal.txt';
export { en } from './i18n/en.js';
export { zhLater } from './i18n/zh-later.js';
export { readReview } from './review-file.js';
export { copyEdits, copyFinding } from './take/copy.js';
export { taker } from './take/index.js';
export { createTip } from './tip.js';
export { decision } from './views/decision.js';
export { editor, tried } from './views/editor.js';
export { rulePage } from './views/rule-page.js';
export { trials } from './views/trials.js';

/** The views of what opens over the page or above it, what stands at its end, and what only paper shows. */
export const views = { covered: coverage, files, help, idle, lastYear, limits, printed, tables, take, whole };

export { beside };

/** Their styles, and that of paper. */
export const style = [tablesStyle, coverageStyle, findingStyle, editStyle, helpStyle, filesStyle, printStyle].join('');
