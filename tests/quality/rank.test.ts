import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { printBackground } from '#quality/background.ts';
import { rankFile } from '#quality/rank-file.ts';
import { printMeasures, readGoldSets, sweepRows } from '#quality/related-table.ts';
import { isReprint, shinglesOf } from '#quality/shingles.ts';
import { formatTable } from '#quality/table.ts';
import { variants } from '#quality/variants.ts';
import { useFolder } from './files.ts';

const { folder, write } = await useFolder();
const SENTENCE =
  'The ferry Ardent ran aground off Quayhaven with 84 passengers on board, and lifeboats took all of them off.';
const gold = [
  {
    id: 'f1',
    title: 'Ferry Ardent aground off Quayhaven',
    body: SENTENCE,
    lang: 'en',
    event: 'ardent',
    topic: 'ferries',
  },
  {
    id: 'f2',
    title: 'Night on the Ardent',
    body: `${SENTENCE} It is there still.`,
    lang: 'en',
    event: 'ardent',
    topic: 'ferries',
  },
  {
    id: 'f3',
    title: 'Quayhaven asks why the Ardent sailed',
    body: 'Why did the ferry sail?',
    lang: 'en',
    event: 'ardent',
    topic: 'ferries',
  },
  {
    id: 'm1',
    title: 'Ferry Belle aground off Morwick',
    body: 'A tug pulled the ferry Belle free.',
    lang: 'en',
    event: 'belle',
    topic: 'ferries',
  },
  {
    id: 'm2',
    title: 'Belle sails from Morwick again',
    body: 'The Belle is back.',
    lang: 'en',
    event: 'belle',
    topic: 'ferries',
  },
  { id: 'd1', title: 'Fähre Ardent vor Quayhaven auf Grund', body: 'Die Fähre Ardent', lang: 'de', event: 'ardent' },
  { id: 'n1', title: 'Ardent inquiry opens at Quayhaven', event: 'ardent' },
];
const file = await write('gold.jsonl.gz', gold);

interface Line {
  readonly id: string;
  readonly related: readonly {
    readonly id: string;
    readonly score: number;
    readonly reasons: readonly { readonly weight: number }[];
  }[];
}

async function ranked(
  name: string,
  options: { readonly top: number; readonly plain: boolean },
): Promise<readonly Line[]> {
  const out = `${folder}/${name}`;
  await rankFile({ file, out, ...options });
  const bytes = await readFile(out);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
}
const idsOf = (lines: readonly Line[], id: string) =>
  lines.find((line) => line.id === id)?.related.map((related) => related.id);

test('every story of a file is ranked against the others of its language, in the order of the file', async () => {
  const lines = await ranked('out.jsonl', { top: 100, plain: true });
  expect(lines.map(({ id }) => id)).toEqual(gold.map(({ id }) => id));
  expect(idsOf(lines, 'f1')?.slice(0, 3).sort()).toEqual(['f2', 'f3', 'n1']);
  expect(lines.flatMap(({ related }) => related.map(({ id }) => id))).not.toContain('d1');
  expect(idsOf(lines, 'd1')).toEqual([]);
});

test('of lines with one id each is ranked, and no list names an id twice', async () => {
  const twice = await write('twice.jsonl', [...gold.slice(0, 3), { ...gold[1], title: 'Ardent at night' }]);
  const out = `${folder}/twice-out.jsonl`;
  await rankFile({ file: twice, out, top: 100, plain: true });
  const lines = (await readFile(out, 'utf8'))
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
  expect(lines.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3', 'f2']);
  expect(idsOf(lines, 'f1')?.toSorted()).toEqual(['f2', 'f3']);
  expect(lines[3]?.related.map(({ id }) => id)).not.toContain('f2');
});

test('reasons add up to the score, strongest first', async () => {
  for (const { related } of await ranked('reasons.jsonl.gz', { top: 3, plain: false })) {
    expect(related.length).toBeLessThanOrEqual(3);
    for (const { score, reasons } of related) {
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 10);
    }
  }
});

test('a near-copy stands where it is in the plain ranking alone', async () => {
  expect(idsOf(await ranked('plain.jsonl', { top: 9, plain: true }), 'f1')?.[0]).toBe('f2');
  expect(idsOf(await ranked('readers.jsonl', { top: 9, plain: false }), 'f1')?.at(-1)).toBe('f2');
});

test('the report tells how many of the exhaustive top ten the candidates contain', async () => {
  const report = await rankFile({ file, out: `${folder}/report.jsonl`, top: 5, plain: false });
  expect([report.stories, report.recall]).toEqual([7, 1]);
});

test('a file that cannot be written is told in a sentence', async () => {
  await expect(rankFile({ file, out: `${folder}/no/out.jsonl`, top: 5, plain: false })).rejects.toThrow(
    /could not be written/u,
  );
});

test('the table has a plain and a readers row of each set', async () => {
  const [head, ...rows] = printMeasures(
    await readGoldSets(folder).then((sets) => sets.filter(({ name }) => name === 'gold')),
  ).split('\n');
  expect(head).toMatch(/^set +stories +nDCG@10 +MAP/u);
  expect(rows.map((row) => row.split(/ {2,}/u).slice(0, 2))).toEqual([
    ['gold, plain', '7'],
    ['gold', '7'],
  ]);
  await expect(readGoldSets(`${folder}/none`)).rejects.toThrow(/no folder/u);
});

test('a sweep starts with the constants as they are, and changes each alone', async () => {
  const [set] = (await readGoldSets(folder)).filter(({ name }) => name === 'gold');
  const rows = [...sweepRows(set ? [set] : [], variants().slice(0, 2))];
  expect(rows).toHaveLength(3);
  expect(rows[1]).toMatch(/^as it is +\d\.\d{4} \/ \d\.\d{4}$/u);
  expect(new Set(variants().map(({ name }) => name)).size).toBe(variants().length);
});

test('a background table counts texts, not mentions, and leaves out stop words and numbers', async () => {
  const texts = await write('texts.jsonl', [
    { id: 1, title: 'Gulls and gulls', body: 'The sea in 2026' },
    { id: 2, title: 'A gull', body: '' },
  ]);
  const source = await printBackground([texts], { lang: 'en', name: 'TINY', origin: 'two texts' });
  expect(source).toContain('export const TINY = {\n  texts: 2,\n  counts: `\n2 gull\n1 sea\n`,');
});

test('a reprint is told by common runs of four words', () => {
  const story = (body: string) => shinglesOf({ title: '', body });
  expect(isReprint(story(SENTENCE), story(`${SENTENCE} More.`))).toBe(true);
  expect(isReprint(story(SENTENCE), story('The ferry Belle ran aground off Morwick and a tug pulled her free.'))).toBe(
    false,
  );
});

test('a table is aligned by its widest cells', () => {
  expect(
    formatTable([
      ['a', 'bbb'],
      ['ccc', 'd'],
    ]),
  ).toBe('a    bbb\nccc    d');
});
