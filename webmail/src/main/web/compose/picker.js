import { announce, element, icon, say } from '../words.js';

/** The directory over the letter: A: and CC: collect people, Valider puts them into the fields. */
export function startPicker(fields, htmx) {
  const dialog = document.getElementById('annuaire');
  const form = dialog.querySelector('[data-picker]');
  const chosen = { a: new Map(), cc: new Map() };
  let opener = null;

  document.querySelectorAll('[data-directory]').forEach((link) => link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opener = link.dataset.directory;
    for (const list of ['a', 'cc']) {
      fields[list].take();
      chosen[list] = new Map(fields[list].addresses().map((address) => [address, fields[list].people.get(address).querySelector('bdi').textContent]));
    }
    refresh();
    dialog.showModal();
    form.querySelector('input[type=search]').focus();
  }));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { name, value, dataset } = event.submitter ?? {};
    if (name === 'a' || name === 'cc') {
      choose(name, value, dataset.name);
    } else {
      htmx.trigger(form.querySelector('input[type=search]'), 'input');
    }
  });
  // A card opens beside the letter, never instead of it.
  form.addEventListener('click', (event) => {
    const card = event.target.closest('a[href]');
    if (card) card.target = '_blank';
  });
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  dialog.querySelector('[data-validate]').addEventListener('click', () => {
    fields.a.replace([...chosen.a.keys()]);
    fields.cc.replace([...chosen.cc.keys()]);
    dialog.close();
  });
  dialog.addEventListener('close', () => fields[opener]?.focus());
  dialog.addEventListener('htmx:afterSettle', refresh);

  function choose(list, address, name) {
    if (chosen[list].has(address)) {
      announce(say('already-selected', name));
    } else {
      chosen[list === 'a' ? 'cc' : 'a'].delete(address);
      chosen[list].set(address, name);
      announce(say('selected', name));
    }
    refresh();
  }

  function refresh() {
    for (const list of ['a', 'cc']) {
      dialog.querySelector(`[data-selected=${list}]`).replaceChildren(...[...chosen[list]].map(([address, name]) => element('li', {},
        element('bdi', { title: address }, name),
        element('button', { type: 'button', class: 'quiet-button', 'aria-label': say('remove', name), onclick: () => { chosen[list].delete(address); refresh(); } }, icon('x')))));
      form.querySelectorAll(`button[name=${list}]`).forEach((button) => button.setAttribute('aria-pressed', String(chosen[list].has(button.value))));
    }
  }
}
