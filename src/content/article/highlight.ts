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
    { field: 'headline', html: mark(fields.headline, wanted, Infinity) },
    { field: 'standfirst', html: mark(fields.standfirst ?? '', wanted, Infinity) },
    { field: 'body', html: mark(fields.body, wanted, WORDS_AROUND) },
  ].flatMap(({ field, html }) => (html === null ? [] : [{ field, html }]));
}

/** Null where none of the words occurs. A long text is taken apart only as far as it is shown. */
function mark(text: string, wanted: ReadonlySet<string>, around: number): string | null {
  const parts: { readonly segment: string; readonly isWord: boolean; readonly isHit: boolean }[] = [];
  let first = -1;
  let behind = 0;
  let isCut = false;
  for (const { segment, isWordLike: isWord = false } of words.segment(text.replaceAll(/\s+/g, ' '))) {
    if (behind === around) {
      isCut = true;
      break;
    }
    if (isWord && first !== -1) behind += 1;
    const isHit = isWord && wanted.has(nameKey(segment));
    if (isHit && first === -1) first = parts.length;
    parts.push({ segment, isWord, isHit });
  }
  if (first === -1) return null;
  let from = first;
  for (let before = 0; before < around && from > 0;) {
    from -= 1;
    if (parts[from]?.isWord) before += 1;
  }
  const html = parts
    .slice(from)
    .map(({ segment, isHit }) => (isHit ? `<em>${escape(segment)}</em>` : escape(segment)))
    .join('')
    .trim();
  return `${from > 0 ? '…' : ''}${html}${isCut ? '…' : ''}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
