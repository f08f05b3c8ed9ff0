import { EDITIONS, KNOWN_MEDIA, MEDIA_WORDS, OF_A_MEDIUM } from './credited-sources.data.ts';

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const known = KNOWN_MEDIA.toSorted((a, b) => b.length - a.length)
  .map(escape)
  .join('|');
const WORD = String.raw`\p{Lu}[\p{L}\p{N}'’&-]*`;
/** A known name, or capitalised words of which the last is a medium's word ("Harbour Wire"); one word alone is not enough. */
const MEDIUM = String.raw`(?<name>(?:the\s|The\s)?(?:${known}|(?:${WORD}\s(?:of\s)?){1,4}(?:${MEDIA_WORDS.join('|')}))(?:\s(?:${[...MEDIA_WORDS, ...EDITIONS].join('|')}))?)(?![\p{L}\p{N}-]|\s(?:${[...MEDIA_WORDS, ...OF_A_MEDIUM].join('|')})(?!\p{L}))`;
const START = String.raw`(?<![\p{L}\p{N}.’'-])`;
const REPORTED = String.raw`(?:reported|reports|berichtete|berichtet|rapporte|a\srapporté|informó|informa|riporta|ha\sriferito|meldt|meldde|rapporterar|rapporterade|noticiou|informou)(?![\p{L}])`;
const TOLD = String.raw`(?:\btold|\breported\sby|\b[Aa]ccording\sto|\binterview\swith|\bstatement\sto|\b[Ss]elon|\b[Dd][’']après|\b[Ll]aut|\b[Ss]egún|\b[Ss]econdo|\b[Vv]olgens|\b[Ee]nligt|\b[Ss]egundo)\s`;
/** Each with what a text must hold at least, which is quick to see: most paragraphs do not, and are not looked at again. */
const PATTERNS: readonly { readonly hint: RegExp; readonly pattern: RegExp }[] = [
  // X reported, X reports, X also reported; berichtet(e) X; X berichtete
  {
    hint: /[ \u00a0\n](?:reported|reports|berichtet|(?:a\s)?rapport|inform|riporta|ha\sriferito|meld|noticiou)/,
    pattern: new RegExp(
      String.raw`${START}${MEDIUM}(?:\snews\sagency|\snewspaper)?\s(?:also\s|has\s|had\s|first\s)?${REPORTED}`,
      'gu',
    ),
  },
  // told X, reported by X, according to X, in an interview with X
  {
    hint: new RegExp(TOLD, 'u'),
    pattern: new RegExp(
      String.raw`${TOLD}(?:the\s(?:newspaper|news\sagency|broadcaster)\s|die\s|der\s|dem\s|den\s|el\s|la\s|le\s|l[’']|de\s|het\s|o\s|a\s)?${MEDIUM}`,
      'gu',
    ),
  },
];

/** Names of outside media and agencies that a text credits, in text order, each once. Only what is surely a medium: a person is none. */
export function creditedSources(text: string): readonly string[] {
  const found: { readonly name: string; readonly at: number }[] = [];
  for (const { hint, pattern } of PATTERNS) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      found.push({ name: nameOf(match.groups?.['name'] ?? ''), at: match.index });
    }
  }
  const names = found.toSorted((a, b) => a.at - b.at).map(({ name }) => name);
  return names.filter((name, index) => names.indexOf(name) === index);
}

/** The name without its article, unless that is part of it ("The Guardian", "The Post"). */
function nameOf(printed: string): string {
  const name = printed.replace(/^the\s/i, '');
  const isPart = KNOWN_MEDIA.includes(`The ${name}`) || (printed.startsWith('The ') && !name.includes(' '));
  return isPart && name !== printed ? `The ${name}` : name;
}
