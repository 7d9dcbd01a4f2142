import { announce } from './dom.js';

const OPENED = 'plisante.opened';

/** Lists and the message beside them. */
export function startLists() {
  fitBodies();
  printText();
  keepScroll();
  arrive();
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-all]')) {
      event.target.closest('form').querySelectorAll('input[name=choix]').forEach((box) => { box.checked = event.target.checked; });
    }
  });
  // How a message looks comes with the first one.
  document.body.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.target.id === 'lecture') document.getElementById('lecture-style').disabled = false;
  });
  document.body.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.target.id === 'lecture') opened();
    if (event.detail.target.id === 'liste') changed();
  });
}

/** What was done is said and can be undone at once; whoever comes back from a message goes on from its row. */
function arrive() {
  if (document.querySelector('.mail.open')) {
    sessionStorage.setItem(OPENED, location.pathname);
    return;
  }
  const from = sessionStorage.getItem(OPENED);
  sessionStorage.removeItem(OPENED);
  if (document.querySelector('#avis .notice')) {
    changed();
  } else if (from && document.activeElement === document.body) {
    [...document.querySelectorAll('.row-link')].find((link) => link.pathname === from)?.focus();
  }
}

/** A message was opened in place: the list shows it, the eye and the focus are on it. */
function opened() {
  const main = document.querySelector('main.mail');
  const reader = document.getElementById('lecture');
  main.classList.add('open');
  sessionStorage.setItem(OPENED, location.pathname);
  document.body.classList.add('reading');
  reader.scrollTop = 0;
  document.querySelectorAll('.row').forEach((row) => {
    const link = row.querySelector('.row-link');
    const current = link.pathname === location.pathname;
    row.classList.toggle('current', current);
    link.toggleAttribute('aria-current', current);
    if (current) {
      row.classList.remove('unread');
      link.querySelector('.line > .visually-hidden')?.remove();
    }
  });
  if (getComputedStyle(reader).overflowY !== 'auto') scrollTo(0, 0);
  fitBodies();
  document.getElementById('objet')?.focus({ preventScroll: true });
}

function changed() {
  announce(document.querySelector('#avis .notice span')?.textContent);
  document.getElementById('liste-titre')?.focus({ preventScroll: true });
}

/** A message is as tall as its text; scripts never run inside its frame. */
function fitBodies() {
  document.querySelectorAll('iframe.body').forEach((frame) => {
    const fit = () => {
      const root = frame.contentDocument?.documentElement;
      if (root && root.scrollHeight > 0) {
        frame.style.height = '0';
        frame.style.height = `${Math.max(root.scrollHeight, 60) + 24}px`;
      }
    };
    frame.addEventListener('load', fit);
    if (frame.contentDocument?.readyState === 'complete') fit();
    new ResizeObserver(() => requestAnimationFrame(fit)).observe(frame.parentElement);
  });
}

/** On paper the text of a message stands in the place of its frame, because frames break at the page's end. */
function printText() {
  const shown = (frame) => (frame.contentDocument?.URL === 'about:blank' ? null : frame.contentDocument?.body);
  addEventListener('beforeprint', () => {
    document.querySelectorAll('iframe.body').forEach((frame) => {
      frame.parentElement.querySelector('.text-body').textContent = shown(frame)?.innerText.trim() ?? '';
    });
  });
  document.addEventListener('click', async (event) => {
    if (!event.target.closest('[data-print]')) return;
    event.preventDefault();
    const frame = document.querySelector('iframe.body');
    if (frame && !shown(frame)) await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
    print();
  });
}

/** Back finds the list where it was left. */
function keepScroll() {
  const list = document.getElementById('liste');
  if (!list) return;
  const key = `plisante.scroll.${location.pathname.replace(/messages\/.*/, '')}${document.getElementById('liste-titre')?.textContent}`;
  list.scrollTop = Number(sessionStorage.getItem(key) || 0);
  addEventListener('pagehide', () => sessionStorage.setItem(key, String(list.scrollTop)));
}
