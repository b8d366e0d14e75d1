import { on } from './events.js';

/* What a form waits for has to be typed before its button works. */
document.querySelectorAll('button[data-when-valid]').forEach(button => {
  const fields = [...button.form.elements];
  const ready = () => { button.disabled = fields.some(field => field.willValidate && !field.validity.valid); };
  fields.forEach(field => field.addEventListener('input', ready));
  addEventListener('pageshow', ready);
  ready();
});

/* Numbers with a button on either side. */
on('click', '[data-step]', button => {
  const number = button.parentElement.querySelector('input');
  if (button.dataset.step < 0) number.stepDown(); else number.stepUp();
});

/* What is typed in that field already goes along. */
on('click', 'a[data-carry]', link => {
  const field = document.getElementById(link.dataset.carry);
  const to = new URL(link.href);
  if (field && field.value) to.searchParams.set(field.name, field.value);
  link.href = to;
});

/* A second click on a form that is on its way does nothing. */
const answeredInPlace = '[hx-post]:not([data-zoned]), [data-theme-form], [data-banner-dismiss], [data-download]';

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post' || form.matches(answeredInPlace)) return;
  if (form.dataset.sent !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = '';
  event.submitter?.setAttribute('aria-busy', 'true');
});

addEventListener('pageshow', () => document.querySelectorAll('[data-sent]').forEach(form => {
  delete form.dataset.sent;
  for (const button of form.elements) button.removeAttribute('aria-busy');
}));
