/* Filters that are not set do not stand in the address. */
document.addEventListener('formdata', event => {
  if (!event.target.matches('[data-filters]')) return;
  [...event.formData].filter(([, value]) => value === '').forEach(([name]) => event.formData.delete(name));
});
