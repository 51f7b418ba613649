// Extras only: every page works without this file.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const note = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(note.value);
      button.parentElement.querySelector('[role=status]').textContent = button.dataset.copied;
    } catch {
      note.focus();
      note.select();
    }
  });
}
