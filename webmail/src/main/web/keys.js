import { remembered } from './layout.js';

let on = true;

/** Single keys as mail users know them; they can be switched off (WCAG 2.1.4). */
export function startKeys() {
  remembered('keys', '[data-shortcuts]', true, (wanted) => { on = wanted; });
  document.addEventListener('keydown', press);
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-show-keys]')) show();
  });
}

function press(event) {
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog');
  if (!on || typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return;
  }
  if (act(event.key)) {
    event.preventDefault();
  }
}

function act(key) {
  switch (key) {
    case '?': return show();
    case '/': return focus(document.getElementById('recherche'));
    case 'j': return move(1);
    case 'k': return move(-1);
    case 'o': return click(document.activeElement?.closest('.row-link'));
    default: return click(target(key));
  }
}

function show() {
  document.getElementById('raccourcis')?.showModal();
  return true;
}

/** The message in view comes before the list; a row in focus counts as chosen. */
function target(key) {
  const named = (scope) => [...document.querySelectorAll(`${scope} [data-key]`)].find((found) => found.dataset.key === key);
  const row = document.activeElement?.closest('.row');
  const box = row?.querySelector('input[name=choix]');
  const fromList = named('.list');
  if (box && fromList) {
    box.checked = true;
    return fromList;
  }
  return named('#lecture') || named('body');
}

function move(step) {
  const links = [...document.querySelectorAll('[data-rows] .row-link')].filter((link) => link.offsetParent);
  if (!links.length) return false;
  const now = links.indexOf(document.activeElement);
  const current = now >= 0 ? now : links.findIndex((link) => link.closest('.current'));
  return focus(links[Math.min(links.length - 1, Math.max(0, current + step))]);
}

function focus(element) {
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
  return Boolean(element);
}

function click(element) {
  element?.click();
  return Boolean(element);
}
