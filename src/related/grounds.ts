import { hashPair } from './hash32.ts';
import { isBound, isJoined, printName, type NamePart, type PrintedName } from './name-parts.ts';
import type { SharedTerm } from './vector.ts';
import type { Wording } from './wording.ts';

/** What two articles share of one sort, before it is put into words. */
export interface Ground {
  readonly kind: 'TOPIC' | 'ENTITY' | 'TERM' | 'SECTION' | 'AUTHOR';
  /** The strongest, as printed; at most three. Empty where nothing that is shared tells a reader anything. */
  readonly names: readonly string[];
  /** Its part of the direct score. */
  readonly part: number;
}

/** Names in one label: more than a reader takes in at a glance. */
const MOST_NAMED = 3;
/** What has less of the part that the strongest has is not told beside it. */
const LEAST_TOLD = 0.2;

/** Letters that two forms of a word begin with at least, and letters in which they may end differently. */
const LEAST_ALIKE = 5;
const MOST_ENDING = 3;

/** Something that may be told. */
interface Telling {
  readonly label: string;
  /** Hashes of its words. */
  readonly words: readonly number[];
  /** What of the score its words are worth side by side, beyond what each is worth. */
  readonly together: number;
}

/** What is shared, by its sort. `shared` are the parts of the direct score, strongest first; `wording` is how one of the two articles prints it. */
export function groundsOf(shared: readonly SharedTerm[], wording: Wording): readonly Ground[] {
  const parts = new Map(shared.map(({ hash, part }) => [hash, part]));
  const names = toldNames(parts, wording);
  const ofNames = new Set(names.flatMap(({ words }) => words));
  const told = {
    ENTITY: labelsOf(names),
    TERM: labelsOf(toldTerms(parts, wording, ofNames)),
    TOPIC: tagsAmong('topic', shared, wording),
    SECTION: tagsAmong('section', shared, wording),
    AUTHOR: tagsAmong('author', shared, wording),
  };
  const sums = new Map<Ground['kind'], number>();
  for (const { hash, part } of shared) {
    const kind = sortOf(hash, wording);
    // What has no name that can be told is told with the rest.
    const teller = kind === 'ENTITY' && told.ENTITY.length === 0 ? 'TERM' : kind;
    sums.set(teller, (sums.get(teller) ?? 0) + part);
  }
  return [...sums].map(([kind, part]) => ({ kind, names: told[kind], part }));
}

function sortOf(hash: number, { words, namePairs, tags, namePhrases }: Wording): Ground['kind'] {
  const tag = tags.get(hash);
  if (tag) return ({ topic: 'TOPIC', section: 'SECTION', author: 'AUTHOR' } as const)[tag.kind];
  const isName = (one: number): boolean => words.get(one)?.isName ?? false;
  const pair = namePairs.get(hash);
  return isName(hash) || namePhrases.has(hash) || pair?.every(isName) ? 'ENTITY' : 'TERM';
}

function tagsAmong(
  kind: 'topic' | 'section' | 'author',
  shared: readonly SharedTerm[],
  { tags }: Wording,
): readonly string[] {
  return shared
    .flatMap(({ hash }) => {
      const tag = tags.get(hash);
      return tag?.kind === kind ? tag.name : [];
    })
    .slice(0, MOST_NAMED);
}

/** The strongest, by what their words are worth that no stronger one has told; without those whose words are told already: all of them, or any. */
function strongest(
  tellings: readonly Telling[],
  worthOf: (word: number) => number,
  repeats: 'all' | 'any',
): readonly Telling[] {
  const told: Telling[] = [];
  const words = new Set<number>();
  let least = 0;
  while (told.length < MOST_NAMED) {
    let best: { readonly telling: Telling; readonly worth: number } | null = null;
    for (const telling of tellings) {
      const fresh = telling.words.filter((word) => !words.has(word));
      if (repeats === 'all' ? fresh.length === 0 : fresh.length < telling.words.length) continue;
      const worth = telling.together + sum(fresh.map(worthOf));
      if (worth <= (best?.worth ?? least) || told.some(({ label }) => isFormOf(telling.label, label))) continue;
      best = { telling, worth };
    }
    if (!best) break;
    if (told.length === 0) least = LEAST_TOLD * best.worth;
    told.push(best.telling);
    for (const word of best.telling.words) words.add(word);
  }
  return told;
}

/** Two forms of one word that have different stems: "midwife" and "midwives". */
function isFormOf(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let alike = 0;
  while (alike < shorter && one[alike] === other[alike]) alike += 1;
  return alike >= LEAST_ALIKE && Math.max(one.length, other.length) - alike <= MOST_ENDING;
}

function labelsOf(tellings: readonly Telling[]): readonly string[] {
  return tellings.map(({ label }) => label);
}

/** Names that both have, whole where both have them whole. */
function toldNames(parts: ReadonlyMap<number, number>, wording: Wording): readonly Telling[] {
  const worth = new Map(parts);
  for (const [hash, part] of parts) {
    for (const word of wording.namePairs.get(hash) ?? []) worth.set(word, (worth.get(word) ?? 0) + part / 2);
  }
  const tellings = wording.names.flatMap((name) => {
    if (!name.some(({ hash }) => parts.has(hash))) return [];
    const shared = sharedOf(name, parts, wording);
    // One word of a longer name may be of another name there.
    if (shared.length === 0 || (shared.length === 1 && name.length > 1)) return [];
    const words = shared.map(({ hash }) => hash);
    const joints = words.slice(1).map((word, index) => hashPair(words[index] ?? 0, word));
    return [{ label: printName(shared), words, together: sum(joints.map((joint) => parts.get(joint))) }];
  });
  return strongest(tellings, (word) => worth.get(word) ?? 0, 'all');
}

/** As much of the end of a name as the other article has too: "Honor Price" of "Judge Honor Price", never "Fish Market" of "Fish Market Society". */
function sharedOf(name: PrintedName, parts: ReadonlyMap<number, number>, { words }: Wording): PrintedName {
  const isName = ({ hash }: NamePart): boolean => parts.has(hash) && (words.get(hash)?.isName ?? false);
  const areTogether = (one: NamePart, other: NamePart): boolean =>
    parts.has(hashPair(one.hash, other.hash)) ||
    (isBound(other) ? parts.has(other.hash) : !isJoined(other) && isName(one) && isName(other));
  let from = name.length - 1;
  for (; from > 0; from--) {
    const [one, other] = [name[from - 1], name[from]];
    if (!one || !other || !areTogether(one, other)) break;
  }
  const shared = name.slice(from);
  return shared.length > 1 || shared.some(({ hash }) => parts.has(hash)) ? shared : [];
}

/** Words and phrases that both have and no name says; a phrase in the place of its words. */
function toldTerms(
  parts: ReadonlyMap<number, number>,
  wording: Wording,
  named: ReadonlySet<number>,
): readonly Telling[] {
  const { words, phrases, names, namePhrases } = wording;
  const alone = new Set(names.flatMap((name) => (name.length === 1 ? name.map(({ hash }) => hash) : [])));
  const isTold = (hash: number): boolean => !named.has(hash) && (named.size === 0 || !words.get(hash)?.isName);
  const tellings: Telling[] = [];
  for (const hash of parts.keys()) {
    const [word, phrase] = [words.get(hash), phrases.get(hash)];
    if (word && !word.isUntold && !word.isBareNumber && isTold(hash)) {
      tellings.push({ label: word.printed, words: [hash], together: 0 });
    }
    // Of a longer name a phrase has only a part.
    const isWhole = phrase?.of.every((one) => (words.get(one)?.isName ? alone.has(one) : !words.get(one)?.isUntold));
    if (!phrase?.printed || !isWhole || namePhrases.has(hash)) continue;
    tellings.push({ label: phrase.printed, words: phrase.of, together: parts.get(hash) ?? 0 });
  }
  return strongest(tellings, (word) => (isTold(word) ? (parts.get(word) ?? 0) : 0), 'any');
}

function sum(numbers: readonly (number | undefined)[]): number {
  let total = 0;
  for (const number of numbers) total += number ?? 0;
  return total;
}
