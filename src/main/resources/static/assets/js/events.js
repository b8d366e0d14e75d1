/* Listens for events on all elements, those that come later as well, that a selector matches. */
export const on = (type, selector, listener) => document.addEventListener(type, event => {
  const element = event.target instanceof Element ? event.target.closest(selector) : null;
  if (element) listener(element, event);
});
