import { Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { isInTable, tableEditing, tableNodes } from 'prosemirror-tables';

/* Tables come by pasting: in the results of a laboratory it matters what stands beside what. */

/** The most rows or columns that one cell may cover; mailbox-service takes no more. */
const MOST = 99;

const nodes = tableNodes({ tableGroup: 'block', cellContent: 'block+' });

/** What a message knows of tables: rows, cells and headings, and how much a cell covers. */
export const tables = { ...nodes, table_cell: cell(nodes.table_cell, 'td'), table_header: cell(nodes.table_header, 'th') };

function cell(node, tag) {
  const getAttrs = (dom) => ({ colspan: covered(dom.colSpan, columns(dom)), rowspan: covered(dom.rowSpan, MOST) });
  return { ...node, parseDOM: [{ tag, getAttrs }] };
}

function covered(count, most) {
  return Math.max(Math.min(count, most, MOST), 1);
}

/** The columns of the other rows: a heading that says it covers 100 means all there are. */
function columns(cell) {
  if (cell.colSpan === 1) return 1;
  const others = [...(cell.closest('table')?.rows ?? [])].filter((row) => row !== cell.parentElement);
  return Math.max(...others.map((row) => [...row.cells].reduce((sum, { colSpan }) => sum + colSpan, 0)));
}

/** Cells stay cells while one writes in them, and there is always room before and after a table. */
export function tablePlugins() {
  return [
    new Plugin({
      appendTransaction: (transactions, before, { doc, schema, tr }) => {
        if (!transactions.some((transaction) => transaction.docChanged)) return null;
        const { table, paragraph } = schema.nodes;
        if (doc.lastChild.type === table) tr.insert(doc.content.size, paragraph.create());
        if (doc.firstChild.type === table) tr.insert(0, paragraph.create());
        return tr.docChanged ? tr : null;
      },
    }),
    tableEditing({ allowTableNodeSelection: true }),
  ];
}

/** One cell copied in a spreadsheet comes as a table and is meant as text; after a whole table one writes on below. */
export function pasted(slice, view) {
  const table = slice.content.lastChild;
  if (table?.type !== view.state.schema.nodes.table) return slice;
  if (slice.content.childCount === 1 && table.childCount === 1 && table.firstChild.childCount === 1) {
    return Slice.maxOpen(table.firstChild.firstChild.content);
  }
  return isInTable(view.state) ? slice : new Slice(slice.content.addToEnd(view.state.schema.nodes.paragraph.create()), slice.openStart, 0);
}

/** Content as plain text: a tab between cells, a line for each row. */
export function plainText(content) {
  return content.content.map(text).join(content.firstChild?.type.spec.tableRole === 'row' ? '\n' : '\n\n');
}

function text(node) {
  switch (node.type.spec.tableRole) {
    case 'row': return node.content.content.map(text).join('\t');
    case 'cell': case 'header_cell': return plainText(node.content).replace(/\s+/g, ' ');
    default: return node.isTextblock ? node.textBetween(0, node.content.size, null, '\n') : plainText(node.content);
  }
}
