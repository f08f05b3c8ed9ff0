import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createLanguageGuess } from '#quality/guess-language.ts';
import { readStories } from '#quality/stories.ts';
import { useFolder } from './files.ts';

const { write, folder } = await useFolder();

test('a line is a story, whatever is left out of it', async () => {
  const file = await write('few.jsonl.gz', [
    { id: 1, title: 'One' },
    {
      id: 'b',
      title: 'Two',
      body: null,
      lang: 'pt-BR',
      date: '2026-03-01T10:00:00+01:00',
      section: 'Sea',
      topics: ['a', 'a', ' '],
    },
    { id: 'c', title: 'Three', summary: 'Short', date: 'soon', authors: ['X', 'Y'], event: 'e' },
  ]);
  const stories = await Array.fromAsync(readStories(file));
  expect(stories.map(({ record: _record, ...story }) => story)).toEqual([
    { id: '1', title: 'One', body: '', lang: '', date: null, topics: [], sections: [], authors: [] },
    {
      id: 'b',
      title: 'Two',
      body: '',
      lang: 'pt',
      date: Date.UTC(2026, 2, 1, 9),
      topics: ['a'],
      sections: ['Sea'],
      authors: [],
    },
    { id: 'c', title: 'Three', body: 'Short', lang: '', date: null, topics: [], sections: [], authors: ['X', 'Y'] },
  ]);
  expect(stories[2]?.record['event']).toBe('e');
});

test('a line that is not a story is told by its number', async () => {
  const file = await write('bad.jsonl', [{ id: 'a', title: 'One' }, { title: 'no id' }]);
  await expect(Array.fromAsync(readStories(file))).rejects.toThrow(/bad\.jsonl, line 2:/u);
  await expect(Array.fromAsync(readStories(`${folder}/none.jsonl`))).rejects.toThrow(/none\.jsonl/u);
});

test('an archive is known by its bytes, whatever its name', async () => {
  const text = '{"id":"a","title":"One"}';
  const [named, unnamed] = [path.join(folder, 'plain.jsonl.gz'), path.join(folder, 'archive.jsonl')];
  await writeFile(named, text);
  await writeFile(unnamed, gzipSync(text));
  for (const file of [named, unnamed])
    expect((await Array.fromAsync(readStories(file))).map(({ title }) => title)).toEqual(['One']);
});

test('what is not as it should be is missing, and a name may be inside an object', async () => {
  const file = await write('odd.jsonl', [
    { id: 'a', title: 7, body: ['no text'], date: {}, lang: 1, section: { name: 'Sea' }, topics: 5 },
    { id: 'b', title: 'Two', topics: [{ name: 'Ports' }, 'Ferries'], authors: { slug: 'nameless' } },
  ]);
  const [odd, named] = await Array.fromAsync(readStories(file));
  expect(odd).toMatchObject({ title: '', body: '', date: null, lang: '', sections: ['Sea'], topics: [] });
  expect(named).toMatchObject({ topics: ['Ports', 'Ferries'], authors: [] });
});

test.each([
  ['2026-03-01', Date.UTC(2026, 2, 1)],
  ['2026-03-01T10:00:00Z', Date.UTC(2026, 2, 1, 10)],
  ['2026-03-01T10:00:00', Date.UTC(2026, 2, 1, 10)],
  ['2026-03-01 10:00', Date.UTC(2026, 2, 1, 10)],
  [1_772_359_200_000, Date.UTC(2026, 2, 1, 10)],
  [' ', null],
])('a date may be written as %j', async (date, time) => {
  const file = await write('date.jsonl', [{ id: 'a', title: null, date, lang: null, topics: null }]);
  const [story] = await Array.fromAsync(readStories(file));
  expect([story?.date, story?.title, story?.lang]).toEqual([time, '', '']);
});

test('a mark at the start of a file is no part of its first line, and a broken archive is no line', async () => {
  const marked = path.join(folder, 'marked.jsonl');
  await writeFile(marked, '\u{feff}{"id":"a","title":"One"}\r\n\r\n{"id":"b","title":"Two"}');
  expect((await Array.fromAsync(readStories(marked))).map(({ id }) => id)).toEqual(['a', 'b']);
  const broken = path.join(folder, 'broken.jsonl.gz');
  const whole = gzipSync('{"id":"a","title":"One"}');
  await writeFile(broken, whole.subarray(0, 20));
  await expect(Array.fromAsync(readStories(broken))).rejects.toThrow(/could not be read to its end/u);
});

test.each([
  ['en', 'The ferry was taken to the harbour by a tug'],
  ['de', 'Die Fähre wurde von einem Schlepper in den Hafen gebracht'],
  ['es', 'El transbordador fue llevado al puerto por un remolcador'],
  ['nl', 'De veerboot is door een sleepboot naar de haven gebracht'],
  ['it', 'Il traghetto è stato portato nel porto da un rimorchiatore'],
])('%s is told by its function words', (lang, text) => {
  expect(createLanguageGuess()(text)).toBe(lang);
});

test('another language than the expected one has to be clear', () => {
  const guess = createLanguageGuess();
  const text = '1.6m car recall put GM on a rough road';
  expect([guess(text), guess(text, 'en')]).toEqual(['fr', 'en']);
  expect(guess('Die Fähre wurde von einem Schlepper in den Hafen gebracht', 'en')).toBe('de');
});

test('a text with too few function words is left open', () => {
  expect(createLanguageGuess()('Ferry Ardent runs aground')).toBeNull();
});
