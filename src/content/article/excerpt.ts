import { ContentError } from '#errors.ts';

type ExcerptUnit = 'WORDS' | 'CHARACTERS' | 'SENTENCES';
/** What is cut where no length is given, and the most that may be asked for. */
const LENGTHS = {
  WORDS: { usual: 30, most: 100 },
  CHARACTERS: { usual: 160, most: 600 },
  SENTENCES: { usual: 2, most: 5 },
} as const;
/** The stored lead is at most this long; one that fills it was cut, maybe inside a word. */
const LEAD_GRAPHEMES = 1_200;
const MOST_ELLIPSIS = 10;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

interface ExcerptArgs {
  readonly length?: number | null | undefined;
  readonly unit: ExcerptUnit;
  readonly ellipsis: string;
}

/**
 * The beginning of a lead: never cut inside a word, the ellipsis counted in CHARACTERS (graphemes), left out where nothing was cut and
 * where it alone would be longer than all that was asked for. Whole SENTENCES end as they are, without one.
 * Throws BAD_USER_INPUT for a length below 1 or above 100 words, 600 characters, 5 sentences.
 */
export function excerptOf(lead: string, lang: string, { length, unit, ellipsis: wanted }: ExcerptArgs): string {
  const { usual, most } = LENGTHS[unit];
  const count = length ?? usual;
  if (count < 1) throw new ContentError('BAD_USER_INPUT', 'length: at least 1');
  if (count > most) throw new ContentError('BAD_USER_INPUT', `length: at most ${most} ${unit.toLowerCase()}`);
  if (lengthOf(wanted) > MOST_ELLIPSIS)
    throw new ContentError('BAD_USER_INPUT', `ellipsis: at most ${MOST_ELLIPSIS} characters`);
  const ellipsis = unit === 'CHARACTERS' && lengthOf(wanted) > count ? '' : wanted;
  const text = lead.replaceAll(/\s+/g, ' ').trim();
  const fits = fitting(text, lang, { count, unit, ellipsis });
  const whole = fits === text && lengthOf(lead) < LEAD_GRAPHEMES;
  if (whole) return text;
  const cut = fits === text ? withoutLastWord(text) : fits;
  return unit === 'SENTENCES' && fits !== text ? cut : `${cut.replace(/[\s.,;:–—-]+$/u, '')}${ellipsis}`;
}

function fitting(
  text: string,
  lang: string,
  { count, unit, ellipsis }: { count: number; unit: ExcerptUnit; ellipsis: string },
): string {
  if (unit === 'CHARACTERS') return lengthOf(text) <= count ? text : firstCharacters(text, count - lengthOf(ellipsis));
  if (unit === 'WORDS') return firstWords(text, count);
  const sentences = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)];
  return sentences
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('')
    .trim();
}

/** Ends behind the `count`th word, with the punctuation that clings to it. */
function firstWords(text: string, count: number): string {
  let met = 0;
  for (const { index, isWordLike } of words.segment(text))
    if (isWordLike && ++met > count) return text.slice(0, index).replace(/[\s([{«“„‘"']+$/u, '');
  return text;
}

/** The longest run of whole words within `count` graphemes; a first word that is longer is left out, too. */
function firstCharacters(text: string, count: number): string {
  let end = 0;
  let taken = 0;
  for (const { segment, index } of words.segment(text)) {
    taken += lengthOf(segment);
    if (taken > count) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}

/** Texts without spaces lose what the segmenter takes for a word. */
function withoutLastWord(text: string): string {
  const end = text.lastIndexOf(' ');
  return text.slice(0, end === -1 ? [...words.segment(text)].at(-1)?.index : end);
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of graphemes.segment(text)) length++;
  return length;
}
