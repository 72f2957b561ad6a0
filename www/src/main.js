import { mount } from './app.js';
import { createEngine } from './engine.js';
import { later } from './later.js';
import { pageFiles } from './modules.js';
import { keepOffline } from './offline.js';
import { narrowPolicy } from './policy.js';
import { recall } from './preferences.js';

narrowPolicy();
const root = document.getElementById('app');
if (root) {
  const files = pageFiles();
  const engine = createEngine(files);
  const open = () => {
    const page = mount(root, { engine });
    // The page around waits for a word that its questions are heard.
    if (window.parent !== window) later().then(({ answerFrame }) => answerFrame(engine, page), () => {});
  };
  // Chinese is at hand; where English cannot be had, it is better than an empty page.
  if (recall('language', ['zh', 'en']) === 'en') later().then(open, open);
  else open();
  // What the first report does not need comes after what it needs, and before it: then nothing is asked for any more.
  const ready = engine.ready.then(() => Promise.all([
    // The example alone calls less than half of what a report of many pages does.
    later().then(({ example, phrases }) => engine.rehearse(example + phrases)),
    files.complete || files.pages(),
  ]));
  // What a later visit needs must not slow this one down. What is kept is at hand: the faster module, too.
  ready.then(() => setTimeout(() => keepOffline().then(engine.relieve), 1000), () => {});
}
