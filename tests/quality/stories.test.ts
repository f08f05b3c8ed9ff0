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

test.each([
  ['en', 'The ferry was taken to the harbour by a tug'],
  ['de', 'Die Fähre wurde von einem Schlepper in den Hafen gebracht'],
  ['es', 'El transbordador fue llevado al puerto por un remolcador'],
  ['nl', 'De veerboot is door een sleepboot naar de haven gebracht'],
  ['it', 'Il traghetto è stato portato nel porto da un rimorchiatore'],
])('%s is told by its function words', (lang, text) => {
  expect(createLanguageGuess()(text)).toBe(lang);
});

test('a text with too few function words is left open', () => {
  expect(createLanguageGuess()('Ferry Ardent runs aground')).toBeNull();
});
