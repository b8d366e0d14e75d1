/* Forms with times: what the server wrote in UTC is shown, and what is typed is meant, in the reader's zone. */
const local = field => {
  const date = new Date(`${field.value}Z`);
  if (!field.value || Number.isNaN(date.getTime())) return;
  field.value = new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
};

document.querySelectorAll('form[data-zoned]').forEach(form => {
  const zone = form.querySelector('[name=zone]');
  if (zone.value === 'UTC') {
    form.querySelectorAll('input[type=datetime-local]').forEach(local);
    zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  form.querySelector('[data-zone-name]').textContent = zone.value;
});
