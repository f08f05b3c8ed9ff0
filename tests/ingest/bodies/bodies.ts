import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { block } from './blocks.ts';
import { line } from './inline.ts';
import { seq } from './shape.ts';

interface MadeBody {
  readonly html: string;
  /** What a reader sees, in order; each word is there once. */
  readonly words: readonly string[];
}

/** Words of several scripts and directions; the number makes each unique. */
const STEMS = [
  'ferry',
  'Été',
  'ß',
  'İl',
  'море',
  '潮',
  'かもめ',
  'ים',
  'بحر',
  'समुद्र'.normalize('NFC').replaceAll(/\p{M}/gu, ''),
];

/** Bodies as editors, themes and page builders write them, with the words that a reader sees. */
export const bodies: Arbitrary<MadeBody> = fc
  .tuple(
    fc.array(fc.oneof(block, line), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
    fc.array(fc.nat(STEMS.length - 1), { minLength: 1, maxLength: 5 }),
  )
  .map(([shapes, isClassic, stems]) => {
    const seen: string[] = [];
    const word = (): string => {
      const made = `${STEMS[stems[seen.length % stems.length] ?? 0] ?? ''}${seen.length + 10}`;
      seen.push(made);
      return made;
    };
    const html = seq(shapes, '\n\n')(word);
    return { html: isClassic ? html : `<!-- wp:paragraph -->${html}`, words: seen };
  });
