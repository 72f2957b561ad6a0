import example from '../examples/example.txt';
import { answerFrame } from '../embed/frame.js';
import { mount } from './app.js';
import { createEngine } from './engine.js';
import { keepOffline } from './offline.js';
import { narrowPolicy } from './policy.js';

narrowPolicy();
const root = document.getElementById('app');
if (root) {
  const engine = createEngine();
  answerFrame(engine, mount(root, { engine, example }));
  // What a later visit needs must not slow this one down.
  engine.ready.then(() => setTimeout(keepOffline, 1000), () => {});
}
