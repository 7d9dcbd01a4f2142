import { call } from '../call.js';
import { announce, say } from '../words.js';
import { Editor } from './editor.js';
import { People } from './people.js';
import { startPicker } from './picker.js';
import { Saver } from './saver.js';
import { telling } from './telling.js';
import { Uploads } from './uploads.js';

/** The letter being written: its parts, its saving, its sending. */
export function start(form, htmx) {
  const draft = `${form.dataset.api}/drafts/${form.dataset.draft}`;
  const fields = {};
  const circle = [];
  const show = telling(form, fields);
  let saver = null;
  const changed = () => {
    show.clear('send');
    saver?.changed();
  };
  const subject = form.querySelector('#objet');
  const editor = new Editor(form, changed);
  fields.a = new People(form.querySelector('[data-people=to]'), changed, circle);
  fields.cc = new People(form.querySelector('[data-people=cc]'), changed, circle);
  const uploads = new Uploads(form, draft, () => {});
  const content = () => ({ to: fields.a.addresses(), cc: fields.cc.addresses(), subject: subject.value.trim(), html: editor.html() });
  saver = new Saver(draft, Number(form.dataset.version), content, show);
  subject.addEventListener('input', changed);
  startPicker(fields, htmx);

  const send = form.querySelector('button[value=envoyer]');
  let sending = false;
  form.addEventListener('submit', (event) => {
    const action = event.submitter?.value ?? 'enregistrer';
    if (action === 'supprimer') {
      saver.leaving = true;
      return;
    }
    event.preventDefault();
    fields.a.take();
    fields.cc.take();
    if (action === 'envoyer') {
      leave();
    } else {
      saver.dirty = true;
      saver.flush().catch(() => {});
    }
  });
  // Enter in a line of text is not « Envoyer ».
  subject.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); editor.focus(); } });
  form.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send.click(); } });

  (fields.a.addresses().length === 0 ? fields.a : subject.value === '' ? subject : editor).focus();

  async function leave() {
    if (sending) return;
    const trouble = missing();
    if (trouble) {
      if (trouble.field) show.beside('send', trouble.field, trouble.sentence);
      else show.problem('send', trouble.sentence, []);
      trouble.where?.focus();
      return;
    }
    sending = true;
    send.setAttribute('aria-disabled', 'true');
    show.clear('send');
    try {
      while (uploads.running) {
        show.state(say('sending-after-uploads'));
        await uploads.waiting;
      }
      if (uploads.failed) {
        show.state('');
        show.problem('send', say('uploads-failed'), []);
        return;
      }
      show.state(say('sending'));
      // A draft that was sent from another tab is gone: sending again tells what became of it.
      await saver.flush().catch((refused) => { if (refused.status !== 404) throw refused; });
      if (saver.stopped) return;
      const sent = await call('POST', `${form.dataset.api}/envelopes`, { draftId: form.dataset.draft, ...content(), uploads: uploads.ids() });
      saver.leaving = true;
      saver.dirty = false;
      saver.stopped = true;
      announce(say('sent'));
      location.assign(`${form.dataset.sent}?avis=sent&n=${sent.recipients}`);
    } catch (refused) {
      refusedToSend(refused);
    } finally {
      if (!saver.leaving) {
        sending = false;
        send.removeAttribute('aria-disabled');
      }
    }
  }

  function missing() {
    const bad = [...fields.a.bad(), ...fields.cc.bad()];
    if (!navigator.onLine) return { sentence: say('send-offline') };
    if (fields.a.addresses().length + fields.cc.addresses().length === 0) return { field: 'a', sentence: say('nobody'), where: fields.a };
    if (bad.length) return { sentence: say('bad-recipients', bad.join(', ')), where: fields.a };
    if (uploads.failed) return { field: 'fichiers', sentence: say('uploads-failed') };
    return null;
  }

  function refusedToSend(refused) {
    show.state(say('unsaved'));
    if (refused.code === 'draft-changed' || (refused.status === 401 && saver.dirty)) return;
    if (refused.code === 'already-sent') {
      const sent = `${form.dataset.messages}/${refused.problem.entryId}`;
      show.problem('send', refused.message || say('already-sent'), [[say('see-sent'), () => { saver.leaving = true; location.assign(sent); }]]);
    } else if (refused.status === 401) {
      show.problem('send', say('session'), [[say('sign-in'), () => open('/', '_blank')]]);
    } else if (refused.status === 0 || refused.status >= 500) {
      show.problem('send', say(navigator.onLine ? 'send-failed' : 'send-offline'), []);
    } else {
      show.refused('send', refused);
    }
  }
}
