import { announce, element, icon } from '../dom.js';
import { say } from '../language.js';
import { brief, shown } from './namesakes.js';

/** The directory over the form: A: and CC: collect people, Valider puts them into the fields. */
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
      chosen[list] = new Map(fields[list].addresses().map((address) => [address, fields[list].person(address)]));
    }
    refresh();
    dialog.showModal();
    form.querySelector('input[type=search]').focus();
  }));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { name, value } = event.submitter ?? {};
    if (name === 'a' || name === 'cc') {
      choose(name, { ...event.submitter.closest('.person-row').dataset, address: value });
    } else {
      htmx.trigger(form.querySelector('input[type=search]'), 'input');
    }
  });
  // A card opens beside the form, never instead of it.
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

  function choose(list, person) {
    if (chosen[list].has(person.address)) {
      announce(say('already-selected', person.name));
    } else {
      chosen[list === 'a' ? 'cc' : 'a'].delete(person.address);
      chosen[list].set(person.address, person);
      announce(say('selected', [person.name, ...brief(person, everybody()).map(({ text }) => text)].join(', ')));
    }
    refresh();
  }

  function everybody() {
    return [...chosen.a.values(), ...chosen.cc.values()];
  }

  function refresh() {
    for (const list of ['a', 'cc']) {
      dialog.querySelector(`[data-selected=${list}]`).replaceChildren(...[...chosen[list]].map(([address, person]) => element('li', {},
        element('span', { class: 'chosen' }, element('bdi', { title: address }, person.name), element('span', { class: 'small quiet' }, ...shown(brief(person, everybody())))),
        element('button', { type: 'button', class: 'quiet-button', 'aria-label': say('remove', person.name), onclick: () => { chosen[list].delete(address); refresh(); } }, icon('x')))));
      form.querySelectorAll(`button[name=${list}]`).forEach((button) => button.setAttribute('aria-pressed', String(chosen[list].has(button.value))));
    }
  }
}
