import { announceCopied } from './announce.js';
import { on } from './events.js';

on('click', '[data-copy]', async button => {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.dataset.copied = '';
  announceCopied();
  setTimeout(() => { delete button.dataset.copied; }, 2000);
});
