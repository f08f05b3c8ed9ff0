import { CREDIT_LABELS, CREDIT_LABELS_BY, CREDIT_SMALL_WORDS, TELLING_LABELS } from './image-credit.data.ts';

const longestFirst = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
/** Dots only after initials, brackets only around an agency. */
const NAME = String.raw`(?<name>[\p{L}\p{N}@](?:[^.:;()[\]|©]|(?<=(?<!\p{L})\p{L})\.|\(\p{L}{2,12}\)){1,78})`;
/** "Photo: Name", "(Photo by Name)", "Foto: Name / Agency" as the whole caption or after the end of a sentence, bracket, bar or dash. */
const LABELLED = new RegExp(
  String.raw`(?:^|[.!?…”"')\]|–—-]\s*|\s[([|]\s*|[([]\s*)(?:(?<label>${longestFirst(CREDIT_LABELS)})\s*[:/]|(?<labelBy>${longestFirst(CREDIT_LABELS_BY)})\s)\s*${NAME}\s*[.)\]]*$`,
  'iu',
);
/** "© Name" at the end. */
const COPYRIGHT = new RegExp(String.raw`(?:^|\s|[([|])©\s*(?:\d{4}\s+)?${NAME}\s*[.)\]]*$`, 'u');

/** Longer is a sentence. */
const MAX_WORDS = 10;
const SMALL = new Set(CREDIT_SMALL_WORDS);
const TELLING = new Set(TELLING_LABELS);

export interface CaptionAndCredit {
  readonly caption: string | null;
  readonly credit: string | null;
}

/**
 * A caption without the credit at its end, and that credit's name, with the label before it where that says more than whose it is
 * ("Illustration: …", "File photo: …"); a caption in which none is sure stays whole. Blank = null.
 */
export function splitImageCredit(text: string | null): CaptionAndCredit {
  const whole = text?.trim() ?? '';
  if (whole === '') return { caption: null, credit: null };
  const match = LABELLED.exec(whole) ?? COPYRIGHT.exec(whole);
  const credit = match?.groups?.['name']?.trim();
  if (match === null || credit === undefined || !isName(credit)) return { caption: whole, credit: null };
  const label = match.groups?.['label'] ?? match.groups?.['labelBy'] ?? '';
  const from = TELLING.has(label.toLowerCase()) ? match[0].indexOf(label) : match[0].lastIndexOf(credit);
  const printed = match[0].slice(from, match[0].lastIndexOf(credit) + credit.length);
  const closing = /^[.!?…”"')\]]/.exec(match[0])?.[0] ?? '';
  const caption = `${whole.slice(0, match.index)}${closing}`.replace(/[\s|([–—-]+$/u, '').trim();
  return { caption: /[\p{L}\p{N}]/u.test(caption) ? caption : null, credit: printed };
}

/** Capitals, numbers and small words of names: anything else is what the picture shows. */
function isName(credit: string): boolean {
  const words = credit.split(/[\s/,&+–—-]+/).filter((word) => word !== '');
  return (
    /^[\p{Lu}\p{Lo}\p{N}@]/u.test(credit) &&
    words.length <= MAX_WORDS &&
    words.every((word) => /^["“”'’(]?[\p{Lu}\p{Lo}\p{N}@]/u.test(word) || SMALL.has(word.replaceAll(/[."“”'’()]/g, '')))
  );
}
