/**
 * Event, state, render: the only way in which anything changes.
 *
 * @template S, A
 * @param {S} state
 * @param {(state: S, action: A) => S} reduce
 */
export function createStore(state, reduce) {
  /** @type {((state: S, before: S, action: A) => void)[]} */
  const listeners = [];
  return {
    /** @returns {S} */
    get: () => state,
    /** @param {A} action */
    send(action) {
      const before = state;
      state = reduce(before, action);
      if (state !== before) listeners.forEach((listener) => listener(state, before, action));
    },
    /** @param {(state: S, before: S, action: A) => void} listener */
    listen(listener) {
      listeners.push(listener);
    },
  };
}
