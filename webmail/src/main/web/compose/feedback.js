import { element } from '../dom.js';
import { say } from '../language.js';

/** The one line of state, the one place for problems, and the places beside the fields. */
export class Feedback {
  constructor(form, people) {
    this.form = form;
    this.people = people;
    this.line = form.querySelector('#state');
    this.box = form.querySelector('#problem');
    this.owner = this.box.hidden ? null : 'page';
  }

  state(text) {
    if (this.line.textContent !== text) this.line.textContent = text;
  }

  problem(owner, sentence, choices = []) {
    this.owner = owner;
    this.box.hidden = false;
    this.box.querySelector('[data-problem]').textContent = sentence;
    this.box.querySelector('[data-choices]').replaceChildren(...choices.map(([name, act]) => element('button', { type: 'button', onclick: act }, name)));
    this.box.scrollIntoView({ block: 'nearest' });
  }

  beside(owner, input, sentence) {
    const place = this.form.querySelector(`[data-fault="${input}"]`);
    place.textContent = sentence;
    place.hidden = false;
    place.dataset.by = owner;
    this.described(input).setAttribute('aria-invalid', 'true');
  }

  /** What a service refused: each sentence beside its field, the others above the form. */
  refused(owner, refused) {
    const sentences = refused.fields.filter((fault) => !this.put(owner, fault)).map((fault) => fault.message);
    if (!refused.fields.some((fault) => fault.message === refused.message)) sentences.unshift(refused.message);
    this.problem(owner, sentences.filter(Boolean).join(' ') || say('see-fields'));
  }

  clear(owner) {
    if (this.owner === owner) {
      this.owner = null;
      this.box.hidden = true;
    }
    for (const place of this.form.querySelectorAll(`[data-by=${owner}]:not([hidden])`)) {
      place.hidden = true;
      place.textContent = '';
      this.described(place.dataset.fault).removeAttribute('aria-invalid');
    }
  }

  /** A sentence about one recipient stands on its chip. */
  put(owner, { field, message }) {
    const [, name, index] = /^(\w+)(?:\[(\d+)\])?/.exec(field) ?? [];
    const input = this.form.querySelector(`[data-fields~="${name}"]`)?.dataset.fault;
    if (index !== undefined && this.people[input]) {
      this.people[input].mark(this.people[input].addresses()[Number(index)], message);
    } else if (input) {
      this.beside(owner, input, message);
    }
    return Boolean(input);
  }

  /** What has the focus when a field is written in: the editor stands for the plain text it replaced. */
  described(input) {
    return (input === 'texte' && this.form.querySelector('.ProseMirror')) || this.form.querySelector(`#${input}`);
  }
}
