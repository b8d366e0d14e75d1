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

/* Details beside the list; a click that wants a new tab or window gets it. */
document.addEventListener('click', event => {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (elsewhere && event.target instanceof Element && event.target.closest('a[hx-get]')) event.stopPropagation();
}, true);

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'drawer-content') document.getElementById('drawer').showModal();
});

on('click', '.pb-drawer', (drawer, event) => { if (event.target === drawer) drawer.close(); });
