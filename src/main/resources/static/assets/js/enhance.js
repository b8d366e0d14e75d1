import { localTimes } from './times.js';

/* Controls that would do nothing without JavaScript come hidden. */
const scripted = '[data-copy], [data-toast-close], [data-nav-toggle], [data-step], [data-scripted]';

/* What a piece of the page needs, when it came with the page and when it comes later. */
export const enhance = within => {
  localTimes(within);
  within.querySelectorAll('input[type=date], input[type=datetime-local]').forEach(field => { field.lang = navigator.language; });
  within.querySelectorAll(scripted).forEach(element => { element.hidden = false; });
};
