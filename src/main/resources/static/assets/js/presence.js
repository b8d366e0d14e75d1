/* What asks by itself does so only while somebody is there: asking would keep the session alive for good. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focus'];
const patience = 5 * 60 * 1000;

let present = Date.now();
const seen = () => { present = Date.now(); };
signs.forEach(type => addEventListener(type, seen, { passive: true, capture: true }));

document.addEventListener('htmx:beforeRequest', event => {
  const nobody = document.hidden || Date.now() - present > patience;
  if (event.detail.elt.matches('[data-while-present]') && nobody) event.preventDefault();
});

/* What somebody has ticked is not taken from under their hands. */
const keepTicked = event => {
  const target = event.detail.target;
  if (target.matches('[data-while-present]') && target.querySelector('input:checked')) event.detail.shouldSwap = false;
};
['htmx:beforeSwap', 'htmx:oobBeforeSwap'].forEach(type => document.addEventListener(type, keepTicked));
