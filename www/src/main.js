import example from '../examples/example.txt';
import { answerFrame } from '../embed/frame.js';
import { mount } from './app.js';
import { createEngine } from './engine.js';
import { pageFiles } from './modules.js';
import { keepOffline } from './offline.js';
import { narrowPolicy } from './policy.js';

narrowPolicy();
const root = document.getElementById('app');
if (root) {
  const files = pageFiles();
  const engine = createEngine(files, example);
  answerFrame(engine, mount(root, { engine, example }));
  // What the first report does not need comes after what it needs, and before it: then nothing is asked for any more.
  if (!files.complete) engine.ready.then(() => files.pages()).catch(() => {});
  // What a later visit needs must not slow this one down.
  engine.ready.then(() => setTimeout(keepOffline, 1000), () => {});
}
