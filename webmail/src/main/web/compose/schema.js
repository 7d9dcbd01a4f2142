import { Schema } from 'prosemirror-model';
import { addListNodes } from 'prosemirror-schema-list';
import { schema as basic } from 'prosemirror-schema-basic';
import { tables } from './tables.js';

const LIGHT = /^(transparent|inherit|initial|currentcolor|windowtext|#fff(fff)?|#000(000)?|white|black)$/i;

/** Colours as messages carry them: hexadecimal; black on white is no colour. */
export function hex(colour) {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\)$/.exec(colour);
  const written = parts
    ? parts[4] === '0' ? 'transparent' : `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
    : colour.trim();
  return LIGHT.test(written) ? null : written;
}

/**
 * A page without inline style ignores style attributes even in what it merely reads; under another name they can be
 * read property by property.
 */
export function readable(html) {
  return html.replace(/(<[^<>]*?\s)style\s*=/gi, '$1data-style=');
}

function styleOf(dom, property) {
  const scratch = document.createElement('span');
  scratch.style.cssText = dom.dataset.style;
  return scratch.style.getPropertyValue(property);
}

function styled(property, pattern) {
  return { tag: '[data-style]', consuming: false, getAttrs: (dom) => (pattern.test(styleOf(dom, property)) ? null : false) };
}

function coloured(property) {
  return {
    attrs: { colour: { validate: 'string' } },
    parseDOM: [{
      tag: '[data-style]',
      consuming: false,
      getAttrs: (dom) => {
        const value = styleOf(dom, property);
        const colour = value && hex(value);
        return colour ? { colour } : false;
      },
    }],
    toDOM: (mark) => ['span', { style: `${property}: ${mark.attrs.colour}` }, 0],
  };
}

const { doc, paragraph, blockquote, text, hard_break: hardBreak } = Object.fromEntries(
  ['doc', 'paragraph', 'blockquote', 'text', 'hard_break'].map((name) => [name, basic.spec.nodes.get(name)]),
);
const plain = new Schema({ nodes: { doc, paragraph, blockquote, text, hard_break: hardBreak, ...tables } });

export const schema = new Schema({
  nodes: addListNodes(plain.spec.nodes, 'paragraph block*', 'block'),
  marks: {
    link: { ...basic.spec.marks.get('link'), parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => (/^(https?|mailto):/i.test(dom.getAttribute('href')) ? { href: dom.getAttribute('href'), title: null } : false) }] },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }, styled('font-weight', /^(bold|[6-9]00)$/)], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, styled('font-style', /^italic$/)], toDOM: () => ['em', 0] },
    underline: { parseDOM: [{ tag: 'u' }, styled('text-decoration-line', /underline/)], toDOM: () => ['u', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, styled('text-decoration-line', /line-through/)], toDOM: () => ['s', 0] },
    colour: coloured('color'),
    highlight: coloured('background-color'),
  },
});
