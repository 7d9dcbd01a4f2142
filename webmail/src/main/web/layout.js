import { announce } from './dom.js';

const TICK = 3000;
const RECOUNT = 20;
const IDLE = 30 * 60_000;
const BACKGROUND = ['recount', 'settle'];

/** What stands around every page. */
export function startLayout(htmx) {
  const offline = document.getElementById('hors-ligne');
  const connection = () => { offline.hidden = navigator.onLine; };
  addEventListener('online', connection);
  addEventListener('offline', connection);
  connection();

  menus();
  remembered('dense', '[data-dense]', false, (on) => document.documentElement.classList.toggle('dense', on));
  document.body.classList.toggle('reading', Boolean(document.querySelector('.mail.open')));
  document.body.classList.toggle('writing', Boolean(document.querySelector('[data-compose]')));
  forgetNotice();
  recount(htmx);

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-reload]')) { event.preventDefault(); location.reload(); }
  });
  // Paper has nothing to click: what is folded away is printed too.
  addEventListener('beforeprint', () => {
    document.querySelectorAll('main details:not([open])').forEach((folded) => {
      folded.open = true;
      addEventListener('afterprint', () => { folded.open = false; }, { once: true });
    });
  });
  // Sign-in, an error or anything else that is not the piece asked for deserves its whole page, if somebody asked for it.
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr, requestConfig, target } = event.detail;
    if (xhr.status !== 401 && xhr.status >= 400 && BACKGROUND.includes(requestConfig.triggeringEvent?.type)) {
      event.detail.shouldSwap = false;
    } else if (xhr.status >= 400 || (target.id && !xhr.responseText.includes(`id="${target.id}"`))) {
      event.detail.shouldSwap = false;
      location.assign(requestConfig.verb === 'get' && target.id === 'lecture' ? requestConfig.path : location.href);
    }
  });
  document.body.addEventListener('htmx:afterSettle', forgetNotice);
  document.body.addEventListener('htmx:afterSwap', () => {
    announce(document.querySelector('#resultats .visually-hidden')?.textContent);
  });
}

/** A choice of this browser, shown by a tick box wherever it stands. */
export function remembered(name, selector, byDefault, apply) {
  const key = `plisante.${name}`;
  const stored = localStorage.getItem(key);
  apply(stored === null ? byDefault : stored === 'on');
  for (const box of document.querySelectorAll(selector)) {
    box.checked = stored === null ? byDefault : stored === 'on';
    box.addEventListener('change', () => {
      localStorage.setItem(key, box.checked ? 'on' : 'off');
      document.querySelectorAll(selector).forEach((other) => { other.checked = box.checked; });
      apply(box.checked);
    });
  }
}

function menus() {
  document.addEventListener('click', (event) => {
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener('keydown', (event) => {
    const menu = document.querySelector('details.menu[open]');
    if (event.key === 'Escape' && menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}

/** What was done is said once, not again on reload. */
function forgetNotice() {
  const address = new URL(location.href);
  if (address.searchParams.has('avis')) {
    ['avis', 'n', 'choix'].forEach((name) => address.searchParams.delete(name));
    history.replaceState(history.state, '', address);
  }
}

/**
 * Fresh numbers while someone is there; a forgotten page must not keep the session alive. What is on its way is looked at
 * every few seconds during the first minute, and then as often as the numbers.
 */
function recount(htmx) {
  let last = Date.now();
  let ticks = 0;
  ['pointerdown', 'keydown', 'scroll'].forEach((kind) => addEventListener(kind, () => { last = Date.now(); }, { passive: true }));
  setInterval(() => {
    if (document.visibilityState !== 'visible' || !navigator.onLine || Date.now() - last > IDLE) return;
    ticks += 1;
    if (ticks % RECOUNT === 0) htmx.trigger(document.body, 'recount');
    if (ticks < RECOUNT || ticks % RECOUNT === 0) {
      document.querySelectorAll('[data-sending]').forEach((waiting) => htmx.trigger(waiting, 'settle'));
    }
  }, TICK);
}
