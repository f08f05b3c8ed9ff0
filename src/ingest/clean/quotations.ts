import { creditedSources } from './credited-sources.ts';
import {
  AFTER_A_SPEAKER,
  ARTICLES,
  ASKED_BACK,
  BEFORE_NO_SPEAKER,
  NO_ROLE,
  NOT_A_NAME,
  OFFICE_OF,
  OFFICES,
  PRONOUNS,
  SAID,
  TITLES,
  TOLD,
} from './quotations.data.ts';

/** Words in quotation marks that someone is sure to have said. */
export interface Quotation {
  readonly text: string;
  /** Null where the text has a pronoun: someone whom it named before, and we cannot be sure who. */
  readonly speaker: string | null;
  /** The medium that it was said to. */
  readonly source: string | null;
}

const oneOf = (table: Readonly<Record<string, readonly string[]>>): string =>
  [...new Set(Object.values(table).flat())].toSorted((a, b) => b.length - a.length).join('|');
const verbs = oneOf(SAID);
/** A dot belongs to a name only after an initial or a title: others end a sentence. Bounded, as all here: else capitals alone took quadratic time. */
const NAME_WORD = String.raw`(?:(?:\p{Lu}|${TITLES.join('|')})\.(?=\s\p{Lu})|\p{Lu}[\p{L}\p{N}'’-]{0,60})`;
const NAME = String.raw`${NAME_WORD}(?:\s(?:(?:de|del|della|di|da|du|v[ao]n(?:\sde[nr])?|bin|al|el|la|le|of|the|and)\s){0,2}${NAME_WORD}){0,5}`;
/** Opening and closing marks that belong together. Straight ones were told apart before. */
const QUOTED = /“[^“”]{12,1900}?”|„[^„“”]{12,1900}?[“”]|«\s?[^«»]{12,1900}?\s?»|”[^“”]{12,1900}?”/gu;
/** What somebody is, before the name: "harbour master", "the co-owner". */
const ROLE = String.raw`(?:\p{Ll}[\p{L}’'-]*\s){1,4}`;
/** What somebody is, behind the name and between commas. */
const APPOSITION = String.raw`,\s[^“”„«»"‘;:?!.]{3,140}?,`;
/** What may stand between the mark and the words on who said it. */
const JOIN = String.raw`[,.]?\s{0,4}[–—-]?\s{0,4}`;
/** Behind words in quotation marks: “…,” said Name — “…,” Name said — “…,” Name told somebody. */
const AFTER = new RegExp(
  String.raw`${JOIN}(?:(?:${verbs})\s(?<role>${ROLE})?(?<n1>${NAME})|(?<n2>${NAME})(?<apposition>${APPOSITION}|,)?\s(?:${verbs}|(?<told>${oneOf(TOLD)}))(?=[\s.,:;]|$))`,
  'uy',
);
/** Behind them: “…,” he said — “…,” said she — « … », a-t-elle dit */
const BY_PRONOUN = new RegExp(
  String.raw`${JOIN}(?:(?:${oneOf(PRONOUNS)})\s(?:${verbs})|(?:${verbs})\s(?:${oneOf(PRONOUNS)})|${oneOf(ASKED_BACK)})(?=[\s.,:;]|$)`,
  'uy',
);
const SAYING = String.raw`\s(?:${verbs})(?:\s(?:on|at|in|am|im|le|el|en|que|dass)\s[\p{L}\p{N}\s]{1,40})?\s?[,:]\s*`;
/** Name said: “…” — Name said, “…” Slow, as it begins with any name: run only where a mark stands behind such a verb. */
const BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?<n3>${NAME}),?${SAYING}(?<quoted>${QUOTED.source})`, 'gu');
const BEHIND_SAYING = new RegExp(`(?<=${SAYING})`, 'uy');
/** A mark that opens, behind a comma or a colon; where none of them opens, one that closes may. */
const MAY_BE_BEFORE = /[,:]\s*[“„«]|^[^“„«]*[,:]\s*”/;

/** "Mayor of London Ida Quill": a person's name behind what the office is of. */
const PERSON_IN_OFFICE = new RegExp(
  String.raw`^\p{L}+ of (?:the )?(?:${OFFICE_OF.join('|')}) (?!and |of )\S+ \S+`,
  'u',
);

/** Words in quotation marks with what gives them to somebody. */
interface Match {
  readonly index: number;
  readonly whole: string;
  /** The words with their marks. */
  readonly quoted: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Quotations in a paragraph of plain text that the text itself gives to somebody, in text order. One or two words are not sure enough to be one. */
export function quotationsIn(text: string): readonly Quotation[] {
  if (!/["“”„«]/.test(text)) return [];
  const marked = withPairedMarks(text);
  const all = quotedIn(marked);
  const found: (Quotation & { readonly at: number })[] = [];
  const add = (match: Match, quotation: Pick<Quotation, 'speaker' | 'source'>, leastWords: number): void => {
    const inner = match.quoted.slice(1, -1).trim();
    const at = marked.indexOf(inner, match.index);
    const said = text.slice(at, at + inner.length).replace(/,$/, '');
    if (said.split(/\s+/, leastWords).length < leastWords || found.some((one) => one.at === at)) return;
    found.push({ text: said, ...quotation, at });
  };
  for (const match of [...followed(all, AFTER, marked), ...introduced(all, marked)]) {
    const { n1, n2, n3, told } = match.groups;
    const after = marked.slice(match.index + match.whole.length);
    const name = n1 ?? n2 ?? n3 ?? '';
    // A quotation that ends its sentence has been said; who speaks next says something else.
    if (n2 !== undefined && endsSentence(match)) continue;
    const isSure =
      n1 === undefined
        ? isOneWithAll(match) && !isOfAnother(marked.slice(0, marked.indexOf(name, placeOf(match, name))))
        : isRole(match.groups['role'], name) && !goesOn(after);
    const speaker = isSure
      ? nameOf(/^ for \p{Lu}/u.test(after) ? name.replace(/(\S+ \S+) of .*$/s, '$1') : name)
      : null;
    if (speaker === null) continue;
    const source = told === undefined ? null : (creditedSources(`told${after.slice(0, 60)}`)[0] ?? null);
    add(match, { speaker, source }, 3);
  }
  for (const match of followed(all, BY_PRONOUN, marked))
    if (!endsSentence(match)) add(match, { speaker: null, source: null }, 4);
  return found
    .toSorted((a, b) => a.at - b.at)
    .map(({ text: said, speaker, source }) => ({ text: said, speaker, source }));
}

interface Quoted {
  readonly index: number;
  readonly quoted: string;
}

/** All words between marks that belong together; a mark that ends some may begin others. */
function quotedIn(marked: string): readonly Quoted[] {
  const found: Quoted[] = [];
  QUOTED.lastIndex = 0;
  for (let match = QUOTED.exec(marked); match !== null; match = QUOTED.exec(marked)) {
    found.push({ index: match.index, quoted: match[0] });
    QUOTED.lastIndex = match.index + 1;
  }
  return found;
}

/** Those that a pattern follows, none inside another. */
function followed(all: readonly Quoted[], pattern: RegExp, marked: string): readonly Match[] {
  const found: Match[] = [];
  let end = 0;
  for (const { index, quoted } of all) {
    if (index < end) continue;
    pattern.lastIndex = index + quoted.length;
    const tail = pattern.exec(marked);
    if (tail === null) continue;
    end = pattern.lastIndex;
    found.push({ index, whole: quoted + tail[0], quoted, groups: tail.groups ?? {} });
  }
  return found;
}

/** Those behind a name and a verb. */
function introduced(all: readonly Quoted[], marked: string): readonly Match[] {
  const isBehind = ({ index }: Quoted): boolean => {
    BEHIND_SAYING.lastIndex = index;
    return BEHIND_SAYING.test(marked);
  };
  if (!all.some(isBehind) || !MAY_BE_BEFORE.test(marked)) return [];
  return [...marked.matchAll(BEFORE)].map(({ index, 0: whole, groups = {} }) => ({
    index,
    whole,
    quoted: groups['quoted'] ?? '',
    groups,
  }));
}

/** True for `“….” X said`; not for `“…,” X said`, `“….”, X said` or `“…?” X said`. */
function endsSentence({ whole }: Match): boolean {
  return /\.\s*[”“»]\s*(?:\p{Lu}|\p{Ll}+\s)/u.test(whole) && !/[”“»]\s*[,–—-]/u.test(whole);
}

/** False where what stands between name and verb may name another speaker, or the quotation goes on in the sentence. */
function isOneWithAll({ whole, groups }: Match): boolean {
  const apposition = groups['apposition'] ?? ',';
  return (
    apposition === ',' || (/,[”“»]\s|[”“»],/u.test(whole) && !/[\s,](?:and|und|et|y|e|en|och|&)\s/.test(apposition))
  );
}

/** True for words before a name that only say what somebody is, and for none. */
function isRole(role: string | undefined, name: string): boolean {
  if (role === undefined) return true;
  const words = role.trim().split(/\s+/);
  const noArticle = ARTICLES.has(words[0] ?? '') ? words.slice(1) : words;
  return noArticle.length > 0 && !noArticle.some((word) => NO_ROLE.has(word)) && name.includes(' ');
}

/** Where to look for a name in a match: it may stand in the quotation, too. */
function placeOf({ index, whole, groups }: Match, name: string): number {
  return groups['n3'] === undefined ? index + whole.lastIndexOf(name) : index;
}

/** Straight marks as pairs, so that what stands between two quotations is none. The last of an odd number opens one that ends elsewhere. Same length. */
function withPairedMarks(text: string): string {
  const places: number[] = [];
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) places.push(at);
  if (places.length > 0 && isMixed(text)) return withMixedMarks(text);
  const pairs = Math.floor(places.length / 2);
  if (pairs === 0) return text;
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  let marked = '';
  let from = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const open = places[pair * 2] ?? 0;
    const close = places[pair * 2 + 1] ?? 0;
    // An inch, or a mark that is lost: what follows cannot be told apart.
    if (isLetter(text[open - 1]) || isLetter(text[close + 1])) return text;
    marked += `${text.slice(from, open)}“${text.slice(open + 1, close)}”`;
    from = close + 1;
  }
  return marked + text.slice(from);
}

/** The same where a straight mark and one of a pair stand for each other: each straight one is what the one before it is not. */
function withMixedMarks(text: string): string {
  let isOpen = false;
  return text.replaceAll(/["“”]/g, (mark) => {
    isOpen = mark === '"' ? !isOpen : mark === '“';
    return isOpen ? '“' : '”';
  });
}

/** True where curly marks don't make pairs among themselves. */
function isMixed(text: string): boolean {
  return /[“”]/.test(text) && !/[„«»]/.test(text) && text.split('“').length !== text.split('”').length;
}

/** "said UCL astronomer …": a name that only says whose somebody is. */
function goesOn(after: string): boolean {
  const word = /^\s(\p{Ll}[\p{L}’'-]*)/u.exec(after)?.[1];
  return word !== undefined && !AFTER_A_SPEAKER.has(word);
}

/** Characters that hold two words of any kind that is looked for. */
const TWO_WORDS = 100;

/** "…, president of Russia, said": a name behind a preposition, which says whose somebody is. */
function isOfAnother(before: string): boolean {
  const [last = '', ...others] = before.slice(-TWO_WORDS).trim().toLowerCase().split(/\s+/).slice(-2).toReversed();
  return (
    BEFORE_NO_SPEAKER.has(last) ||
    (/^(?:the|la|le|les|il|lo|der|dem|den|die|das|el|los|las|o|a|de|het)$/.test(last) &&
      BEFORE_NO_SPEAKER.has(others[0] ?? ''))
  );
}

/** A name without a word before it that only starts the sentence; null when nothing is left, or a title waits for its name. */
function nameOf(raw: string): string | null {
  const words = raw.trim().split(/\s+/);
  while (words.length > 0 && NOT_A_NAME.has((words[0] ?? '').toLowerCase())) words.shift();
  const name = words.join(' ');
  if (/^\p{L}+ (?:of|for|de|del|van|von|di|do|da) /u.test(name) && OFFICES.has((words[0] ?? '').toLowerCase()))
    return PERSON_IN_OFFICE.test(name) ? name : null;
  if (/(?:^| )(?:Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|Gen|Lt|Col|Sgt|Capt|Rev|Hon)$/.test(name)) return null;
  return words.length === 0 || !/^\p{Lu}[\p{L}'’.-]+/u.test(name) || /^\p{Lu}$/u.test(name) ? null : name;
}
