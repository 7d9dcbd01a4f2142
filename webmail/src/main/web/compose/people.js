import { call } from '../call.js';
import { announce, element, icon } from '../dom.js';
import { say } from '../language.js';
import { brief, namesake, shown } from './namesakes.js';
import { Suggestions } from './suggestions.js';

/**
 * One field of people: addresses become chips that say who it is, or why it cannot be reached. Fields of one circle
 * stand together, so that people of the same name in any of them are told apart.
 */
export class People {
  constructor(field, changed, circle = []) {
    this.changed = changed;
    this.circle = circle;
    this.people = new Map();
    this.known = new Map();
    circle.push(this);
    this.box = field.querySelector('.chips');
    this.input = field.querySelector('input');
    this.label = field.querySelector('label').textContent;
    const typed = this.input.value;
    this.input.value = '';
    this.input.removeAttribute('name');
    addressesIn(typed).forEach((address) => this.add(address, true));
    this.suggestions = new Suggestions(this.input, (person) => { this.input.value = ''; this.add(person.address); });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => { if (!this.suggestions.open) this.take(); }, 150));
    this.input.addEventListener('input', () => { if (/[,;]\s*$/.test(this.input.value)) this.take(); });
    this.input.addEventListener('paste', (event) => {
      const pasted = event.clipboardData.getData('text');
      if (/[,;\n<]/.test(pasted)) {
        event.preventDefault();
        addressesIn(pasted).forEach((address) => this.add(address));
      }
    });
    this.box.addEventListener('click', (event) => { if (event.target === this.box) this.input.focus(); });
  }

  addresses() {
    return [...this.people.keys()];
  }

  bad() {
    return [...this.people].filter(([, chip]) => chip.classList.contains('bad')).map(([address]) => address);
  }

  focus() {
    this.input.focus();
  }

  /** What is in the field becomes chips. */
  take() {
    const typed = addressesIn(this.input.value);
    this.input.value = '';
    this.suggestions?.close();
    typed.forEach((address) => this.add(address));
  }

  key(event) {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' || (event.key === ' ' && this.input.value.includes('@')) || (event.key === 'Tab' && this.input.value.trim())) {
      if (event.key !== 'Tab') event.preventDefault();
      this.take();
    } else if (event.key === 'Backspace' && !this.input.value && this.people.size) {
      this.remove([...this.people.keys()].at(-1));
    }
  }

  add(address, silently = false) {
    if (this.people.has(address)) return;
    const more = element('span', { class: 'chip-more' }, say('checking'));
    const chip = element('span', { class: 'chip', title: address, role: 'group', 'aria-label': address },
      element('span', { class: 'chip-text' }, element('bdi', {}, address), more),
      element('button', { type: 'button', 'aria-label': say('remove', address), onclick: () => { this.remove(address); this.input.focus(); } }, icon('x')));
    this.people.set(address, chip);
    this.input.before(chip);
    if (!silently) this.changed();
    this.check(address, chip, more, silently);
  }

  remove(address) {
    this.people.get(address)?.remove();
    this.people.delete(address);
    this.known.delete(address);
    this.tellApart();
    this.changed();
  }

  replace(addresses) {
    this.addresses().filter((address) => !addresses.includes(address)).forEach((address) => this.remove(address));
    addresses.forEach((address) => this.add(address));
  }

  /** Who somebody is, as far as it was told. */
  person(address) {
    return this.known.get(address) ?? { address, name: address };
  }

  /** Somebody came or went: all chips of the circle say again whom they mean. */
  tellApart() {
    const everybody = this.circle.flatMap((field) => [...field.known.values()]);
    for (const field of this.circle) {
      for (const [address, person] of field.known) {
        const traits = brief(person, everybody);
        const chip = field.people.get(address);
        const more = chip.querySelector('.chip-more');
        chip.classList.toggle('namesake', namesake(person, everybody));
        chip.setAttribute('aria-label', [person.name, ...traits.map(({ text }) => text), address].join(', '));
        chip.querySelector('bdi').textContent = person.name;
        more.replaceChildren(...shown(traits));
        more.hidden = traits.length === 0;
      }
    }
  }

  async check(address, chip, more, silently) {
    try {
      const person = await call('GET', `/api/mailbox/recipients?address=${encodeURIComponent(address)}`);
      chip.classList.toggle('bad', !person.reachable);
      if (person.reachable && this.people.get(address) === chip) {
        this.known.set(address, { ...person, address, name: person.name || address });
        this.tellApart();
      } else if (!person.reachable) {
        const reason = say(`reason.${person.reason}`);
        more.textContent = reason.startsWith('reason.') ? say('reason.OTHER') : reason;
        if (!silently) announce(`${address} : ${more.textContent}`);
      }
    } catch {
      // Sending checks again and has the last word.
      more.hidden = true;
    }
  }

  mark(address, reason) {
    const chip = this.people.get(address);
    this.known.delete(address);
    if (chip) {
      chip.classList.add('bad');
      const more = chip.querySelector('.chip-more');
      more.hidden = false;
      more.textContent = reason;
    }
  }
}

function addressesIn(text) {
  return text.replace(/[^,;<>\n]*<([^<>]*)>/g, ' $1 ').split(/[,;\s]+/).filter(Boolean);
}
