import { hash32, hashPair, mix32 } from './hash32.ts';
import type { Language } from './languages.ts';
import { sentencesOf, type Word } from './text.ts';

/** What is known of an article when it is compared. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** Plain text; '' where there is only a headline. */
  readonly body: string;
  /** Primary language subtag. */
  readonly lang: string;
  /** Milliseconds since 1970; null where it is not known. */
  readonly date: number | null;
  readonly topics: readonly string[];
  readonly sections: readonly string[];
  readonly authors: readonly string[];
}

/** What sort of thing two articles share. */
export type FeatureKind = 'word' | 'name' | 'number' | 'phrase' | 'fullName' | 'names' | 'topic' | 'section' | 'author';

/** One thing an article is about. */
export interface Feature {
  readonly hash: number;
  readonly kind: FeatureKind;
  /** 1 + ln of its weighted count, times the weight of its kind. */
  readonly tf: number;
  /** As printed where it was met first; two words are separated by a space. */
  readonly label: string;
}

/** How much each sort of mention counts. */
export interface FeatureWeights {
  readonly title: number;
  readonly lead: number;
  readonly capital: number;
  readonly number: number;
  readonly phrase: number;
  readonly names: number;
  readonly topic: number;
  readonly section: number;
  readonly author: number;
}

/** Found on the development sets; `npm run quality -- related --sweep` prints what each costs or brings. */
export const FEATURE_WEIGHTS: FeatureWeights = {
  title: 3,
  lead: 1.5,
  capital: 2,
  number: 1,
  phrase: 0.75,
  names: 0.4,
  // No development set has these: an editor's topic counts like a name in the lead, section and author less than any word.
  topic: 1.5,
  section: 0.3,
  author: 0.3,
};

/** UTF-16 units of the body that count as its lead: three to four sentences. */
const LEAD_LENGTH = 600;
/** Names and numbers of headline and lead that are paired with each other: 66 pairs at most. */
const MOST_NAMES = 12;

interface Found {
  readonly kind: FeatureKind;
  readonly label: string;
  count: number;
  mentions: number;
  capitals: number;
}

/** Everything an article is about, in no order; each thing once. */
export function featuresOf(
  story: Story,
  language: Language,
  weights: FeatureWeights = FEATURE_WEIGHTS,
): readonly Feature[] {
  const reading: Reading = { found: new Map(), names: new Map(), weights };
  for (const sentence of sentencesOf(story.title, language)) readSentence(reading, sentence, () => weights.title, true);
  for (const sentence of sentencesOf(story.body, language)) {
    const isLead = (sentence[0]?.at ?? 0) < LEAD_LENGTH;
    readSentence(reading, sentence, ({ at }) => (at < LEAD_LENGTH ? weights.lead : 1), isLead);
  }
  pairNames(reading);
  for (const kind of ['topic', 'section', 'author'] as const) {
    for (const name of story[`${kind}s`]) add(reading, { hash: hash32(`${kind} ${name}`), kind, label: name }, 1);
  }
  return [...reading.found].map(([hash, found]) => toFeature(hash, found, weights));
}

interface Reading {
  readonly found: Map<number, Found>;
  readonly names: Map<number, Word>;
  readonly weights: FeatureWeights;
}

function readSentence(
  reading: Reading,
  sentence: readonly Word[],
  zoneOf: (word: Word) => number,
  isLead: boolean,
): void {
  const { names, weights } = reading;
  let previous: Word | null = null;
  for (const word of sentence) {
    const { hash, isStop, isNumber } = word.meaning;
    if (isStop) continue;
    const zone = zoneOf(word);
    const count = word.isCapital ? zone * weights.capital : zone;
    add(reading, { hash, kind: isNumber ? 'number' : 'word', label: word.printed }, count, word.isCapital);
    if (previous) {
      const label = `${previous.printed} ${word.printed}`;
      const kind = previous.isCapital && word.isCapital ? 'fullName' : 'phrase';
      add(reading, { hash: hashPair(previous.meaning.hash, hash), kind, label }, zone);
    }
    if (isLead && names.size < MOST_NAMES && (word.isCapital || isNumber)) names.set(hash, word);
    previous = word;
  }
}

/** Which names and numbers stand together at the head of the story, whatever their order. */
function pairNames(reading: Reading): void {
  const names = [...reading.names.values()];
  for (const [index, one] of names.entries()) {
    for (const other of names.slice(index + 1)) {
      const [first, second] = one.meaning.hash < other.meaning.hash ? [one, other] : [other, one];
      const hash = mix32(hashPair(first.meaning.hash, second.meaning.hash));
      add(reading, { hash, kind: 'names', label: `${one.printed} ${other.printed}` }, 1);
    }
  }
}

function add(
  { found }: Reading,
  { hash, kind, label }: Pick<Feature, 'hash' | 'kind' | 'label'>,
  count: number,
  isCapital = false,
): void {
  const known = found.get(hash);
  if (known) {
    known.count += count;
    known.mentions += 1;
    if (isCapital) known.capitals += 1;
  } else found.set(hash, { kind, label, count, mentions: 1, capitals: isCapital ? 1 : 0 });
}

/** A word that has a capital in most places is a name, the first word of a sentence included. */
function toFeature(hash: number, { kind, label, count, mentions, capitals }: Found, weights: FeatureWeights): Feature {
  const weight = kind === 'word' || kind === 'name' ? 1 : weights[kind === 'fullName' ? 'phrase' : kind];
  const isName = kind === 'word' && capitals * 2 > mentions;
  return { hash, kind: isName ? 'name' : kind, label, tf: (1 + Math.log(count)) * weight };
}
