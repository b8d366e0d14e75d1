import { enhance } from './enhance.js';
import { on } from './events.js';

const toasts = document.getElementById('toasts');

/* Toasts stay until closed, or eight seconds without pointer and focus on them; failures stay. */
const arm = toast => {
  let timer;
  const wait = () => { timer = setTimeout(() => toast.remove(), 8000); };
  const hold = () => clearTimeout(timer);
  if (toast.dataset.tone === 'danger') return;
  toast.addEventListener('pointerenter', hold);
  toast.addEventListener('pointerleave', wait);
  toast.addEventListener('focusin', hold);
  toast.addEventListener('focusout', wait);
  wait();
};

const arrived = changes => changes
  .flatMap(change => [...change.addedNodes])
  .filter(node => node instanceof Element)
  .forEach(toast => {
    enhance(toast.parentElement);
    arm(toast);
  });

if (toasts) {
  new MutationObserver(arrived).observe(toasts, { childList: true });
  /* Only what is put into a live region after the page is read aloud. */
  const waiting = [...toasts.children];
  setTimeout(() => toasts.replaceChildren(...waiting), 100);
}

on('click', '[data-toast-close]', button => button.closest('.pb-toast').remove());
