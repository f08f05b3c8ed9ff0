import { nameKey } from '#lib/name-key.ts';

export interface Highlight {
  readonly field: string;
  /** The text with every word that was searched for in `<em>`; nothing else in it is markup. */
  readonly html: string;
}

/** A passage shows so many words before and behind the first word found. */
const WORDS_AROUND = 15;
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Where the words of a search stand: whole short fields, and of the body the passage around the first word found. Fields without any are left out. */
export function highlightsOf(
  text: string,
  fields: { readonly headline: string; readonly standfirst: string | null; readonly body: string },
): readonly Highlight[] {
  const wanted = new Set(
    [...words.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => nameKey(segment)),
  );
  return [
    { field: 'headline', html: mark(fields.headline, wanted, null) },
    { field: 'standfirst', html: mark(fields.standfirst ?? '', wanted, null) },
    { field: 'body', html: mark(fields.body, wanted, WORDS_AROUND) },
  ].flatMap(({ field, html }) => (html === null ? [] : [{ field, html }]));
}

/** Null where none of the words occurs. */
function mark(text: string, wanted: ReadonlySet<string>, around: number | null): string | null {
  const parts = [...words.segment(text.replaceAll(/\s+/g, ' '))].map(({ segment, isWordLike }) => ({
    segment,
    isWord: isWordLike === true,
    hit: isWordLike === true && wanted.has(nameKey(segment)),
  }));
  const first = parts.findIndex(({ hit }) => hit);
  if (first === -1) return null;
  const [from, to] =
    around === null ? [0, parts.length] : [step(parts, first, -around), step(parts, first, around) + 1];
  const html = parts
    .slice(from, to)
    .map(({ segment, hit }) => (hit ? `<em>${escape(segment)}</em>` : escape(segment)))
    .join('')
    .trim();
  return `${from > 0 ? '…' : ''}${html}${to < parts.length ? '…' : ''}`;
}

/** The index that lies so many words before (negative) or behind an index, or the end of the text. */
function step(parts: readonly { readonly isWord: boolean }[], from: number, count: number): number {
  const direction = Math.sign(count);
  let index = from;
  for (let left = Math.abs(count); left > 0 && parts[index + direction];) {
    index += direction;
    if (parts[index]?.isWord) left--;
  }
  return index;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
