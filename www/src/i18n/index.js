/**
 * Texts of the interface in two languages. What gouji says about a report comes from the core in
 * the language asked for; only the words around it are here.
 */

import { zh } from './zh.js';
import { grouped } from '../numbers.js';

/** @typedef {keyof typeof zh | keyof typeof import('./zh-later.js').zhLater} Key */
/** @typedef {(key: Key, parameters?: Record<string, string | number>) => string} Translate */
/** @typedef {string | ((parameters: any) => string)} Entry */

/** @typedef {Partial<Record<Key, Entry>>} Dictionary */

/** @type {Record<import('../types.js').Language, Dictionary>} English is Chinese until it has been learned. */
const dictionaries = { zh, en: zh };

/**
 * Texts that have come besides; those who translate already know them from now on.
 * @param {import('../types.js').Language} language
 * @param {Dictionary} dictionary
 */
export function learn(language, dictionary) {
  dictionaries[language] = { ...dictionaries[language], ...dictionary };
}

/**
 * The texts of one language. `{name}` is replaced by the parameter of that name; numbers get
 * separators from ten thousand on, as far as the language writes them so.
 *
 * @param {import('../types.js').Language} language
 * @returns {Translate}
 */
export function translator(language) {
  return (key, parameters = {}) => {
    const entry = dictionaries[language][key] || key;
    return typeof entry === 'function' ? entry(parameters) : fill(entry, parameters);
  };
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} parameters
 */
function fill(text, parameters) {
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = parameters[name];
    // A year has four digits and must not be parted: only the larger numbers are.
    return typeof value === 'number' && value >= 10000 ? grouped(value) : String(value ?? '');
  });
}

/**
 * The language tag for the `lang` attribute.
 * @param {import('../types.js').Language} language
 */
export function tag(language) {
  return language === 'zh' ? 'zh-CN' : 'en';
}
