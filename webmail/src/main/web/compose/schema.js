import { Schema } from 'prosemirror-model';
import { addListNodes } from 'prosemirror-schema-list';
import { schema as basic } from 'prosemirror-schema-basic';

const LIGHT = /^(transparent|inherit|initial|currentcolor|windowtext|#fff(fff)?|#000(000)?|white|black)$/i;

/** Colours as letters carry them: hexadecimal; black on white is no colour. */
export function hex(colour) {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\)$/.exec(colour);
  const written = parts
    ? parts[4] === '0' ? 'transparent' : `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
    : colour.trim();
  return LIGHT.test(written) ? null : written;
}

function coloured(property) {
  return {
    attrs: { colour: { validate: 'string' } },
    parseDOM: [{ style: property, getAttrs: (value) => { const colour = hex(value); return colour ? { colour } : false; } }],
    toDOM: (mark) => ['span', { style: `${property}: ${mark.attrs.colour}` }, 0],
  };
}

const { doc, paragraph, blockquote, text, hard_break: hardBreak } = Object.fromEntries(
  ['doc', 'paragraph', 'blockquote', 'text', 'hard_break'].map((name) => [name, basic.spec.nodes.get(name)]),
);
const plain = new Schema({ nodes: { doc, paragraph, blockquote, text, hard_break: hardBreak } });

export const schema = new Schema({
  nodes: addListNodes(plain.spec.nodes, 'paragraph block*', 'block'),
  marks: {
    link: { ...basic.spec.marks.get('link'), parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => (/^(https?|mailto):/i.test(dom.getAttribute('href')) ? { href: dom.getAttribute('href'), title: null } : false) }] },
    strong: basic.spec.marks.get('strong'),
    em: basic.spec.marks.get('em'),
    underline: { parseDOM: [{ tag: 'u' }, { style: 'text-decoration=underline' }, { style: 'text-decoration-line=underline' }], toDOM: () => ['u', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, { style: 'text-decoration=line-through' }, { style: 'text-decoration-line=line-through' }], toDOM: () => ['s', 0] },
    colour: coloured('color'),
    highlight: coloured('background-color'),
  },
});
