import { OWN_SCRIPTS, SMALL_WORDS } from './language.data.ts';

/** What is looked at: the beginning, which is as good as the whole. */
const LOOKED_AT = 1_500;
/** What is enough to see that a text is in the language that is expected. */
const LOOKED_AT_FIRST = 500;
/** Half as much again as `languageOf` asks for. */
const SURE_SHARE = 0.18;
const WORDS = /[\p{L}\p{M}]+/gu;
/** The same in texts of Latin letters alone: a few ranges are far quicker than all letters of the world. */
const LATIN_WORDS = /[a-zªµºß-öø-ɏ]+/g;
// oxlint-disable-next-line no-control-regex -- any character before these letters' end
const BEYOND_LATIN = /[^\u0000-\u024f\u2000-\u206f]/;
/** Fewer words say nothing for sure. */
const LEAST_WORDS = 40;
/** A fifth of a text are small words of its language (a third to a half, in most); the next language has at most 0.7 times as many. Measured on 10,000 articles: see the README. */
const LEAST_SHARE = 0.12;
const MOST_OF_NEXT = 0.6;
const LEAST_LETTERS = 0.3;

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(SMALL_WORDS))
  for (const word of new Set(words.split(' '))) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return lower.match(BEYOND_LATIN.test(lower) ? WORDS : LATIN_WORDS) ?? [];
}

/** The language that a text is surely written in (primary subtag), where that is not `own`; null where it is, and where the text is short, mixed or unknown. */
export function otherLanguageOf(text: string, own: string): string | null {
  if (startsIn(text, own)) return null;
  const told = languageOf(text);
  return told === own ? null : told;
}

/** Quick to see, and so in most articles: enough of the first words are of the language that is expected. */
function startsIn(text: string, language: string): boolean {
  const words = wordsOf(text.slice(0, LOOKED_AT_FIRST));
  if (words.length < LEAST_WORDS) return false;
  let hits = 0;
  for (const word of words) {
    const languages = languagesOf.get(word);
    if (languages?.includes(language)) hits += 1 / languages.length;
    if (hits > words.length * SURE_SHARE) return true;
  }
  return false;
}

/** The language that a text is surely written in (primary subtag); null where it is short, mixed or unknown. */
export function languageOf(text: string): string | null {
  const start = text.slice(0, LOOKED_AT);
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(start)) {
    const letters = start.match(/\p{L}/gu)?.length ?? 0;
    for (const [script, language] of OWN_SCRIPTS)
      if (letters > LEAST_WORDS && (start.match(script)?.length ?? 0) > letters * LEAST_LETTERS) return language;
  }
  const words = wordsOf(start);
  if (words.length < LEAST_WORDS) return null;
  const hits = new Map<string, number>();
  for (const word of words) {
    // A word says the less the more languages have it.
    const languages = languagesOf.get(word) ?? [];
    for (const language of languages) hits.set(language, (hits.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, next] = [...hits].toSorted((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < words.length * LEAST_SHARE) return null;
  return next !== undefined && next[1] > best[1] * MOST_OF_NEXT ? null : best[0];
}

/** True for a language that `languageOf` can tell: what is written in any other may look like one of its neighbours. */
export function isTellable(language: string): boolean {
  return Object.hasOwn(SMALL_WORDS, language) || OWN_SCRIPTS.some(([, one]) => one === language);
}
