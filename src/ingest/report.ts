import type { ItemType } from '#content/imported-item.ts';
import type { Conflict } from '#content/write.ts';
import type { Found, Gone, Reject, SourceKind } from './source.ts';

/** Types that are counted, in the order of the table. */
export const COUNTED = [
  'article',
  'author',
  'topic',
  'section',
  'collection',
  'redirect',
] as const satisfies readonly ItemType[];
export type CountedType = (typeof COUNTED)[number];

export interface TypeCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What became of one source. Reasons are codes of ingest/README.md. */
export interface SourceReport {
  readonly source: string;
  readonly kind: SourceKind;
  readonly found: Found;
  readonly counts: Readonly<Record<CountedType, TypeCounts>>;
  readonly skipped: Readonly<Record<string, number>>;
  /** What was taken over and is worth a look. */
  readonly notices: Readonly<Record<string, number>>;
  /** What WordPress makes when it shows a text, in the articles that were read: blocks, embeds, `[shortcodes]`. */
  readonly dynamic: Readonly<Record<string, number>>;
  readonly rejects: readonly Reject[];
  readonly conflicts: readonly Conflict[];
  /** Articles that the source brought earlier and shows no more, and whether they are archived now. */
  readonly gone: readonly (Gone & { readonly archived: boolean })[];
}

export interface ImportReport {
  readonly sources: readonly SourceReport[];
  /** Files of folders that nothing could be imported from: a sentence each. */
  readonly leftOut: readonly string[];
  readonly seconds: number;
}

/** True where every record and every file was taken over: exit status 0, else 2. */
export function isAllGood(report: ImportReport): boolean {
  return countRejects(report) === 0 && report.leftOut.length === 0;
}

function countRejects({ sources }: ImportReport): number {
  return sources.reduce((sum, { rejects }) => sum + rejects.length, 0);
}

const SHOWN_REJECTS = 5;

/**
 * The report as a table for a terminal of so many columns, without colours, ending with a line end. Shows the first five rejects and conflicts of
 * each source.
 */
export function formatReport(report: ImportReport, columns = Infinity): string {
  const parts = [
    ...report.sources.map(formatSource),
    ...some('left out', report.leftOut.length, report.leftOut.slice(0, SHOWN_REJECTS)),
  ].map((part) =>
    part
      .split('\n')
      .map((line) => folded(line, columns))
      .join('\n'),
  );
  const bad = [
    ...counted(countRejects(report), 'reject'),
    ...counted(report.leftOut.length, 'file left out', 'files left out'),
  ];
  const outcome = bad.length === 0 ? 'All good' : `Finished with ${bad.join(' and ')}`;
  return `${parts.join('\n')}\n${outcome} in ${report.seconds.toFixed(1)} s.\n`;
}

function formatSource({
  source,
  kind,
  found,
  counts,
  skipped,
  notices,
  dynamic,
  rejects,
  conflicts,
  gone,
}: SourceReport): string {
  const declared = `found ${number(found.publishedPosts)} published, ${count(found.authors, 'author')}, ${count(found.categories, 'category', 'categories')}, ${count(found.tags, 'tag')}`;
  const rows = COUNTED.filter((type) => Object.values(counts[type]).some((value) => value > 0)).map((type) => [
    type,
    number(counts[type].created),
    number(counts[type].updated),
    number(counts[type].unchanged),
  ]);
  return [
    `${source} (${kind}): ${declared}`,
    ...table(['', 'created', 'updated', 'unchanged'], rows),
    ...listed('skipped', skipped),
    ...listed('noticed', notices),
    ...listed('made by the site when it shows them', dynamic),
    ...some('rejected', rejects.length, rejects.slice(0, SHOWN_REJECTS).map(describeReject)),
    ...listedConflicts('changed here and at the source, kept as they are here', conflicts, 'here'),
    ...listedConflicts('changed here and at the source, taken from the source', conflicts, 'source'),
    ...listedGone(
      'gone at the source, archived here',
      gone.filter(({ archived }) => archived),
    ),
    ...listedGone(
      'gone at the source, still here (--delete archives them)',
      gone.filter(({ archived, isSure }) => isSure && !archived),
    ),
    ...listedGone(
      'most of it gone at the source, so nothing was archived',
      gone.filter(({ isSure }) => !isSure),
    ),
    '',
  ].join('\n');
}

/** A line broken between words, not before numbers; what goes on stands two columns further in. */
function folded(line: string, columns: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  let length = indent.length;
  return line
    .slice(indent.length)
    .split(/ (?![\d,]+(?: |$))/)
    .reduce((text, word, at) => {
      const fits = at === 0 || length + 1 + word.length <= columns;
      length = (fits ? length : indent.length + 2) + (at > 0 && fits ? 1 : 0) + word.length;
      return at === 0 ? text + word : fits ? `${text} ${word}` : `${text}\n${indent}  ${word}`;
    }, indent);
}

function listedConflicts(label: string, all: readonly Conflict[], side: Conflict['took']): readonly string[] {
  const conflicts = all.filter(({ took }) => took === side);
  const shown = conflicts.slice(0, SHOWN_REJECTS);
  return some(
    label,
    conflicts.length,
    shown.map(({ type, id, field }) => `${type} ${printable(id)}: ${field}`),
  );
}

function listedGone(label: string, gone: readonly Gone[]): readonly string[] {
  const shown = gone.slice(0, SHOWN_REJECTS);
  return some(
    label,
    gone.length,
    shown.map(({ id, path, reason }) => `article ${printable(id)}: ${reason}, ${printable(path)}`),
  );
}

function describeReject({ line, type, id, field, reason }: Reject): string {
  const where = line === null ? '' : `line ${line}: `;
  const what = [type, id]
    .filter((one) => one !== null)
    .map(printable)
    .join(' ');
  return `${where}${what === '' ? '' : `${what}: `}${field === null ? '' : `${printable(field)}: `}${reason}`;
}

/** A foreign name on one line, without control characters that a terminal would obey. */
function printable(id: string): string {
  return id.replaceAll(/\p{C}+/gu, ' ').slice(0, 80);
}

function listed(label: string, reasons: Readonly<Record<string, number>>): readonly string[] {
  const entries = Object.entries(reasons).toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return entries.length === 0
    ? []
    : [`  ${label}: ${entries.map(([reason, times]) => `${reason} ${number(times)}`).join(', ')}`];
}

function some(label: string, total: number, lines: readonly string[]): readonly string[] {
  if (total === 0) return [];
  const more = total > lines.length ? [`    … and ${number(total - lines.length)} more`] : [];
  return [`  ${label}: ${number(total)}`, ...lines.map((line) => `    ${line}`), ...more];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return ['  nothing to write'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`;
  return [line(head), ...rows.map(line)];
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function counted(value: number, one: string, many?: string): readonly string[] {
  return value === 0 ? [] : [count(value, one, many)];
}

function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}
