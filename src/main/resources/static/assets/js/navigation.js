import { on } from './events.js';

const root = document.documentElement;

/* Left navigation: remembered by a cookie, so that the server draws it right from the start. */
on('click', '[data-nav-toggle]', button => {
  const collapsed = root.dataset.nav !== 'collapsed';
  if (collapsed) root.dataset.nav = 'collapsed'; else delete root.dataset.nav;
  button.setAttribute('aria-expanded', String(!collapsed));
  document.querySelectorAll('.pb-nav-link').forEach(link => {
    if (collapsed) link.title = link.textContent.trim(); else link.removeAttribute('title');
  });
  const [prefix, secure] = location.protocol === 'https:' ? ['__Host-', ';secure'] : ['', ''];
  document.cookie = `${prefix}nav=${collapsed ? 'collapsed' : 'open'};path=/;max-age=31536000;samesite=lax${secure}`;
});
