import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { printImportTable } from '#quality/import.ts';
import { keptWords } from '#quality/kept-words.ts';
import { useWriter } from '../_support/use-writer.ts';
import { post, wxr } from '../ingest/wxr-text.ts';

test('words that a body has lost, or has in another order, are counted', () => {
  const body = '<p>One <b>two</b> th<i>ree</i></p><script>unseen</script><p>four</p>';
  expect(keptWords(body, [{ type: 'paragraph', html: 'One two three' }])).toEqual({ words: 4, kept: 3 });
  expect(keptWords(body, [{ type: 'paragraph', html: 'four One two three' }])).toEqual({ words: 4, kept: 3 });
});

describe('the table of imports', () => {
  const opened = useWriter();

  it('compares exports with what they declare, and tells a wrong one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'masthead-exports-'));
    writeFileSync(join(folder, 'a.xml'), wxr([post()]));
    writeFileSync(join(folder, 'b.xml'), wxr([post({ 'wp:post_id': '8', guid: '' })]));
    writeFileSync(join(folder, 'c.xml'), wxr([post({ 'wp:post_id': '9', guid: '' })]).replace('</channel>', ''));
    const declared = { publishedPosts: 1, authors: 0, categories: 0, tags: 0 };
    const expected = [
      { file: 'b.xml', gold: { ...declared, publishedPosts: 2 } },
      { file: 'a.xml', gold: declared },
      { file: 'c.xml', gold: { xml: 'not well-formed' } },
    ];
    writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));
    expect(await printImportTable(folder, opened.writer))
      .toBe(`export       found  published  by WordPress  words kept  written again
a.xml        exact          1             1       1.000              0
b.xml        WRONG          1             2       1.000              0
c.xml   ill-formed          1             0       1.000              0
all         1 of 2          3             3       1.000              0`);
  });
});
