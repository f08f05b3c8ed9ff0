import { EDITIONS, KNOWN_MEDIA, MEDIA_WORDS, OF_A_MEDIUM } from './credited-sources.data.ts';

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const known = KNOWN_MEDIA.toSorted((a, b) => b.length - a.length)
  .map(escape)
  .join('|');
/** Bounded: a text of capitals alone would take quadratic time. */
const WORD = String.raw`\p{Lu}[\p{L}\p{N}'’&-]{0,60}`;
/** A known name, or capitalised words of which the last is a medium's word ("Harbour Wire"); one word alone is not enough. */
const MEDIUM = String.raw`(?<name>(?:the\s|The\s)?(?:${known}|(?:${WORD}\s(?:of\s)?){1,4}(?:${MEDIA_WORDS.join('|')}))(?:\s(?:${[...MEDIA_WORDS, ...EDITIONS].join('|')}))?)(?![\p{L}\p{N}-]|\s(?:${[...MEDIA_WORDS, ...OF_A_MEDIUM].join('|')})(?!\p{L}))`;
const START = String.raw`(?<![\p{L}\p{N}.’'-])`;
const REPORTED = String.raw`(?:reported|reports|berichtete|berichtet|rapporte|a\srapporté|informó|informa|riporta|ha\sriferito|meldt|meldde|rapporterar|rapporterade|noticiou|informou)(?![\p{L}])`;
const TOLD = String.raw`\b(?:told|reported\sby|[Aa]ccording\sto|interview\swith|statement\sto|[Ss]elon|[Dd][’']après|[Ll]aut|[Ss]egún|[Ss]econdo|[Vv]olgens|[Ee]nligt|[Ss]egundo)\s`;

/** X reported, X reports, X also reported; X berichtete. Slow where it begins with any capital: run only behind the verb that it needs. */
const BEFORE_VERB = new RegExp(
  String.raw`${START}${MEDIUM}(?:\snews\sagency|\snewspaper)?\s(?:also\s|has\s|had\s|first\s)?${REPORTED}`,
  'gu',
);
const VERB = new RegExp(String.raw`[ \u00a0\n]${REPORTED}`, 'u');
/** told X, reported by X, according to X, in an interview with X */
const AFTER_TOLD = new RegExp(
  String.raw`${TOLD}(?:the\s(?:newspaper|news\sagency|broadcaster)\s|die\s|der\s|dem\s|den\s|el\s|la\s|le\s|l[’']|de\s|het\s|o\s|a\s)?${MEDIUM}`,
  'gu',
);

/** What the name of a medium holds at least. Most paragraphs hold none, which is quick to see in few capitals, and are not looked at again. */
const MEDIA = [...KNOWN_MEDIA, ...MEDIA_WORDS].map(escape);
const isCapital = (name: string): boolean => /^[A-Z]/.test(name);
const ANY_MEDIUM = new RegExp(
  [
    `[A-Z](?:${MEDIA.filter(isCapital)
      .map((name) => name.slice(1))
      .join('|')})`,
    ...MEDIA.filter((name) => !isCapital(name)),
  ].join('|'),
);

/** Names of outside media and agencies that a text credits, in text order, each once. Only what is surely a medium: a person is none. */
export function creditedSources(text: string): readonly string[] {
  if (!ANY_MEDIUM.test(text)) return [];
  const found = [...(VERB.test(text) ? text.matchAll(BEFORE_VERB) : []), ...text.matchAll(AFTER_TOLD)];
  const names = found.toSorted((a, b) => a.index - b.index).map(({ groups }) => nameOf(groups?.['name'] ?? ''));
  return [...new Set(names)];
}

/** The name without its article, unless that is part of it ("The Guardian", "The Post"). */
function nameOf(printed: string): string {
  const name = printed.replace(/^the\s/i, '');
  const isPart = KNOWN_MEDIA.includes(`The ${name}`) || (printed.startsWith('The ') && !name.includes(' '));
  return isPart && name !== printed ? `The ${name}` : name;
}
