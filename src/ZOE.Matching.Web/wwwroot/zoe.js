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
// Words of the vocabulary while typing, as a native list. data-suggest holds an address, a kind of concept, or "[name]" of the field that holds the kind.
const suggestions = (input, typed) => {
  const from = input.dataset.suggest;
  if (from.startsWith('/')) return `${from}?${new URLSearchParams({ q: typed })}`;
  const field = from.match(/^\[(.*)\]$/);
  const kind = field ? input.form.elements.namedItem(field[1].replace('*', input.name.match(/\d+/)?.[0] ?? ''))?.value ?? '' : from;
  return `/suggestions/concepts?${new URLSearchParams({ kind, q: typed })}`;
};
for (const input of document.querySelectorAll('input[data-suggest]')) {
  if (!input.list) {
    const list = document.createElement('datalist');
    list.id = `${input.id}-names`;
    input.after(list);
    input.setAttribute('list', list.id);
  }
  let wait, asked = '';
  input.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(async () => {
      const typed = input.value.trim(), address = suggestions(input, typed);
      if (typed.length < 2 || address === asked) return;
      asked = address;
      try {
        const answer = await fetch(address, { headers: { Accept: 'application/json' } });
        if (answer.ok && address === asked) input.list.replaceChildren(...(await answer.json()).map((word) => new Option(word, word)));
      } catch {
        // Without an answer the field is a plain one.
      }
    }, 200);
  });
}

// Filters stand open where there is room beside the hits; on a phone the hits come first.
if (matchMedia('(min-width: 48rem)').matches) {
  for (const details of document.querySelectorAll('details[data-open-wide]')) details.open = true;
}
