import { enhance } from './enhance.js';

/* htmx: the CSRF token, what the server has to say about failures, and a bar while it works. */
const csrf = document.querySelector('meta[name=csrf]');

document.addEventListener('htmx:configRequest', event => {
  if (csrf && event.detail.verb !== 'get') event.detail.headers[csrf.dataset.header] = csrf.content;
});

document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.getResponseHeader('HX-Retarget')) event.detail.shouldSwap = true;
});

const failed = event => {
  if (event.detail.xhr?.getResponseHeader('HX-Retarget')) return;
  const alert = document.getElementById('request-failed').content.cloneNode(true);
  alert.firstElementChild.setAttribute('role', 'alert');
  document.getElementById('problem').replaceChildren(alert);
};
['htmx:responseError', 'htmx:sendError', 'htmx:timeout'].forEach(type => document.addEventListener(type, failed));

document.addEventListener('htmx:load', event => enhance(event.detail.elt.parentElement ?? event.detail.elt));

let running = 0;
const busy = change => {
  running = Math.max(0, running + change);
  document.documentElement.toggleAttribute('data-busy', running > 0);
};
document.addEventListener('htmx:beforeSend', () => busy(1));
document.addEventListener('htmx:afterRequest', () => busy(-1));
