import { call } from '../call.js';
import { element } from '../dom.js';
import { all, shown } from './namesakes.js';

const SHOWN = 6;

/** People of the directory under a field, as one types. */
export class Suggestions {
  constructor(input, chosen) {
    this.input = input;
    this.chosen = chosen;
    this.people = [];
    this.current = -1;
    this.list = element('ul', { id: `${input.id}-propositions`, class: 'plain suggestions', role: 'listbox', 'aria-label': input.labels[0]?.textContent ?? '', hidden: true });
    input.closest('.field').append(this.list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.list.id);
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('input', () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.ask(), 200); });
    input.addEventListener('keydown', (event) => this.key(event), { capture: true });
    input.addEventListener('blur', () => setTimeout(() => this.close(), 140));
    this.list.addEventListener('mousedown', (event) => {
      const option = event.target.closest('[role=option]');
      event.preventDefault();
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  get open() {
    return !this.list.hidden;
  }

  async ask() {
    const typed = this.input.value.trim();
    if ([...typed].length < 3) return this.close();
    try {
      const found = await call('GET', `/api/directory/entries?q=${encodeURIComponent(typed)}`);
      if (this.input.value.trim() === typed && document.activeElement === this.input) this.show(found.items.slice(0, SHOWN));
    } catch {
      // Typing an address by hand works all the same.
      this.close();
    }
  }

  show(people) {
    this.people = people.map((person) => ({ ...person, name: [person.givenName, person.name].filter(Boolean).join(' ') }));
    this.current = -1;
    this.list.replaceChildren(...this.people.map((person, index) => this.option(person, index)));
    this.list.hidden = people.length === 0;
    this.input.setAttribute('aria-expanded', String(people.length > 0));
  }

  /** Read aloud it has pauses where the eye sees lines. */
  option(person, index) {
    const traits = all(person, this.people);
    const label = [person.name, ...traits.map(({ text }) => text), person.address].join(', ');
    return element('li', { role: 'option', id: `${this.list.id}-${index}`, 'aria-selected': 'false', 'aria-label': label },
      element('bdi', { class: 'strong' }, person.name),
      element('span', { class: 'small quiet' }, ...shown(traits)),
      element('bdi', { class: 'small quiet' }, person.address));
  }

  key(event) {
    if (!this.open) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.select((this.current + (event.key === 'ArrowDown' ? 1 : -1) + this.people.length) % this.people.length);
    } else if (event.key === 'Enter' && this.current >= 0) {
      event.preventDefault();
      this.choose(this.current);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    }
  }

  select(index) {
    this.current = index;
    [...this.list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    this.input.setAttribute('aria-activedescendant', `${this.list.id}-${index}`);
  }

  choose(index) {
    const person = this.people[index];
    this.close();
    this.chosen(person);
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.current = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}
