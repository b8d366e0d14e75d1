/* A page that may be seen until a time is loaded anew then. */
const day = 24 * 3600 * 1000;

document.querySelectorAll('[data-reload-at]').forEach(element => {
  const wait = new Date(element.dataset.reloadAt).getTime() - Date.now();
  if (wait < day) setTimeout(() => location.reload(), Math.max(0, wait) + 1000);
});
