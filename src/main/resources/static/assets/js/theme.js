import { on } from './events.js';

const root = document.documentElement;

/* Appearance: at once, and without losing what was typed into the page. */
on('submit', '[data-theme-form]', async (form, event) => {
  if (!event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  if (theme === 'system') delete root.dataset.bsTheme; else root.dataset.bsTheme = theme;
  document.querySelectorAll('[data-theme-form] [name=theme]').forEach(button => {
    button.setAttribute('aria-pressed', String(button.value === theme));
  });
  const body = new URLSearchParams(new FormData(form, event.submitter));
  await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
});
