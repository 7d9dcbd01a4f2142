import { call } from '../call.js';
import { say, time } from '../language.js';

const PAUSE = 1200;
const AGAIN = 5000;

/** Saves the draft while it is typed, one request at a time, and always tells the state. */
export class Saver {
  constructor(address, version, content, feedback) {
    this.address = address;
    this.version = version;
    this.content = content;
    this.feedback = feedback;
    this.dirty = false;
    this.stopped = false;
    this.running = null;
    addEventListener('online', () => { if (this.dirty) this.soon(0); });
    addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') this.flush().catch(() => {}); });
    addEventListener('focus', () => { if (this.dirty && !this.stopped) this.soon(0); });
    addEventListener('beforeunload', (event) => { if (this.dirty && !this.leaving) event.preventDefault(); });
  }

  changed() {
    this.dirty = true;
    if (!this.stopped) {
      this.feedback.state(say('unsaved'));
      this.soon(PAUSE);
    }
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush().catch(() => {}), pause);
  }

  /** Saves what is not saved yet; a failure is shown and thrown. */
  async flush() {
    clearTimeout(this.timer);
    while (this.running) {
      await this.running.catch(() => {});
    }
    if (!this.dirty || this.stopped) return;
    this.running = this.save();
    try {
      await this.running;
    } finally {
      this.running = null;
    }
    if (this.dirty) this.soon(PAUSE);
  }

  async save() {
    this.dirty = false;
    this.feedback.state(say('saving'));
    try {
      const saved = await call('PUT', this.address, { version: this.version, ...this.content() });
      this.version = saved.version;
      this.feedback.clear('save');
      if (!this.dirty) this.feedback.state(say('saved', time(saved.savedAt)));
    } catch (refused) {
      this.dirty = true;
      this.failed(refused);
      throw refused;
    }
  }

  failed(refused) {
    if (refused.status === 409 && refused.code === 'draft-changed') {
      this.stopped = true;
      this.feedback.state(say('unsaved'));
      this.feedback.problem('save', refused.message || say('changed'), [
        [say('keep-mine'), () => this.keepMine()],
        [say('take-theirs'), () => { this.leaving = true; location.reload(); }],
      ]);
    } else if (refused.status === 401) {
      this.feedback.state(say('unsaved'));
      this.feedback.problem('save', say('session'), [[say('sign-in'), () => open('/', '_blank')]]);
    } else if (refused.status === 0 || refused.status === 429 || refused.status >= 500) {
      this.feedback.state(say(navigator.onLine ? 'save-failed' : 'offline-save'));
      this.soon(AGAIN);
    } else {
      this.feedback.state(say('unsaved'));
      this.feedback.refused('save', refused);
    }
  }

  async keepMine() {
    const current = await call('GET', this.address);
    this.version = current.version;
    this.stopped = false;
    this.dirty = true;
    this.feedback.clear('save');
    await this.flush();
  }
}
