import { DOMParser as LetterParser, DOMSerializer } from 'prosemirror-model';
import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { baseKeymap, chainCommands, exitCode, lift, toggleMark, wrapIn } from 'prosemirror-commands';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { hex, readable, schema } from './schema.js';
import { toolbar } from './toolbar.js';
import { say } from '../words.js';

const newLine = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** The field for the letter's text; without scripts it is the plain one it replaces. */
export class Editor {
  constructor(form, changed) {
    this.changed = changed;
    this.area = form.querySelector('#texte');
    const html = form.querySelector('[data-html]').content.textContent;
    const { marks, nodes } = schema;
    const state = EditorState.create({
      doc: this.parse(html),
      plugins: [
        history(),
        keymap({
          'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
          'Mod-b': toggleMark(marks.strong), 'Mod-i': toggleMark(marks.em), 'Mod-u': toggleMark(marks.underline),
          'Shift-Enter': newLine, Enter: splitListItem(nodes.list_item),
          'Mod-]': sinkListItem(nodes.list_item), 'Mod-[': liftListItem(nodes.list_item),
        }),
        keymap(baseKeymap),
        new Plugin({ view: (view) => { this.tools = toolbar(view, commands()); return { update: () => this.tools.refresh(view) }; } }),
      ],
    });
    this.mount = this.area.parentElement;
    this.area.hidden = true;
    this.view = new EditorView(this.mount, {
      state,
      attributes: { 'aria-label': say('text'), 'aria-multiline': 'true', role: 'textbox', dir: 'auto' },
      transformPastedHTML: readable,
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.docChanged) this.changed();
      },
    });
    this.mount.prepend(this.tools.element);
    this.mount.querySelector('label').removeAttribute('for');
  }

  parse(html) {
    const page = new DOMParser().parseFromString(readable(html), 'text/html');
    return LetterParser.fromSchema(schema).parse(page.body);
  }

  load(html) {
    const state = this.view.state;
    this.view.updateState(state.apply(state.tr.replaceWith(0, state.doc.content.size, this.parse(html).content)));
  }

  focus() {
    this.view.focus();
  }

  html() {
    const content = this.view.state.doc;
    if (content.childCount === 1 && content.textContent === '' && content.firstChild.type === schema.nodes.paragraph) return '';
    const page = document.implementation.createHTMLDocument('');
    page.body.append(DOMSerializer.fromSchema(schema).serializeFragment(content.content, { document: page }));
    return page.body.innerHTML.replace(/rgba?\([^)]*\)/g, (colour) => hex(colour) ?? 'inherit');
  }
}

function commands() {
  const { marks, nodes } = schema;
  const colour = (mark, value) => (state, dispatch) => {
    if (dispatch) {
      const { from, to, empty } = state.selection;
      const change = state.tr;
      if (empty) {
        dispatch(value ? change.addStoredMark(mark.create({ colour: value })) : change.removeStoredMark(mark));
      } else {
        change.removeMark(from, to, mark);
        dispatch(value ? change.addMark(from, to, mark.create({ colour: value })) : change);
      }
    }
    return true;
  };
  return [
    { icon: 'bold', key: 'bold', keys: 'Control+B', mark: marks.strong, run: toggleMark(marks.strong) },
    { icon: 'italic', key: 'italic', keys: 'Control+I', mark: marks.em, run: toggleMark(marks.em) },
    { icon: 'underline', key: 'underline', keys: 'Control+U', mark: marks.underline, run: toggleMark(marks.underline) },
    { icon: 'strikethrough', key: 'strike', mark: marks.strike, run: toggleMark(marks.strike) },
    { icon: 'palette', key: 'color', mark: marks.colour, pick: (value) => colour(marks.colour, value),
      colours: { red: '#b3261e', orange: '#a85b00', green: 'palette(good)', blue: '#1a5fb4', violet: 'palette(shared)' } },
    { icon: 'highlighter', key: 'highlight', mark: marks.highlight, pick: (value) => colour(marks.highlight, value),
      colours: { yellow: '#fff3b0', green: '#d3f2d9', blue: '#d6e9ff', pink: '#ffdfe8' } },
    null,
    { icon: 'list', key: 'bullets', run: chainCommands(liftListItem(nodes.list_item), wrapInList(nodes.bullet_list)) },
    { icon: 'list-ordered', key: 'numbers', run: chainCommands(liftListItem(nodes.list_item), wrapInList(nodes.ordered_list)) },
    { icon: 'quote', key: 'quote', run: (state, dispatch, view) => (quoted(state) ? lift : wrapIn(nodes.blockquote))(state, dispatch, view) },
    null,
    { icon: 'undo-2', key: 'undo', keys: 'Control+Z', run: undo },
  ];
}

function quoted(state) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === schema.nodes.blockquote) return true;
  }
  return false;
}
