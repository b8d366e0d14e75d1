const announcer = document.getElementById('announcer');

/* Has screen readers read a text; the same text twice is read twice. */
export const announce = text => {
  if (!announcer) return;
  announcer.textContent = '';
  setTimeout(() => { announcer.textContent = text; }, 50);
};

/* Has them read that something was copied. */
export const announceCopied = () => announce(announcer?.dataset.copied);
