import { on } from './events.js';

/* What is chosen in a list is sent with each search in it. An answer that does not know the newest choices is asked for anew. */
const known = new WeakMap();

const choices = list => [...list.querySelectorAll('input, select')]
  .map(field => `${field.name}=${field.value} ${field.checked}`)
  .join('\n');

document.addEventListener('htmx:beforeSend', event => {
  const { target, xhr } = event.detail;
  if (target.matches('[data-choices]')) known.set(xhr, choices(target));
});

document.addEventListener('htmx:beforeSwap', event => {
  const { target, xhr, requestConfig } = event.detail;
  if (!event.detail.shouldSwap || !target.matches('[data-choices]') || known.get(xhr) === choices(target)) return;
  event.detail.shouldSwap = false;
  window.htmx.ajax(requestConfig.verb, requestConfig.path, { source: requestConfig.elt });
});

/* Where the address has them, whoever comes back finds them as they were. */
on('change', '[data-choices-in-address] input', input => {
  const chosen = input.closest('[data-choices-in-address]').querySelectorAll(`[name="${input.name}"]:checked`);
  const address = new URL(location);
  address.searchParams.delete(input.name);
  chosen.forEach(({ name, value }) => address.searchParams.append(name, value));
  history.replaceState(history.state, '', address);
});
