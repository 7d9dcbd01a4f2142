import { element } from '../dom.js';

/*
 * Tells people of the same name apart, as Namesakes.java does in the pages: a message to the wrong Camille Martin is
 * a wrong message about a patient. A person has an address, a name, a profession, a speciality, a structure and a city.
 */
const ALL = [(person) => person.profession, (person) => person.speciality, (person) => person.structure, (person) => person.city];
const BRIEF = [(person) => person.speciality || person.profession || person.structure, (person) => person.city];

/** What a person does and where, in few words, with what tells them from the others of the same name. */
export function brief(person, people) {
  return traits(person, people, BRIEF);
}

/** All that is known of a person, with what tells them from the others of the same name. */
export function all(person, people) {
  return traits(person, people, ALL);
}

/** Whether somebody else among the people has the same name. */
export function namesake(person, people) {
  return others(person, people).length > 0;
}

/** Traits as they stand beside a name. */
export function shown(known) {
  return known.flatMap(({ text, telling }, index) => [...(index ? [' · '] : []), element('bdi', { class: telling ? 'telling' : null }, text)]);
}

function traits(person, people, features) {
  const same = others(person, people);
  const differs = (feature) => same.some((other) => value(feature(other)) !== value(feature(person)));
  const known = features.filter((feature) => value(feature(person))).map((feature) => ({ text: feature(person), telling: differs(feature) }));
  const alike = same.some((other) => features.every((feature) => value(feature(other)) === value(feature(person))));
  if (alike || (same.length && !known.some(({ telling }) => telling))) known.push({ text: person.address, telling: true });
  return known;
}

function others(person, people) {
  return [...people].filter((other) => sameName(plain(other.name), plain(person.name)) && value(other.address) !== value(person.address));
}

/** Some names come with a title and some without, as they were told; a title makes no other name. */
function sameName(one, other) {
  return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`);
}

function plain(name) {
  return value(name).normalize('NFD').replace(/\p{M}/gu, '').replace(/[\s\p{Pd}]+/gu, ' ');
}

function value(text) {
  return (text ?? '').trim().toLowerCase();
}
