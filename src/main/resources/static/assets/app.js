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
    within.querySelectorAll('[data-copy], [data-toast-close], [data-nav-toggle], [data-step], [data-scripted]').forEach(element => { element.hidden = false; });
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

  /* What a form waits for has to be typed before its button works. */
  document.querySelectorAll('button[data-when-valid]').forEach(button => {
    const ready = () => { button.disabled = [...button.form.elements].some(field => field.willValidate && !field.validity.valid); };
    [...button.form.elements].forEach(field => field.addEventListener('input', ready));
    addEventListener('pageshow', ready);
    ready();
  });

  /* A page that may be seen until a time is loaded anew then. */
  document.querySelectorAll('[data-reload-at]').forEach(element => {
    const wait = new Date(element.dataset.reloadAt).getTime() - Date.now();
    if (wait < 24 * 3600 * 1000) setTimeout(() => location.reload(), Math.max(0, wait) + 1000);
  });

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
  /* What is typed in that field already goes along. */
  on('click', 'a[data-carry]', link => {
    const field = document.getElementById(link.dataset.carry);
    const to = new URL(link.href);
    if (field && field.value) to.searchParams.set(field.name, field.value);
    link.href = to;
  });
  on('click', '[data-toast-close]', button => button.closest('.pb-toast').remove());

  /* Banners: one at a time, the one put away goes at once, and each is read aloud on the first page that has it only. */
  const banners = () => [...document.querySelectorAll('.pb-banners > .pb-banner')];
  const showBanner = banner => {
    banners().forEach(other => { delete other.dataset.current; });
    if (banner) banner.dataset.current = 'true';
  };
  on('click', '[data-banner-turn]', button => {
    const all = banners();
    const next = all[all.indexOf(button.closest('.pb-banner')) + Number(button.dataset.bannerTurn)];
    if (!next) return;
    showBanner(next);
    const same = next.querySelector(`[data-banner-turn="${button.dataset.bannerTurn}"]`);
    (same.disabled ? next.querySelector('[data-banner-turn]:not(:disabled)') : same).focus();
    announce(next.querySelector('.pb-banner-text').innerText);
  });
  const renumberBanners = () => {
    const all = banners();
    all.forEach((banner, at) => {
      const pager = banner.querySelector('.pb-banner-pager');
      if (all.length < 2) { pager?.remove(); return; }
      pager.querySelector('.pb-banner-place').textContent = `${at + 1}/${all.length}`;
      pager.querySelector('[data-banner-turn="-1"]').disabled = at === 0;
      pager.querySelector('[data-banner-turn="1"]').disabled = at === all.length - 1;
    });
    if (all.length === 0) document.querySelector('.pb-banners')?.remove();
  };
  on('submit', '[data-banner-dismiss]', async (form, event) => {
    event.preventDefault();
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
    if (answer.type !== 'opaqueredirect') { form.submit(); return; }
    const all = banners();
    const at = all.indexOf(form.closest('.pb-banner'));
    const next = all[at + 1] ?? all[at - 1];
    all[at].remove();
    showBanner(next);
    renumberBanners();
    const focus = next?.querySelector('button:not(:disabled)') ?? document.getElementById('content');
    focus.focus();
  });
  const unheard = () => {
    const heard = new Set(JSON.parse(sessionStorage.getItem('banners') ?? '[]'));
    const fresh = banners().filter(banner => !heard.has(banner.dataset.key));
    sessionStorage.setItem('banners', JSON.stringify(banners().map(banner => banner.dataset.key)));
    return fresh.map(banner => banner.querySelector('.pb-banner-text').textContent.replace(/\s+/g, ' ').trim());
  };
  const news = unheard();
  if (news.length > 0) announce(news.join(' '));

  /* Forms with times: what the server wrote in UTC is shown, and what is typed is meant, in the reader's zone. */
  document.querySelectorAll('form[data-zoned]').forEach(form => {
    const zone = form.querySelector('[name=zone]');
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone.value === 'UTC') form.querySelectorAll('input[type=datetime-local]').forEach(field => {
      const date = new Date(`${field.value}Z`);
      if (!field.value || Number.isNaN(date.getTime())) return;
      field.value = new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
    });
    if (zone.value === 'UTC') zone.value = own;
    form.querySelector('[data-zone-name]').textContent = zone.value;
  });

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
    if (event.defaultPrevented || form.method !== 'post' || form.matches('[hx-post]:not([data-zoned]), [data-theme-form], [data-banner-dismiss], [data-download]')) return;
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
  /* What asks by itself does so only while somebody is there: asking would keep the session alive for good. */
  let present = Date.now();
  ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focus'].forEach(type => addEventListener(type, () => { present = Date.now(); }, { passive: true, capture: true }));
  document.addEventListener('htmx:beforeRequest', event => {
    const nobody = document.hidden || Date.now() - present > 5 * 60 * 1000;
    if (event.detail.elt.matches('[data-while-present]') && nobody) event.preventDefault();
  });

  /* What somebody has ticked is not taken from under their hands. */
  ['htmx:beforeSwap', 'htmx:oobBeforeSwap'].forEach(type => document.addEventListener(type, event => {
    const target = event.detail.target;
    if (target.matches('[data-while-present]') && target.querySelector('input:checked')) event.detail.shouldSwap = false;
  }));

  /* Filters that are not set do not stand in the address. */
  document.addEventListener('formdata', event => {
    if (!event.target.matches('[data-filters]')) return;
    [...event.formData].filter(([, value]) => value === '').forEach(([name]) => event.formData.delete(name));
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

  let running = 0;
  const busy = change => { running = Math.max(0, running + change); root.toggleAttribute('data-busy', running > 0); };
  document.addEventListener('htmx:beforeSend', () => busy(1));
  document.addEventListener('htmx:afterRequest', () => busy(-1));

  enhance(document);
})();
