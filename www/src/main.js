import example from '../examples/example.txt';
import { mount } from './app.js';
import { createEngine } from './engine.js';
import { narrowPolicy } from './policy.js';

narrowPolicy();
const root = document.getElementById('app');
if (root) mount(root, { engine: createEngine(), example });
