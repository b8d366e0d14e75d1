import { announce } from './announce.js';
import { on } from './events.js';

/* Banners: one at a time, the one put away goes at once, and each is read aloud on the first page that has it only. */
const banners = () => [...document.querySelectorAll('.pb-banners > .pb-banner')];

const show = banner => {
  banners().forEach(other => { delete other.dataset.current; });
  if (banner) banner.dataset.current = 'true';
};

const renumber = () => {
  const all = banners();
  all.forEach((banner, at) => {
    const pager = banner.querySelector('.pb-banner-pager');
    if (all.length < 2) {
      pager?.remove();
      return;
    }
    pager.querySelector('.pb-banner-place').textContent = `${at + 1}/${all.length}`;
    pager.querySelector('[data-banner-turn="-1"]').disabled = at === 0;
    pager.querySelector('[data-banner-turn="1"]').disabled = at === all.length - 1;
  });
  if (all.length === 0) document.querySelector('.pb-banners')?.remove();
};

on('click', '[data-banner-turn]', button => {
  const all = banners();
  const next = all[all.indexOf(button.closest('.pb-banner')) + Number(button.dataset.bannerTurn)];
  if (!next) return;
  show(next);
  const same = next.querySelector(`[data-banner-turn="${button.dataset.bannerTurn}"]`);
  (same.disabled ? next.querySelector('[data-banner-turn]:not(:disabled)') : same).focus();
  announce(next.querySelector('.pb-banner-text').innerText);
});

on('submit', '[data-banner-dismiss]', async (form, event) => {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
  if (answer.type !== 'opaqueredirect') {
    form.submit();
    return;
  }
  const all = banners();
  const at = all.indexOf(form.closest('.pb-banner'));
  const next = all[at + 1] ?? all[at - 1];
  all[at].remove();
  show(next);
  renumber();
  const focus = next?.querySelector('button:not(:disabled)') ?? document.getElementById('content');
  focus.focus();
});

const unheard = () => {
  const heard = new Set(JSON.parse(sessionStorage.getItem('banners') ?? '[]'));
  const fresh = banners().filter(banner => !heard.has(banner.dataset.key));
  sessionStorage.setItem('banners', JSON.stringify(banners().map(banner => banner.dataset.key)));
  return fresh.map(banner => banner.querySelector('.pb-banner-text').textContent.replace(/\s+/g, ' ').trim());
};

const tell = () => {
  const news = unheard();
  if (news.length > 0) announce(news.join(' '));
};
tell();

/* The bell brings the banners as they are by now. Those that are there already stay, with what their reader does with them. */
const keys = within => [...within.querySelectorAll('.pb-banner')].map(banner => banner.dataset.key).join('\n');

document.addEventListener('htmx:oobBeforeSwap', event => {
  const { target, fragment } = event.detail;
  if (target.id === 'banners' && keys(target) === keys(fragment)) event.detail.shouldSwap = false;
});
document.addEventListener('htmx:oobAfterSwap', event => {
  if (event.detail.target.id === 'banners') tell();
});
