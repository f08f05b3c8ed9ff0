import { hash32, hashPair, mix32 } from './hash32.ts';
import type { Story } from './story.ts';
import type { Sentence, StoryText, Word } from './text.ts';

/** One thing an article is about. */
export interface Feature {
  readonly hash: number;
  /** 1 + ln of its weighted count, times the weight of its kind. */
  readonly tf: number;
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

/** What editors say of a story. */
export const TAG_KINDS = ['topic', 'section', 'author'] as const;
type TagKind = (typeof TAG_KINDS)[number];

/** Everything an article is about, in no order; each thing once. `text` is the story's. */
export function featuresOf(
  story: Story,
  text: StoryText,
  weights: FeatureWeights = FEATURE_WEIGHTS,
): readonly Feature[] {
  const found = new Map<number, Found>();
  for (const sentence of text.title) countSentence(found, sentence, () => weights.title, weights);
  for (const sentence of text.body) {
    countSentence(found, sentence, ({ at }) => (at < LEAD_LENGTH ? weights.lead : 1), weights);
  }
  for (const { hash } of namePairsOf(text)) count(found, hash, 1, weights.names);
  for (const kind of TAG_KINDS) {
    for (const name of story[`${kind}s`]) count(found, tagHash(kind, name), 1, weights[kind]);
  }
  return [...found].map(([hash, { counted, weight }]) => ({ hash, tf: (1 + Math.log(counted)) * weight }));
}

/** The hash of a topic, a section or an author, apart from words alike. */
export function tagHash(kind: TagKind, name: string): number {
  return hash32(`${kind} ${name}`);
}

/** Which names and numbers stand together at the head of the story, whatever their order: pairs of the hashes of words, with their own. */
export function namePairsOf({ title, body }: StoryText): readonly { readonly hash: number; readonly of: Pair }[] {
  const names = new Set<number>();
  const lead = body.filter((sentence) => (sentence[0]?.at ?? 0) < LEAD_LENGTH);
  for (const { meaning, isCapital } of [title, lead].flat(2)) {
    if (names.size === MOST_NAMES) break;
    if (!meaning.isStop && (isCapital || meaning.isNumber)) names.add(meaning.hash);
  }
  const listed = [...names];
  return listed.flatMap((one, index) =>
    listed.slice(index + 1).map((other) => ({ hash: namePairHash(one, other), of: [one, other] as const })),
  );
}

/** The hash of two names at the head of a story, whatever their order. */
function namePairHash(one: number, other: number): number {
  return mix32(one < other ? hashPair(one, other) : hashPair(other, one));
}

type Pair = readonly [number, number];

interface Found {
  counted: number;
  /** Of its kind. */
  readonly weight: number;
}

function countSentence(
  found: Map<number, Found>,
  sentence: Sentence,
  zoneOf: (word: Word) => number,
  weights: FeatureWeights,
): void {
  let previous: number | null = null;
  for (const word of sentence) {
    const { hash, isStop, isNumber } = word.meaning;
    if (isStop) continue;
    const zone = zoneOf(word);
    count(found, hash, word.isCapital ? zone * weights.capital : zone, isNumber ? weights.number : 1);
    if (previous !== null) count(found, hashPair(previous, hash), zone, weights.phrase);
    previous = hash;
  }
}

function count(found: Map<number, Found>, hash: number, times: number, weight: number): void {
  const known = found.get(hash);
  if (known) known.counted += times;
  else found.set(hash, { counted: times, weight });
}
