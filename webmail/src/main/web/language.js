/* Sentences, numbers and times in the language of the page. */
const sentences = JSON.parse(document.body.dataset.words || '{}');

export const language = document.documentElement.lang || 'fr';

export function say(key, ...values) {
  return (sentences[key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[index] ?? '');
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
