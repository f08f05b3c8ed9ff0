import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readGoldSets } from '#quality/related-table.ts';
import { readStories } from '#quality/stories.ts';
import { backgroundOf } from '#related/background.ts';
import { findCandidates, LIMITS } from '#related/candidates.ts';
import { postEntries, readCollection, type Entry } from '#related/collection.ts';
import { FEATURE_WEIGHTS } from '#related/features.ts';
import type { Story } from '#related/story.ts';
import { createLanguages } from '#related/languages.ts';
import { directScore } from '#related/score.ts';

/** Which stories are the newest: chance, or all others before those that are wanted. */
type Age = 'in random order' | 'with the wanted ones oldest';

/** What is lost by comparing with bounded candidates instead of with all, for the stories of one set. */
interface Loss {
  readonly set: string;
  readonly age: Age;
  readonly queries: number;
  /** nDCG@10 of the direct scores. */
  readonly exhaustive: number;
  readonly bounded: number;
  /** Share of the exhaustive top ten that the candidates contain. */
  readonly recall: number;
}

const QUERIES = 250;

/**
 * Measures it among so many articles: the sets' own, and made-up ones, each the first half of one text and the second half of another of the folder
 * `among`, so that words are as common as they are in news and no text is there twice.
 */
export async function measureBounds(
  { sets: folder, among }: { readonly sets: string; readonly among: string },
  articles: number,
): Promise<readonly Loss[]> {
  const sets = (await readGoldSets(folder)).filter(({ stories }) =>
    stories.some(({ record, lang }) => typeof record['event'] === 'string' && isEnglish(lang)),
  );
  const gold = sets.flatMap(({ name, stories }) =>
    stories.map((story) => ({ set: name, event: story.record['event'], story: { ...story, lang: 'en' } })),
  );
  const random = createRandom(1);
  const texts: Story[] = [];
  for (const file of (await readdir(among)).filter((name) => /\.jsonl(\.gz)?$/u.test(name)).sort())
    for await (const story of readStories(join(among, file))) if (isEnglish(story.lang)) texts.push(story);
  const stories = gold.map(({ story }): Story => story);
  while (stories.length < articles) stories.push(madeUp(texts, stories.length, random));
  const entries = readCollection(stories, createLanguages()('en'), {
    features: FEATURE_WEIGHTS,
    background: backgroundOf('en'),
  });
  const shuffled = shuffle(Array.from(stories.keys()), random);
  const oldest = [
    ...shuffled.filter((index) => index >= gold.length),
    ...shuffled.filter((index) => index < gold.length),
  ];
  const asked = sets.flatMap(({ name }) => {
    const own = gold.flatMap(({ set, event }, index) =>
      set === name && gold.some((other, at) => at !== index && other.event === event && event !== undefined)
        ? [index]
        : [],
    );
    return [{ name, queries: shuffle(own, random).slice(0, QUERIES) }];
  });
  const exhaustive = new Map<number, readonly number[]>();
  return (['in random order', 'with the wanted ones oldest'] as const).flatMap((age) => {
    const places = new Map((age === 'in random order' ? shuffled : oldest).map((index, place) => [index, place]));
    const postings = postEntries(entries, LIMITS.keys, (index) => -(places.get(index) ?? 0));
    return asked.map(({ name: set, queries }) => {
      let [all, some, shared] = [0, 0, 0];
      for (const query of queries) {
        const best = exhaustive.get(query) ?? topTen(entries, query, entries.keys());
        exhaustive.set(query, best);
        const own = entries[query];
        const candidates = own ? findCandidates(query, own.vector, postings, LIMITS) : [];
        const isWanted = (index: number): boolean => gold[index]?.event === gold[query]?.event;
        const wanted = gold.filter((_, index) => index !== query && isWanted(index)).length;
        all += gainOf(best, isWanted, wanted);
        some += gainOf(topTen(entries, query, candidates), isWanted, wanted);
        const known = new Set(candidates);
        shared += best.filter((index) => known.has(index)).length / Math.max(1, best.length);
      }
      const count = queries.length;
      return { set, age, queries: count, exhaustive: all / count, bounded: some / count, recall: shared / count };
    });
  });
}

type Random = () => number;

/** Numbers below 1, the same each time (a 32-bit linear congruence). */
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(items: readonly number[], random: Random): readonly number[] {
  const shuffled = [...items];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other] ?? 0, shuffled[at] ?? 0];
  }
  return shuffled;
}

function madeUp(texts: readonly Story[], number: number, random: Random): Story {
  const pick = (): Story | undefined => texts[Math.floor(random() * texts.length)];
  const [one, other] = [pick(), pick()];
  const half = (text: string | undefined, from: 0 | 1): string => {
    const words = text?.split(/\s+/u) ?? [];
    const middle = Math.ceil(words.length / 2);
    return words.slice(from * middle, from === 0 ? middle : undefined).join(' ');
  };
  return {
    id: `made-up-${number}`,
    title: `${half(one?.title, 0)} ${half(other?.title, 1)}`,
    body: `${half(one?.body, 0)}\n${half(other?.body, 1)}`,
    lang: 'en',
    date: pick()?.date ?? null,
    topics: [],
    sections: [],
    authors: [],
  };
}

function isEnglish(lang: string): boolean {
  return lang === 'en' || lang === '';
}

function topTen(entries: readonly Entry[], query: number, among: Iterable<number>): readonly number[] {
  const own = entries[query];
  let best: { readonly index: number; readonly score: number }[] = [];
  for (const index of among) {
    const entry = entries[index];
    const score = own && entry && index !== query ? directScore(own, entry) : 0;
    if (score > 0 && (best.length < 100 || score > (best[9]?.score ?? 0))) best.push({ index, score });
    if (best.length >= 100) best = best.sort(byScore).slice(0, 10);
  }
  return best
    .sort(byScore)
    .slice(0, 10)
    .map(({ index }) => index);
}

function byScore(a: { readonly score: number; readonly index: number }, b: typeof a): number {
  return b.score - a.score || a.index - b.index;
}

function gainOf(ranked: readonly number[], isWanted: (index: number) => boolean, wanted: number): number {
  const discount = (place: number): number => 1 / Math.log2(place + 2);
  let [gain, best] = [0, 0];
  for (const [place, index] of ranked.entries()) if (isWanted(index)) gain += discount(place);
  for (let place = 0; place < Math.min(10, wanted); place++) best += discount(place);
  return gain / best;
}
