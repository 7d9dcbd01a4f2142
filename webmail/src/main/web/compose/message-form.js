import { call } from '../call.js';
import { announce } from '../dom.js';
import { say } from '../language.js';
import { Editor } from './editor.js';
import { Feedback } from './feedback.js';
import { People } from './people.js';
import { startPicker } from './picker.js';
import { Saver } from './saver.js';
import { Uploads } from './uploads.js';

/** The message being written: its parts, its saving, its sending. */
export class MessageForm {
  constructor(form, htmx) {
    const draft = `${form.dataset.api}/drafts/${form.dataset.draft}`;
    const changed = () => this.changed();
    const circle = [];
    this.form = form;
    this.people = {};
    this.feedback = new Feedback(form, this.people);
    this.subject = form.querySelector('#objet');
    this.button = form.querySelector('button[value=envoyer]');
    this.editor = new Editor(form, changed);
    this.people.a = new People(form.querySelector('[data-people=to]'), changed, circle);
    this.people.cc = new People(form.querySelector('[data-people=cc]'), changed, circle);
    this.uploads = new Uploads(form, draft);
    this.saver = new Saver(draft, Number(form.dataset.version), () => this.content(), this.feedback);
    this.sending = false;
    startPicker(this.people, htmx);
    this.listen(changed);
    this.focus();
  }

  content() {
    return { to: this.people.a.addresses(), cc: this.people.cc.addresses(), subject: this.subject.value.trim(), html: this.editor.html() };
  }

  listen(changed) {
    this.subject.addEventListener('input', changed);
    this.form.addEventListener('submit', (event) => this.submit(event));
    // Enter in a line of text is not « Envoyer ».
    this.subject.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.editor.focus();
      }
    });
    this.form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.button.click();
      }
    });
  }

  /** Whoever comes to write begins where nothing stands yet. */
  focus() {
    const { people, subject, editor } = this;
    (people.a.addresses().length === 0 ? people.a : subject.value === '' ? subject : editor).focus();
  }

  changed() {
    this.feedback.clear('send');
    this.saver?.changed();
  }

  submit(event) {
    const action = event.submitter?.value ?? 'enregistrer';
    if (action === 'supprimer') {
      this.saver.leaving = true;
      return;
    }
    event.preventDefault();
    this.people.a.take();
    this.people.cc.take();
    if (action === 'envoyer') {
      this.send();
    } else {
      this.saver.dirty = true;
      this.saver.flush().catch(() => {});
    }
  }

  async send() {
    if (this.sending || this.troubled()) return;
    this.sending = true;
    this.button.setAttribute('aria-disabled', 'true');
    this.feedback.clear('send');
    try {
      if (await this.uploaded() && await this.saved()) await this.sent();
    } catch (refused) {
      this.refused(refused);
    } finally {
      if (!this.saver.leaving) {
        this.sending = false;
        this.button.removeAttribute('aria-disabled');
      }
    }
  }

  /** What stands in the way of sending is said where it can be mended. */
  troubled() {
    const trouble = this.trouble();
    if (!trouble) return false;
    if (trouble.field) this.feedback.beside('send', trouble.field, trouble.sentence);
    else this.feedback.problem('send', trouble.sentence);
    trouble.where?.focus();
    return true;
  }

  trouble() {
    const { a, cc } = this.people;
    const bad = [...a.bad(), ...cc.bad()];
    if (!navigator.onLine) return { sentence: say('send-offline') };
    if (a.addresses().length + cc.addresses().length === 0) return { field: 'a', sentence: say('nobody'), where: a };
    if (bad.length) return { sentence: say('bad-recipients', bad.join(', ')), where: a };
    if (this.uploads.failed) return { field: 'fichiers', sentence: say('uploads-failed') };
    return null;
  }

  async uploaded() {
    while (this.uploads.running) {
      this.feedback.state(say('sending-after-uploads'));
      await this.uploads.waiting;
    }
    if (!this.uploads.failed) return true;
    this.feedback.state('');
    this.feedback.problem('send', say('uploads-failed'));
    return false;
  }

  async saved() {
    this.feedback.state(say('sending'));
    // Saved even if nothing was typed here: another tab or a colleague may have written something newer.
    this.saver.dirty = true;
    // A draft that was sent from another tab is gone: sending again tells what became of it.
    await this.saver.flush().catch((refused) => { if (refused.status !== 404) throw refused; });
    return !this.saver.stopped;
  }

  async sent() {
    const { api, draft, sent } = this.form.dataset;
    const { recipients } = await call('POST', `${api}/envelopes`, { draftId: draft, ...this.content(), uploads: this.uploads.ids() });
    this.saver.leaving = true;
    this.saver.dirty = false;
    this.saver.stopped = true;
    announce(say('sent'));
    location.assign(`${sent}?avis=sent&n=${recipients}`);
  }

  refused(refused) {
    const { feedback, saver } = this;
    feedback.state(say('unsaved'));
    if (refused.code === 'draft-changed' || (refused.status === 401 && saver.dirty)) return;
    if (refused.code === 'already-sent') {
      const see = () => { saver.leaving = true; location.assign(`${this.form.dataset.messages}/${refused.problem.entryId}`); };
      feedback.problem('send', refused.message || say('already-sent'), [[say('see-sent'), see]]);
    } else if (refused.status === 401) {
      feedback.problem('send', say('session'), [[say('sign-in'), () => open('/', '_blank')]]);
    } else if (refused.status === 0 || refused.status >= 500) {
      feedback.problem('send', say(navigator.onLine ? 'send-failed' : 'send-offline'));
    } else {
      feedback.refused('send', refused);
    }
  }
}
