import { NOT_A_NAME, SAID } from './quotations.data.ts';

/** Two or more words in quotation marks that someone is sure to have said. */
export interface Quotation {
  readonly text: string;
  readonly speaker: string;
}

const verbs = Object.values(SAID)
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{N}'’-]*(?:\.(?=\s\p{Lu}))?`;
const NAME = String.raw`${NAME_WORD}(?:\s(?:(?:de|del|della|di|da|du|van|von|der|den|bin|al|el|la|le|of|the|and)\s){0,2}${NAME_WORD}){0,5}`;
/** Opening and closing marks that belong together; a straight one must not follow or precede a letter. */
const QUOTED = String.raw`(?:“(?<a>[^“”]{12,1900}?)”|„(?<b>[^„“”]{12,1900}?)[“”]|«\s?(?<c>[^«»]{12,1900}?)\s?»|(?<![\p{L}\p{N}])"(?<d>[^"\n]{12,1900}?)"(?![\p{L}\p{N}]))`;
/** “…,” said Name — “…,” Name said. */
const AFTER = new RegExp(
  String.raw`${QUOTED}[,.]?\s*[–—-]?\s*(?:(?:${verbs})\s(?<n1>${NAME})|(?<n2>${NAME}),?\s(?:${verbs})(?=[\s.,:;]|$))`,
  'gu',
);
/** Name said: “…” — Name said, “…” */
const BEFORE = new RegExp(
  String.raw`(?<n3>${NAME}),?\s(?:${verbs})(?:\s(?:on|at|in|am|im|le|el|en|que|dass)\s[\p{L}\p{N}\s]{1,40})?\s?[,:]\s*${QUOTED}`,
  'gu',
);

/** Quotations with a named speaker in a paragraph of plain text, in text order. A pronoun, or a quotation of one or two words, is not sure enough. */
export function quotationsIn(text: string): readonly Quotation[] {
  if (!/["“„«]/.test(text)) return [];
  const found: (Quotation & { readonly at: number })[] = [];
  for (const pattern of /[,:]\s*["“„«]/.test(text) ? [AFTER, BEFORE] : [AFTER])
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const said = (groups['a'] ?? groups['b'] ?? groups['c'] ?? groups['d'] ?? '').trim().replace(/,$/, '');
      const speaker = nameOf(groups['n1'] ?? groups['n2'] ?? groups['n3'] ?? '');
      if (speaker === null || said.split(/\s+/).length < 3 || found.some((one) => one.text === said)) continue;
      found.push({ text: said, speaker, at: text.indexOf(said, match.index) });
    }
  return found.toSorted((a, b) => a.at - b.at).map(({ text: said, speaker }) => ({ text: said, speaker }));
}

/** A name without a word before it that only starts the sentence; null when nothing is left. */
function nameOf(raw: string): string | null {
  const words = raw.trim().split(/\s+/);
  while (words.length > 0 && NOT_A_NAME.has((words[0] ?? '').toLowerCase())) words.shift();
  const name = words.join(' ');
  return words.length === 0 || !/^\p{Lu}[\p{L}'’.-]+/u.test(name) || /^\p{Lu}$/u.test(name) ? null : name;
}
