import { announce, element, icon } from '../dom.js';
import { language, say, size } from '../language.js';

/** Attachments: sent to the draft as soon as they are chosen, with progress. */
export class Uploads {
  constructor(form, draft) {
    this.draft = draft;
    this.limit = Number(form.dataset.maxBytes);
    this.files = new Map();
    this.waiting = Promise.resolve();
    this.list = form.querySelector('[data-uploads] .cards');
    this.gauge = form.querySelector('[data-gauge]');
    this.input = form.querySelector('#fichiers');
    for (const card of this.list.querySelectorAll('[data-upload]')) {
      this.files.set(card.dataset.upload, { card, bytes: Number(card.dataset.size), done: true, name: card.querySelector('.file-name').textContent });
      const button = card.querySelector('button');
      button.type = 'button';
      button.addEventListener('click', () => this.remove(card.dataset.upload));
    }
    this.input.addEventListener('change', () => { this.add(this.input.files); this.input.value = ''; });
    // What looks like a button answers to Enter as well as to the space bar.
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.input.click();
      }
    });
    this.drops();
  }

  ids() {
    return [...this.files].filter(([, file]) => file.done).map(([id]) => id);
  }

  get running() {
    return [...this.files.values()].some((file) => !file.done && !file.failed);
  }

  get failed() {
    return [...this.files.values()].some((file) => file.failed);
  }

  drops() {
    let depth = 0;
    const files = (event) => event.dataTransfer?.types.includes('Files');
    addEventListener('dragenter', (event) => { if (files(event)) { depth++; document.body.classList.add('dropping'); } });
    addEventListener('dragleave', (event) => { if (files(event) && --depth <= 0) { depth = 0; document.body.classList.remove('dropping'); } });
    addEventListener('dragover', (event) => { if (files(event)) event.preventDefault(); });
    addEventListener('drop', (event) => {
      if (files(event)) {
        event.preventDefault();
        depth = 0;
        document.body.classList.remove('dropping');
        this.add(event.dataTransfer.files);
      }
    }, { capture: true });
  }

  add(files) {
    for (const chosen of files) {
      const id = crypto.randomUUID();
      const status = element('span', { class: 'quiet small' }, size(chosen.size));
      const bar = element('progress', { max: chosen.size || 1, value: 0, 'aria-label': chosen.name });
      const card = element('li', { class: 'card', 'data-upload': id }, icon('file'),
        element('span', { class: 'card-text' }, element('bdi', { class: 'file-name', title: chosen.name }, chosen.name), status, bar),
        element('button', { type: 'button', class: 'quiet-button', 'aria-label': say('remove', chosen.name), onclick: () => this.remove(id) }, icon('x')));
      this.list.append(card);
      const file = { card, bytes: chosen.size, done: false, failed: false, name: chosen.name, status, bar };
      const over = this.total() + chosen.size > this.limit;
      this.files.set(id, file);
      if (over || chosen.size === 0) {
        this.fail(file, over ? say('upload.too-large', size(this.limit)) : say('upload.empty'));
      } else {
        this.waiting = this.waiting.then(() => this.send(id, file, chosen));
      }
    }
    this.refresh();
  }

  send(id, file, content) {
    if (!this.files.has(id)) return Promise.resolve();
    return new Promise((settled) => {
      const request = new XMLHttpRequest();
      file.request = request;
      request.open('PUT', `${this.draft}/uploads/${id}?name=${encodeURIComponent(content.name)}`);
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('Accept-Language', language);
      request.setRequestHeader('Content-Type', content.type || 'application/octet-stream');
      request.upload.addEventListener('progress', (event) => {
        file.bar.value = event.loaded;
        file.status.textContent = `${Math.floor((100 * event.loaded) / event.total)}\u00a0%`;
      });
      request.addEventListener('load', () => {
        if (request.status >= 200 && request.status < 300 && request.responseURL.includes('/api/')) {
          file.done = true;
          file.bar.remove();
          file.status.textContent = size(file.bytes);
          announce(say('upload.done', file.name));
        } else {
          this.fail(file, sentence(request) || say('upload.failed'), () => this.retry(id, file, content));
        }
      });
      request.addEventListener('error', () => this.fail(file, say('upload.failed'), () => this.retry(id, file, content)));
      request.addEventListener('loadend', () => { settled(); this.refresh(); });
      request.send(content);
    });
  }

  retry(id, file, content) {
    file.failed = false;
    file.card.classList.remove('bad');
    file.card.querySelector('[data-retry]')?.remove();
    file.card.querySelector('.card-text').append(file.bar);
    this.waiting = this.waiting.then(() => this.send(id, file, content));
    this.refresh();
  }

  fail(file, reason, again) {
    file.failed = true;
    file.card.classList.add('bad');
    file.bar.remove();
    file.status.textContent = reason;
    file.status.classList.remove('quiet');
    if (again) {
      file.card.lastElementChild.before(element('button', { type: 'button', class: 'quiet-button', 'data-retry': true, 'aria-label': `${say('retry')} : ${file.name}`, onclick: again }, icon('rotate-ccw')));
    }
    announce(`${file.name} : ${reason}`);
  }

  async remove(id) {
    const file = this.files.get(id);
    this.files.delete(id);
    file.request?.abort();
    file.card.remove();
    this.refresh();
    this.input.focus();
    announce(say('upload.removed', file.name));
    if (file.done) {
      try {
        await fetch(`${this.draft}/uploads/${id}`, { method: 'DELETE' });
      } catch {
        // It is not among those sent; what is left over goes with the draft.
      }
    }
  }

  total() {
    return [...this.files.values()].filter((file) => !file.failed).reduce((sum, file) => sum + file.bytes, 0);
  }

  refresh() {
    this.gauge.querySelector('meter').value = this.total();
    this.gauge.querySelector('span').textContent = say('gauge', size(this.total()), size(this.limit));
  }
}

function sentence(request) {
  try {
    const problem = JSON.parse(request.responseText);
    return problem.detail || problem.title;
  } catch {
    return '';
  }
}
