import { CREDIT_ARTICLES, CREDIT_BY, CREDIT_VERBS, DAYS, SMALL_AGENCIES } from './credit-line.data.ts';

export interface StandfirstAndCredit {
  readonly standfirst: string | null;
  readonly creditLine: string | null;
  /** True for "…reports Name", which stands under a standfirst and nowhere else. */
  readonly isReport: boolean;
}

const oneOf = (words: readonly string[]): string =>
  [...new Set(words)].toSorted((a, b) => b.length - a.length).join('|');
const verbs = oneOf(Object.values(CREDIT_VERBS).flat());
const small = oneOf(SMALL_AGENCIES);
const WORD = String.raw`\p{Lu}[\p{L}\p{N}'’&.-]*`;
const JOINS = 'of|the|and|for|from|in|de|du|la|le|der|die|das|van|von|och|et|und|y|e|&';
const NAME = String.raw`(?:(?!(?:${oneOf(DAYS)})\b)${WORD}(?:\s(?:(?:${JOINS})\s){0,2}${WORD}){0,7}|(?:${small})(?!\p{L}))`;
/** "…reports Name": dots or a dash join it, or the sentence has ended and the verb is in lower case. */
const REPORTS = new RegExp(
  String.raw`(?<join>\s*(?:…\.?|\.{2,6}|[–—]|\s--?)\s*|[.!?]["”’»)]?\s+)(?<credit>(?:${verbs})\s(?:${oneOf(Object.values(CREDIT_ARTICLES).flat())})?${NAME})\.?$`,
  'u',
);
/** "— Name Name" after the end of a sentence. */
const DASHED = new RegExp(
  String.raw`(?<=[.!?…]["”’»)]?)\s*[–—]\s*(?<credit>${WORD}(?:\s${WORD}){1,5}|[A-Z]{2,6}|${small})$`,
  'u',
);
/** "By Name in Place" as the last sentence. */
const by = Object.values(CREDIT_BY).map(
  ({ by: first, places }) =>
    String.raw`${first}\s${WORD}(?:\s${WORD}){1,3}(?:\s(?:${oneOf(places)})\s${WORD}(?:\s${WORD}){0,3})?`,
);
const BY = new RegExp(String.raw`(?<=[.!?…]["”’»)]?)\s+(?<credit>${by.join('|')})\.?$`, 'u');

/** What the last word of a credit holds, and that of most texts does not. */
const IN_LAST_WORD = new RegExp(String.raw`\p{Lu}|${small}`, 'u');

/** Characters at the end that are looked at: no credit is longer, and the patterns are quadratic in white space. */
const LOOKED_AT = 500;

/**
 * A standfirst without the credit at its end and what joined it, and that credit. What is not sure stays in the standfirst; blank = null.
 * A text that is a credit alone stays a standfirst.
 */
export function splitCreditLine(text: string | null): StandfirstAndCredit {
  const whole = text?.trim() ?? '';
  if (whole === '') return { standfirst: null, creditLine: null, isReport: false };
  const from = Math.max(0, whole.length - LOOKED_AT);
  const end = whole.slice(from);
  const mayEnd = IN_LAST_WORD.test(end.slice(end.lastIndexOf(' ') + 1));
  for (const pattern of mayEnd ? [REPORTS, DASHED, BY] : []) {
    const match = pattern.exec(end);
    const creditLine = match?.groups?.['credit']?.trim().replace(/\.$/, '');
    if (match === null || creditLine === undefined) continue;
    const join = match.groups?.['join'] ?? '';
    // Dots that join are no end of a sentence.
    const stop = /^\.{2,}/.test(join) ? '' : (/^[.!?]["”’)]?/.exec(join)?.[0] ?? '');
    const before = whole.slice(0, from + match.index).trim() + stop;
    if (before !== '') return { standfirst: before, creditLine, isReport: pattern === REPORTS };
  }
  return { standfirst: whole, creditLine: null, isReport: false };
}
