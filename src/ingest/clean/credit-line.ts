import { CREDIT_VERBS } from './credit-line.data.ts';

export interface StandfirstAndCredit {
  readonly standfirst: string | null;
  readonly creditLine: string | null;
}

const verbs = Object.values(CREDIT_VERBS)
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const WORD = String.raw`\p{Lu}[\p{L}\p{N}'’&.-]*`;
const NAME = String.raw`${WORD}(?:\s(?:(?:of|the|and|de|du|la|le|der|die|das|van|von|&)\s)?${WORD}){0,5}`;
/** "…reports Name": dots or a dash join it, or the sentence has ended and the verb is in lower case. */
const REPORTS = new RegExp(
  String.raw`(?<join>\s*(?:…\.?|\.{2,6}|[–—]|\s--?)\s*|[.!?]["”’)]?\s+)(?<credit>(?:${verbs})\s${NAME})\.?$`,
  'u',
);
/** "— Name Name" after the end of a sentence. */
const DASHED = new RegExp(
  String.raw`(?<=[.!?…]["”’)]?)\s*[–—]\s*(?<credit>${WORD}(?:\s${WORD}){1,5}|[A-Z]{2,6})$`,
  'u',
);
/** "By Name in Place" as the last sentence. */
const BY = new RegExp(
  String.raw`(?<=[.!?…]["”’)]?)\s+(?<credit>By\s${WORD}(?:\s${WORD}){1,3}(?:\sin\s${NAME})?)\.?$`,
  'u',
);

/** Characters at the end that are looked at: no credit is longer, and the patterns are quadratic in white space. */
const LOOKED_AT = 500;

/**
 * A standfirst without the credit at its end and what joined it, and that credit. What is not sure stays in the standfirst; blank = null.
 * A text that is a credit alone stays a standfirst.
 */
export function splitCreditLine(text: string | null): StandfirstAndCredit {
  const whole = text?.trim() ?? '';
  if (whole === '') return { standfirst: null, creditLine: null };
  const from = Math.max(0, whole.length - LOOKED_AT);
  const end = whole.slice(from);
  for (const pattern of [REPORTS, DASHED, BY]) {
    const match = pattern.exec(end);
    const creditLine = match?.groups?.['credit']?.trim().replace(/\.$/, '');
    if (match === null || creditLine === undefined) continue;
    const join = match.groups?.['join'] ?? '';
    // Dots that join are no end of a sentence.
    const stop = /^\.{2,}/.test(join) ? '' : (/^[.!?]["”’)]?/.exec(join)?.[0] ?? '');
    const before = whole.slice(0, from + match.index).trim() + stop;
    if (before !== '') return { standfirst: before, creditLine };
  }
  return { standfirst: whole, creditLine: null };
}
