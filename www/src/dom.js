/**
 * The one way in which the page makes elements. Text is only ever set as text.
 */

/**
 * @typedef {Children[]} ChildList
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {Child | ChildList} Children
 */

/**
 * Makes an element. Properties that begin with `on` are listeners; `class` and everything with
 * a hyphen are attributes; a value of null, undefined or false leaves the attribute out.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, any>} [properties]
 * @param {...Children} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const key of Object.keys(properties)) set(element, key, properties[key]);
  append(element, children);
  return element;
}

/**
 * @param {HTMLElement} element
 * @param {string} key
 * @param {any} value
 */
function set(element, key, value) {
  if (value == null || value === false) return;
  if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
  else element.setAttribute(key, value === true ? '' : String(value));
}

/**
 * Sets an attribute where it is another: an engine may lay out anew even for the same.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function attribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * @param {Node} parent
 * @param {Children[]} children
 */
function append(parent, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child instanceof Node) parent.appendChild(child);
    else if (child != null && child !== false) parent.appendChild(document.createTextNode(String(child)));
  }
}

/**
 * Puts new content in the place of the old. The focus goes back to the element with the same
 * `data-key`; where there is none any more, to the slot itself, so that it is never lost.
 *
 * @param {HTMLElement} slot
 * @param {Children} content
 */
export function replace(slot, content) {
  keepFocus(slot, () => {
    slot.textContent = '';
    append(slot, [content]);
  });
}

/**
 * Makes `nodes` the children of an element; those that are there already are not touched.
 *
 * @param {Element} parent
 * @param {Node[]} nodes
 */
export function patch(parent, nodes) {
  const wanted = new Set(nodes);
  // What goes, goes first: then what stays need not be moved, and moving is drawing anew.
  for (const node of Array.from(parent.childNodes)) {
    if (!wanted.has(node)) parent.removeChild(node);
  }
  let at = parent.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

/**
 * @param {HTMLElement} slot
 * @param {() => void} change
 */
export function keepFocus(slot, change) {
  const active = slot.contains(document.activeElement) && document.activeElement !== slot ? document.activeElement : null;
  const key = active?.closest('[data-key]')?.getAttribute('data-key');
  change();
  if (!active || (active.isConnected && document.activeElement === active)) return;
  focus((key && slot.querySelector(`[data-key="${CSS.escape(key)}"]`)) || slot);
}

/**
 * Calls when what was drawn until now stands on the screen: asked then, measures cost nothing.
 * @param {() => void} call
 */
export function afterFrame(call) {
  requestAnimationFrame(() => setTimeout(call));
}

/**
 * Gives an element the focus without moving the page.
 * @param {Element | null | undefined} element
 */
export function focus(element) {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}
