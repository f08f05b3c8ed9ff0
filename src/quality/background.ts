import { createLanguages } from '#related/languages.ts';
import { sentencesOf } from '#related/text.ts';
import { readStories } from './stories.ts';

/** 9,000 words; 5,000 lose .001 on the development sets, 12,000 gain nothing. */
const MOST_WORDS = 9000;
const LINE = 116;

/** Counts in how many texts each word is, and prints the commonest as a `.data.ts` file that tells where they come from. */
export async function printBackground(
  files: readonly string[],
  { lang, name, origin }: { readonly lang: string; readonly name: string; readonly origin: string },
): Promise<string> {
  const language = createLanguages()(lang);
  const documentsWith = new Map<string, number>();
  let texts = 0;
  for (const file of files) {
    for await (const { title, body } of readStories(file)) {
      texts += 1;
      const words = [title, body].flatMap((text) => sentencesOf(text, language)).flat();
      const telling = words.filter(({ meaning }) => !meaning.isStop && !meaning.isNumber);
      for (const stem of new Set(telling.map(({ meaning }) => meaning.stem))) {
        documentsWith.set(stem, (documentsWith.get(stem) ?? 0) + 1);
      }
    }
  }
  const commonest = [...documentsWith].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_WORDS);
  const lines = [...Map.groupBy(commonest, ([, count]) => count)].flatMap(([count, words]) =>
    wrap(
      String(count),
      words.map(([stem]) => stem),
    ),
  );
  return [
    '/**',
    ...wrap(' *', `In how many of ${texts} texts each stem is (stop words and numbers left out). ${origin}`.split(' ')),
    ' * Written by `npm run quality -- background`; not to be edited.',
    ' */',
    `export const ${name} = {`,
    `  texts: ${texts},`,
    '  counts: `',
    ...lines,
    '`,',
    '} as const;',
    '',
  ].join('\n');
}

/** Lines that start alike, of as many words as fit. */
function wrap(start: string, words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = start;
  for (const word of words) {
    if (line !== start && line.length + 1 + word.length > LINE) {
      lines.push(line);
      line = start;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
