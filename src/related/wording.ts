import { namePairsOf, TAG_KINDS, tagHash } from './features.ts';
import { hashPair } from './hash32.ts';
import type { Language } from './languages.ts';
import type { NamePart, PrintedName } from './name-parts.ts';
import type { NameWords } from './name-words.ts';
import { readNames, type NamesRead } from './printed-names.ts';
import type { Story } from './story.ts';
import { sentencesOf, type Sentence, type StoryText, type Word } from './text.ts';

/** A word as a story prints it. */
interface PrintedWord {
  /** With a small letter where it has one anywhere. */
  printed: string;
  readonly isName: boolean;
  /** Tells a reader nothing: "eleven", "Monday", "somebody". */
  readonly isUntold: boolean;
  /** Tells nothing without the word beside it: "line 4". */
  readonly isBareNumber: boolean;
}

/** Two words that stand side by side, small words between them left out of account. */
interface PrintedPhrase {
  /** With small letters where it has them anywhere; null where it reads as cut out wherever it stands. */
  readonly printed: string | null;
  readonly of: readonly [first: number, second: number];
}

/** How a story prints what it may share with another: everything by the hash of its feature. */
export interface Wording {
  readonly words: ReadonlyMap<number, PrintedWord>;
  readonly phrases: ReadonlyMap<number, PrintedPhrase>;
  /** Names and numbers that stand together at its head. */
  readonly namePairs: ReadonlyMap<number, readonly [number, number]>;
  /** As printed, each once, the most often printed first. */
  readonly names: readonly PrintedName[];
  /** Words that stand side by side in a name. */
  readonly namePhrases: ReadonlySet<number>;
  readonly tags: ReadonlyMap<number, { readonly kind: (typeof TAG_KINDS)[number]; readonly name: string }>;
}

/** What holds a word to the one before, or to the one behind: "high-speed", "10:30". */
const COMPOUND_BEFORE = /\S(?<!['’"“”«»()[\]])$/u;
const COMPOUND_BEHIND = /^[-‐‑/:](?=\S|$)/u;
const SPACE = /^(?:[ \u00A0]|[-‐‑]|['’]|)$/u;

/** Reads how a story prints its words, names and phrases; `text` is its own. */
export function readWording(story: Story, text: StoryText, language: Language): Wording {
  const { nameWords } = language;
  const read = readNames(text, nameWords);
  vouch(read, story.topics, language);
  const names = namesOf(read, nameWords);
  const ofNames = new Set(names.flatMap((name) => name.map(({ hash }) => hash)));
  const words = new Map<number, PrintedWord>();
  const phrases = new Map<number, PrintedPhrase>();
  for (const sentence of [text.title, text.body].flat()) {
    for (const word of sentence) readWord(words, word, (hash) => ofNames.has(hash) && !isSmall(read.capitals, hash));
    readPhrases(phrases, sentence, nameWords);
  }
  const tags = TAG_KINDS.flatMap((kind) =>
    story[`${kind}s`].map((name) => [tagHash(kind, name), { kind, name }] as const),
  );
  return {
    words,
    phrases,
    namePairs: new Map(namePairsOf(text).map(({ hash, of }) => [hash, of])),
    names,
    namePhrases: new Set(
      names.flatMap((name) => name.slice(1).map(({ hash }, index) => hashPair(name[index]?.hash ?? 0, hash))),
    ),
    tags: new Map(tags),
  };
}

/** What a topic has with a capital, and the text nowhere with a small letter, is a name even where it only begins sentences. */
function vouch({ capitals }: NamesRead, topics: readonly string[], language: Language): void {
  for (const { meaning, isCapital } of topics.flatMap((topic) => sentencesOf(topic, language)).flat()) {
    const known = capitals.get(meaning.hash);
    if (known && isCapital && known.small === 0) known.telling += 1;
  }
}

function readWord(
  words: Map<number, PrintedWord>,
  { meaning, printed, isCapital }: Word,
  isName: (hash: number) => boolean,
): void {
  const { hash, isStop, isNumber, isUntold } = meaning;
  if (isStop) return;
  const known = words.get(hash);
  if (known) {
    if (!isCapital && known.printed !== known.printed.toLowerCase()) known.printed = printed;
    return;
  }
  const isBareNumber = isNumber && !/\p{L}/u.test(printed);
  words.set(hash, { printed, isName: isName(hash), isUntold, isBareNumber });
}

function readPhrases(phrases: Map<number, PrintedPhrase>, sentence: Sentence, words: NameWords): void {
  let first = -1;
  for (const [at, { meaning }] of sentence.entries()) {
    if (meaning.isStop) continue;
    const one = sentence[first]?.meaning.hash;
    if (one !== undefined) {
      const hash = hashPair(one, meaning.hash);
      const known = phrases.get(hash)?.printed;
      if (!known || known !== known.toLowerCase()) {
        phrases.set(hash, {
          printed: printPhrase(sentence, first, at, words) ?? known ?? null,
          of: [one, meaning.hash],
        });
      }
    }
    first = at;
  }
}

/** null where it would read as cut out: of "a high-speed chase", or with other than "of" or "de la" between the words: "close its birth (unit)". */
function printPhrase(
  sentence: Sentence,
  first: number,
  last: number,
  { particles, articles }: NameWords,
): string | null {
  const [from, ...behind] = sentence.slice(first, last + 1);
  const between = behind.slice(0, -1).map(({ printed }) => printed);
  const [one = '', other] = between;
  const isClose =
    between.length === 0 || (between.length <= 2 && particles.has(one) && (other === undefined || articles.has(other)));
  const isCut = COMPOUND_BEFORE.test(from?.before ?? '') || COMPOUND_BEHIND.test(sentence[last + 1]?.before ?? '');
  if (!from || !isClose || isCut || !behind.every(({ before }) => SPACE.test(before))) return null;
  const printed = from.printed + behind.map((word) => word.before + word.printed).join('');
  return /\p{L}/u.test(printed) ? printed : null;
}

/** The runs that are names, each once, the most often printed first. */
function namesOf(
  { capitals, runs }: NamesRead,
  { capitalsAreNouns, titles, untold }: NameWords,
): readonly PrintedName[] {
  const isTelling = ({ hash }: NamePart): boolean => !isSmall(capitals, hash) && (capitals.get(hash)?.telling ?? 0) > 0;
  const isName = (name: PrintedName, isOpening: boolean): boolean => {
    const [first, second] = name;
    if (!first) return false;
    if (second) return !isOpening || capitalsAreNouns || name.some(isTelling);
    const lower = first.printed.toLowerCase();
    return !capitalsAreNouns && isTelling(first) && !titles.has(lower) && !untold.has(lower);
  };
  const found = new Map<string, { readonly name: PrintedName; times: number }>();
  for (const run of runs) {
    const name = run.isOpening ? withoutOpening(run.name, capitals, untold) : run.name;
    if (!isName(name, run.isOpening)) continue;
    const key = name.map(({ hash }) => hash).join(' ');
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { name, times: 1 });
  }
  return [...found.values()].sort((a, b) => b.times - a.times).map(({ name }) => name);
}

/** A sentence's first words have a capital in any case: those that are words elsewhere, or numbers, are no part of the name. */
function withoutOpening(name: PrintedName, capitals: NamesRead['capitals'], untold: ReadonlySet<string>): PrintedName {
  const from = name.findIndex(({ hash, printed }) => !isSmall(capitals, hash) && !untold.has(printed.toLowerCase()));
  return from < 0 ? [] : name.slice(from).map((part, index) => (index === 0 ? { ...part, before: '' } : part));
}

/** A word that stands with a small letter at least as often as with a telling capital. */
function isSmall(capitals: NamesRead['capitals'], hash: number): boolean {
  const { small, telling } = capitals.get(hash) ?? { small: 0, telling: 0 };
  return small > 0 && small >= telling;
}

/** What a feature of the story is, for who looks into scores: everything has a label here, told to readers or not. */
export function labelOf(hash: number, { words, phrases, namePairs, tags }: Wording): string {
  const print = (one: number): string => words.get(one)?.printed ?? '';
  const [phrase, pair, tag] = [phrases.get(hash), namePairs.get(hash), tags.get(hash)];
  if (tag) return `${tag.kind} ${tag.name}`;
  if (pair) return pair.map(print).join(' + ');
  return phrase ? (phrase.printed ?? phrase.of.map(print).join(' … ')) : print(hash);
}
