import type { Element } from 'domhandler';
import { childrenNamed, named, textOf } from './dom.ts';
import { htmlBlock } from './html-block.ts';
import { escapeText } from './inline-writer.ts';
import type { Walk } from './walk.ts';

/** What a cell of a plain table cannot hold. */
const NOT_IN_CELL = [
  'table',
  'ul',
  'ol',
  'dl',
  'blockquote',
  'pre',
  'figure',
  'img',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'details',
];
const MEDIA = ['iframe', 'video', 'audio', 'object', 'embed'];

/** A table with its caption, header and rows; one with joined cells or blocks in them as HTML; one that only lays out as its content. */
export function readTable(table: Element, walk: Walk, outerCaption: string | null = null): boolean {
  const rows = rowsOf(table);
  const cells = rows.flatMap((row) => childrenNamed(row, 'td', 'th'));
  // A single cell, or a table around films and frames, lays out a page.
  if (cells.length <= 1 || named(table, ...MEDIA).length > 0) return false;
  const isJoined = cells.some(
    (cell) => Number(cell.attribs['colspan'] ?? 1) > 1 || Number(cell.attribs['rowspan'] ?? 1) > 1,
  );
  const caption = childrenNamed(table, 'caption').map(textOf).join(' ').trim();
  if (isJoined || named(table, ...NOT_IN_CELL).length > 0 || !isWhole(table, rows, caption)) {
    const block = htmlBlock(table, walk.context);
    if (block !== null) walk.add(block);
    if (outerCaption !== null && outerCaption !== '') return keepCaption(outerCaption, walk);
    return true;
  }
  const contents = rows.map((row) => childrenNamed(row, 'td', 'th').map((cell) => walk.inline(cell.children).html));
  const hasHeader = isHeader(rows[0]);
  const filled = contents.filter((row) => row.some((cell) => cell !== ''));
  if (filled.length === 0) return true;
  const outer = outerCaption ?? '';
  walk.add({
    type: 'table',
    table: {
      caption: caption || outer || null,
      header: hasHeader ? (contents[0] ?? null) : null,
      rows: (hasHeader ? contents.slice(1) : contents).filter((row) => row.some((cell) => cell !== '')),
    },
  });
  return caption === '' || outer === '' ? true : keepCaption(outer, walk);
}

function keepCaption(caption: string, walk: Walk): boolean {
  walk.add({ type: 'paragraph', html: escapeText(caption) });
  return true;
}

/** Rows as shown: those of the head first, those of the foot last. */
function rowsOf(table: Element): readonly Element[] {
  const part = (...names: readonly string[]): Element[] =>
    childrenNamed(table, ...names).flatMap((one) => childrenNamed(one, 'tr'));
  const direct = childrenNamed(table, 'tr');
  return [...part('thead'), ...direct, ...part('tbody'), ...part('tfoot')];
}

function isHeader(row: Element | undefined): boolean {
  if (row === undefined) return false;
  const parent = row.parent;
  if (parent !== null && 'name' in parent && parent.name === 'thead') return true;
  const cells = childrenNamed(row, 'td', 'th');
  return cells.length > 0 && cells.every((cell) => cell.name === 'th');
}

/** False when text stands outside of the cells. */
function isWhole(table: Element, rows: readonly Element[], caption: string): boolean {
  const letters = (text: string): number => text.replaceAll(/\s+/g, '').length;
  const inCells = rows
    .flatMap((row) => childrenNamed(row, 'td', 'th'))
    .reduce((sum, cell) => sum + letters(textOf(cell)), 0);
  return letters(textOf(table)) === inCells + letters(caption);
}
