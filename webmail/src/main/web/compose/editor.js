import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { commands } from './commands.js';
import { read, write } from './html.js';
import { readable, schema } from './schema.js';
import { pasted, plainText, tablePlugins } from './tables.js';
import { toolbar } from './toolbar.js';
import { say } from '../language.js';

const { marks, nodes } = schema;

const newLine = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

const keys = {
  'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
  'Mod-b': toggleMark(marks.strong), 'Mod-i': toggleMark(marks.em), 'Mod-u': toggleMark(marks.underline),
  'Shift-Enter': newLine, Enter: splitListItem(nodes.list_item),
  'Mod-]': sinkListItem(nodes.list_item), 'Mod-[': liftListItem(nodes.list_item),
};

/** The field for the message's text; without scripts it is the plain one it replaces. */
export class Editor {
  constructor(form, changed) {
    const area = form.querySelector('#texte');
    const mount = area.parentElement;
    area.hidden = true;
    this.view = new EditorView(mount, {
      state: EditorState.create({
        doc: read(form.querySelector('[data-html]').content.textContent),
        plugins: [history(), keymap(keys), keymap(baseKeymap), this.tools(), ...tablePlugins()],
      }),
      attributes: { 'aria-label': say('text'), 'aria-multiline': 'true', role: 'textbox', dir: 'auto' },
      transformPastedHTML: readable,
      transformPasted: pasted,
      clipboardTextSerializer: (slice) => plainText(slice.content),
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.docChanged) changed();
      },
    });
    mount.prepend(this.bar);
    mount.querySelector('label').removeAttribute('for');
  }

  tools() {
    return new Plugin({
      view: (view) => {
        const { element, refresh } = toolbar(view, commands);
        this.bar = element;
        return { update: refresh };
      },
    });
  }

  focus() {
    this.view.focus();
  }

  html() {
    return write(this.view.state.doc);
  }
}
