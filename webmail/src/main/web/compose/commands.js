import { undo } from 'prosemirror-history';
import { chainCommands, lift, toggleMark, wrapIn } from 'prosemirror-commands';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { schema } from './schema.js';

const { marks, nodes } = schema;

/** What the bar over the text offers; null is a gap. */
export const commands = [
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

/** Colours what is chosen, or what is typed next; null takes the colour away. */
function colour(mark, value) {
  return (state, dispatch) => {
    if (dispatch) {
      const change = state.tr;
      const made = value && mark.create({ colour: value });
      if (state.selection.empty) {
        dispatch(made ? change.addStoredMark(made) : change.removeStoredMark(mark));
      } else {
        for (const { $from, $to } of state.selection.ranges) {
          change.removeMark($from.pos, $to.pos, mark);
          if (made) change.addMark($from.pos, $to.pos, made);
        }
        dispatch(change);
      }
    }
    return true;
  };
}

function quoted(state) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === nodes.blockquote) return true;
  }
  return false;
}
