/* The page's words, numbers and times, in its language. */
const words = JSON.parse(document.body.dataset.words || '{}');

export const language = document.documentElement.lang || 'fr';

export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[index] ?? '');
}

export function size(bytes) {
  const units = say('sizes').split(',');
  const power = bytes >= 1_000_000 ? 2 : bytes >= 1000 ? 1 : 0;
  const digits = power === 2 ? 1 : 0;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(bytes / 1000 ** power);
  return `${number}\u00a0${units[power]}`;
}

export function time(instant) {
  const zone = document.body.dataset.zone || undefined;
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }).format(new Date(instant));
}

/** Tells people who don't look at the screen, once. */
export function announce(text) {
  const region = document.getElementById('annonce');
  if (region && text) {
    region.textContent = '';
    setTimeout(() => { region.textContent = text; }, 50);
  }
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${document.body.dataset.icons}#${name}`);
  svg.append(use);
  return svg;
}

/** An element with attributes and children; text is always text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}
