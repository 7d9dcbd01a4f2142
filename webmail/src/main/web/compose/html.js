import { DOMParser as MessageParser, DOMSerializer } from 'prosemirror-model';
import { hex, readable, schema } from './schema.js';

/** The message that HTML tells. */
export function read(html) {
  return MessageParser.fromSchema(schema).parse(new DOMParser().parseFromString(readable(html), 'text/html').body);
}

/** A message as HTML; nothing at all when nothing is written. */
export function write(message) {
  if (message.childCount === 1 && message.textContent === '' && message.firstChild.type === schema.nodes.paragraph) return '';
  const page = document.implementation.createHTMLDocument('');
  page.body.append(DOMSerializer.fromSchema(schema).serializeFragment(message.content, { document: page }));
  // Mail programs put space around paragraphs, also around the only one of a cell.
  page.body.querySelectorAll(':is(td, th) > p:only-child').forEach((paragraph) => paragraph.replaceWith(...paragraph.childNodes));
  return page.body.innerHTML.replace(/rgba?\([^)]*\)/g, (colour) => hex(colour) ?? 'inherit');
}
