import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { baseKeymap } from 'prosemirror-commands';
import { schema } from 'prosemirror-schema-basic';
import { wrapInList } from 'prosemirror-schema-list';
export function start() { console.log(EditorState, EditorView, history, keymap, baseKeymap, schema, wrapInList); }
