/* Keys that work wherever nobody is typing, until somebody turns them off. */
const dialog = document.getElementById('shortcuts');
const off = dialog?.querySelector('[data-shortcuts-off]');
const kept = 'patchbay.shortcuts';
let going = 0;

const open = key => document.querySelector(`.pb-nav-link[data-key="${key}"]`)?.click();
const typing = target => target.closest('input, textarea, select, [contenteditable]') || document.querySelector('dialog[open]');

if (off) {
  off.checked = localStorage.getItem(kept) === 'off';
  off.addEventListener('change', () => localStorage.setItem(kept, off.checked ? 'off' : 'on'));
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1 || typing(event.target)) return;
    if (event.key !== '?' && off.checked) return;
    if (event.key === '/') {
      event.preventDefault();
      const field = document.getElementById('search');
      if (field?.checkVisibility()) field.focus(); else document.querySelector('.pb-top-find')?.click();
    } else if (event.key === '?') {
      dialog.showModal();
    } else if (event.key === 'g') {
      going = event.timeStamp;
    } else if (event.timeStamp - going < 1500) {
      going = 0;
      open(event.key);
    }
  });
}
