import { element, say } from '../words.js';

/** The one line of state, the one place for problems, and the places beside the fields. */
export function telling(form, people) {
  const line = form.querySelector('#etat');
  const box = form.querySelector('#probleme');
  let owner = box.hidden ? null : 'page';
  const told = {
    state(text) {
      if (line.textContent !== text) line.textContent = text;
    },
    problem(who, sentence, choices) {
      owner = who;
      box.hidden = false;
      box.querySelector('[data-problem]').textContent = sentence;
      box.querySelector('[data-choices]').replaceChildren(...choices.map(([name, act]) => element('button', { type: 'button', onclick: act }, name)));
      box.scrollIntoView({ block: 'nearest' });
    },
    beside(who, input, sentence) {
      const place = form.querySelector(`[data-fault="${input}"]`);
      place.textContent = sentence;
      place.hidden = false;
      place.dataset.by = who;
      described(form, input).setAttribute('aria-invalid', 'true');
    },
    /** What a service refused: each sentence beside its field, the others above the letter. */
    refused(who, refused) {
      const sentences = refused.fields.filter((fault) => !put(who, fault)).map((fault) => fault.message);
      if (!refused.fields.some((fault) => fault.message === refused.message)) sentences.unshift(refused.message);
      told.problem(who, sentences.filter(Boolean).join(' ') || say('see-fields'), []);
    },
    clear(who) {
      if (owner === who) {
        owner = null;
        box.hidden = true;
      }
      for (const place of form.querySelectorAll(`[data-by=${who}]:not([hidden])`)) {
        place.hidden = true;
        place.textContent = '';
        described(form, place.dataset.fault).removeAttribute('aria-invalid');
      }
    },
  };

  /** A sentence about one recipient stands on its chip. */
  function put(who, { field, message }) {
    const [, name, index] = /^(\w+)(?:\[(\d+)\])?/.exec(field) ?? [];
    const input = form.querySelector(`[data-fields~="${name}"]`)?.dataset.fault;
    if (index !== undefined && people[input]) {
      people[input].mark(people[input].addresses()[Number(index)], message);
    } else if (input) {
      told.beside(who, input, message);
    }
    return Boolean(input);
  }

  return told;
}

/** What has the focus when a field is written in: the editor stands for the plain text it replaced. */
function described(form, input) {
  return (input === 'texte' && form.querySelector('.ProseMirror')) || form.querySelector(`#${input}`);
}
