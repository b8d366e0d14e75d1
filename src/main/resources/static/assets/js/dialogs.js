import { on } from './events.js';

/* Dialogs: the browser keeps the focus inside, closes on Esc and gives the focus back. */
on('click', '[data-dialog-open]', (opener, event) => {
  const dialog = document.getElementById(opener.dataset.dialogOpen);
  if (!(dialog instanceof HTMLDialogElement) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  dialog.showModal();
});

document.querySelectorAll('dialog[data-dialog-now]').forEach(dialog => {
  dialog.close();
  dialog.showModal();
});

/* A page that is a dialog: Cancel and Esc go back to where one came from, or to where Cancel leads. */
document.querySelectorAll('dialog[data-dialog-back]').forEach(dialog => {
  const cancel = dialog.querySelector('[data-dialog-cancel]');
  const back = event => {
    event.preventDefault();
    sessionStorage.setItem('pb-opener', location.pathname);
    const from = document.referrer && new URL(document.referrer);
    if (from && from.origin === location.origin && from.pathname !== location.pathname && history.length > 1) history.back();
    else location.assign(cancel.href);
  };
  dialog.addEventListener('cancel', back);
  cancel.addEventListener('click', event => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) back(event); });
});

/* What had opened it has the focus again. */
window.addEventListener('pageshow', () => {
  const opened = sessionStorage.getItem('pb-opener');
  if (!opened || opened === location.pathname) return;
  sessionStorage.removeItem('pb-opener');
  document.querySelector(`a[href="${opened}"]`)?.focus();
});

/* Details beside the list; a click that wants a new tab or window gets it. */
document.addEventListener('click', event => {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (elsewhere && event.target instanceof Element && event.target.closest('a[hx-get]')) event.stopPropagation();
}, true);

document.addEventListener('htmx:afterSwap', event => {
  const drawer = event.detail.target.closest('dialog.pb-drawer');
  if (drawer && !drawer.open) drawer.showModal();
});

on('click', '.pb-drawer', (drawer, event) => { if (event.target === drawer) drawer.close(); });
