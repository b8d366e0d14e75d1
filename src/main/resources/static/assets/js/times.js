/* Times in the zone the reader chose, or else the browser's; UTC, which the server puts there, stays readable on hover. */
const format = timeZone => new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
  timeZone
});
const chosen = () => {
  try {
    return format(document.documentElement.dataset.timeZone);
  } catch (unknownHere) {
    return null;
  }
};
/* Whoever chose no zone has days and times of the browser's zone everywhere, in filters and exports too. */
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (here && !document.documentElement.dataset.timeZone) {
  const [prefix, secure] = location.protocol === 'https:' ? ['__Host-', ';secure'] : ['', ''];
  document.cookie = `${prefix}zone=${here};path=/;max-age=31536000;samesite=lax${secure}`;
}

const absolute = chosen();
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const units = [['day', 86400], ['hour', 3600], ['minute', 60]];
const month = 30 * 86400 * 1000;

const ago = date => {
  const seconds = (date.getTime() - Date.now()) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return unit === 'second' ? 'just now' : relative.format(Math.round(seconds / size), unit);
};

const localize = element => {
  const date = new Date(element.dateTime);
  if (Number.isNaN(date.getTime())) return;
  element.dataset.utc ??= element.title || element.textContent;
  element.dataset.shown ??= element.textContent;
  const text = absolute ? absolute.format(date) : element.dataset.shown;
  const recent = element.dataset.time === 'relative' && Math.abs(Date.now() - date.getTime()) < month;
  element.textContent = recent ? ago(date) : text;
  element.title = recent ? `${text} (${element.dataset.utc})` : element.dataset.utc;
};

/* Writes the times in a piece of the page as its reader wants them. */
export const localTimes = within => within.querySelectorAll('time[data-time]').forEach(localize);
