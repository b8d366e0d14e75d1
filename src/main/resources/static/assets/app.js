/* What pages gain by JavaScript; all of them work without. */
(() => {
  'use strict';

  const root = document.documentElement;
  const announcer = document.getElementById('announcer');
  const toasts = document.getElementById('toasts');

  const on = (type, selector, listener) => document.addEventListener(type, event => {
    const element = event.target instanceof Element ? event.target.closest(selector) : null;
    if (element) listener(element, event);
  });

  const announce = text => {
    if (!announcer) return;
    announcer.textContent = '';
    setTimeout(() => { announcer.textContent = text; }, 50);
  };

  /* Times in the zone the reader chose, or else the browser's; UTC, which the server puts there, stays readable on hover. */
  const format = timeZone => new Intl.DateTimeFormat('en-GB', {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short', timeZone
  });
  const chosen = () => {
    try { return format(root.dataset.timeZone); } catch (unknownHere) { return null; }
  };
  const absolute = chosen();
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  const units = [['day', 86400], ['hour', 3600], ['minute', 60]];

  const ago = date => {
    const seconds = (date.getTime() - Date.now()) / 1000;
    const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
    return unit === 'second' ? 'just now' : relative.format(Math.round(seconds / size), unit);
  };

  const localTimes = within => within.querySelectorAll('time[data-time]').forEach(element => {
    const date = new Date(element.dateTime);
    if (Number.isNaN(date.getTime())) return;
    element.dataset.utc ??= element.title || element.textContent;
    element.dataset.shown ??= element.textContent;
    const text = absolute ? absolute.format(date) : element.dataset.shown;
    const recent = element.dataset.time === 'relative' && Math.abs(Date.now() - date.getTime()) < 30 * 86400 * 1000;
    element.textContent = recent ? ago(date) : text;
    element.title = recent ? `${text} (${element.dataset.utc})` : element.dataset.utc;
  });

  /* Controls that would do nothing without JavaScript come hidden. */
  const enhance = within => {
    localTimes(within);
    within.querySelectorAll('[data-copy], [data-toast-close], [data-nav-toggle], [data-step]').forEach(element => { element.hidden = false; });
  };

  on('click', '[data-copy]', async button => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.dataset.copied = '';
    announce(announcer.dataset.copied);
    setTimeout(() => { delete button.dataset.copied; }, 2000);
  });

  /* Dialogs: the browser keeps the focus inside, closes on Esc and gives the focus back. */
  on('click', '[data-dialog-open]', (opener, event) => {
    const dialog = document.getElementById(opener.dataset.dialogOpen);
    if (!(dialog instanceof HTMLDialogElement) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    dialog.showModal();
  });

  document.querySelectorAll('dialog[data-dialog-now]').forEach(dialog => { dialog.close(); dialog.showModal(); });

  /* Numbers with a button on either side. */
  on('click', '[data-step]', button => {
    const number = button.parentElement.querySelector('input');
    if (button.dataset.step < 0) number.stepDown(); else number.stepUp();
  });

  /* License keys: nothing to activate before there is one, and a typing error is told before it is sent. */
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  const mistyped = text => {
    const places = [...text.toUpperCase().replace(/[\s\p{Pd}]/gu, '')].map(letter => alphabet.indexOf(letter));
    const weighted = weight => places.reduce((sum, place, at) => sum + place * weight(at), 0) % 31;
    return places.length !== 25 || places.includes(-1) || weighted(() => 1) !== 0 || weighted(at => at + 1) !== 0;
  };
  document.querySelectorAll('form[data-license-key]').forEach(form => {
    const field = form.querySelector('input[name=key]');
    const button = form.querySelector('button');
    const problem = form.querySelector('.pb-error');
    const ready = () => { button.disabled = field.value.trim() === ''; };
    field.addEventListener('input', ready);
    addEventListener('pageshow', ready);
    ready();
    form.addEventListener('submit', event => {
      if (!mistyped(field.value)) return;
      event.preventDefault();
      problem.textContent = form.dataset.typo;
      field.classList.add('is-invalid');
      field.setAttribute('aria-invalid', 'true');
      field.focus();
    });
  });

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

  if (toasts) {
    new MutationObserver(changes => changes.flatMap(change => [...change.addedNodes])
      .filter(node => node instanceof Element)
      .forEach(toast => { enhance(toast.parentElement); arm(toast); })).observe(toasts, { childList: true });
    /* Only what is put into a live region after the page is read aloud. */
    const waiting = [...toasts.children];
    setTimeout(() => toasts.replaceChildren(...waiting), 100);
  }
  on('click', '[data-toast-close]', button => button.closest('.pb-toast').remove());

  /* Left navigation: remembered by a cookie, so that the server draws it right from the start. */
  on('click', '[data-nav-toggle]', button => {
    const collapsed = root.dataset.nav !== 'collapsed';
    if (collapsed) root.dataset.nav = 'collapsed'; else delete root.dataset.nav;
    button.setAttribute('aria-expanded', String(!collapsed));
    document.querySelectorAll('.pb-nav-link').forEach(link => {
      if (collapsed) link.title = link.textContent.trim(); else link.removeAttribute('title');
    });
    document.cookie = `nav=${collapsed ? 'collapsed' : 'open'};path=/;max-age=31536000;samesite=lax`;
  });

  /* Appearance: at once, and without losing what was typed into the page. */
  on('submit', '[data-theme-form]', async (form, event) => {
    if (!event.submitter) return;
    event.preventDefault();
    const theme = event.submitter.value;
    if (theme === 'system') delete root.dataset.bsTheme; else root.dataset.bsTheme = theme;
    document.querySelectorAll('[data-theme-form] [name=theme]').forEach(button => button.setAttribute('aria-pressed', String(button.value === theme)));
    const body = new URLSearchParams(new FormData(form, event.submitter));
    await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
  });

  /* A second click on a form that is on its way does nothing. */
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || form.matches('[hx-post], [data-theme-form]')) return;
    if (form.dataset.sent !== undefined) { event.preventDefault(); return; }
    form.dataset.sent = '';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => document.querySelectorAll('[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
  }));

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
  const busy = change => { running = Math.max(0, running + change); root.toggleAttribute('data-busy', running > 0); };
  document.addEventListener('htmx:beforeRequest', () => busy(1));
  document.addEventListener('htmx:afterRequest', () => busy(-1));

  enhance(document);
})();
