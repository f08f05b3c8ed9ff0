import type { ArticleItem, BlockInput, ImageInput } from '#content/imported-item.ts';
import {
  AGENCY_SHARE,
  AUTHORS,
  AUTHORS_PER_ARTICLE,
  HARD_CASES,
  HEADLINE_CHARACTERS,
  IMAGES,
  TOPICS,
  TOPICS_PER_ARTICLE,
} from './figures.ts';
import { byShares, Random, zipf } from './random.ts';
import type { Assignment } from './schedule.ts';
import { headlineAbout, paragraphsAbout, sentenceAbout } from './text.ts';

/** The agencies, the larger one first: names of authors, too. */
export const AGENCIES = ['Harbour Wire', 'Northing Dispatch'] as const;
/** An article names topics and authors by these numbers; see `largeNewsroom` for their ids. */
export interface WrittenArticle {
  readonly item: ArticleItem;
  /** Ranks; one at or above TOPICS.shared occurs on this article only. */
  readonly topics: readonly number[];
  /** Ranks; one at or above AUTHORS.count is an agency. */
  readonly authors: readonly number[];
}

const authorCount = byShares(AUTHORS_PER_ARTICLE);
const topicCount = byShares(TOPICS_PER_ARTICLE);
const anyAuthor = zipf(AUTHORS.count, AUTHORS.zipf);
const kindOf = byShares([0.8, 0.06, 0.04, 0.05, 0.02, 0.03]);
const KINDS = ['NEWS', 'OPINION', 'ANALYSIS', 'FEATURE', 'INTERVIEW', 'REVIEW'] as const;
/** Drawings that the sample newsroom brings along. */
const PICTURES =
  'storm-mole tram-bridge fish-market infirmary lantern-night culvert-street-fire estuary-map saltgate-library assize-court council-chamber ropewalk bell-foundry'.split(
    ' ',
  );
const MEDIA = ['The Skerry Post', 'Radio Vannport', 'Drift & Anchor', 'The Alderwick Ledger'] as const;

/** Writes what was assigned: the same seed and assignment give the same article. */
export function writeArticle(seed: number, { number, event, publishedAt, copies }: Assignment): WrittenArticle {
  const random = new Random(seed, 3, number);
  // A copy has the text, and so the random numbers, of what it copies.
  const text = new Random(seed, 4, copies?.of ?? number);
  const bare = random.chance(HARD_CASES.bare);
  const { mean, deviation } = HEADLINE_CHARACTERS;
  const headline = headlineAbout(event, copies?.as === 'corrected' ? text : random, mean + deviation * random.normal());
  const slug = `${addressOf(headline)}-${number.toString(36)}`;
  const topics = bare ? [] : topicsOf(event.topics, number, random);
  const authors = bare ? [] : authorsOf(event.desk, copies?.as === 'wire', random);
  const agency = AGENCIES[(authors[0] ?? 0) - AUTHORS.count];
  const body = bare ? { blocks: [], quotes: [] } : bodyOf({ number, event, publishedAt, copies }, text, random);
  const path = `/${event.section}/${slug}`;
  const updatedAt = new Date(publishedAt.getTime() + (random.chance(0.3) ? random.below(7_200_000) : 0));
  const item: ArticleItem = {
    type: 'article',
    id: `large-${seed}-${number}`,
    sourceKeys: [],
    slug,
    path: null,
    formerPaths: random.chance(0.01) ? [`/archive/${seed}/${number}`] : [],
    status: 'published',
    kind: KINDS[kindOf(random)] ?? 'NEWS',
    kicker: random.chance(0.2) ? (event.places[0] ?? null) : null,
    headline,
    shortHeadline: null,
    socialHeadline: null,
    standfirst: random.chance(0.85) ? sentenceAbout(event, text) : null,
    creditLine: agency === undefined ? null : `reports ${agency}`,
    byline: agency ?? null,
    authors: [],
    sections: [event.section],
    mainSection: null,
    topics: [],
    publishedAt: publishedAt.toISOString(),
    firstPublishedAt: null,
    updatedAt: updatedAt.toISOString(),
    expiresAt: null,
    hiddenSince: null,
    locale: event.script?.locale ?? null,
    canonicalUrl: null,
    leadImage: !bare && random.chance(IMAGES.leadShare) ? picture(random, event.places[0] ?? '') : null,
    excerpt: null,
    seo: { title: null, description: null, noindex: false },
    importedFrom: null,
    body: body.blocks,
    quotes: body.quotes,
    sources: !bare && random.chance(0.2) ? [{ name: random.pick(MEDIA), url: null }] : [],
  };
  event.latest = { path, headline };
  return { item, topics, authors };
}

function topicsOf(ofEvent: readonly number[], number: number, random: Random): readonly number[] {
  const topics = ofEvent.slice(0, topicCount(random));
  const once = random.chance(TOPICS.once / TOPICS.perArticles);
  return once ? [...topics.slice(0, 16), TOPICS.shared + number] : topics;
}

function authorsOf(desk: readonly number[], isWire: boolean, random: Random): readonly number[] {
  if (isWire || random.chance(AGENCY_SHARE)) return [AUTHORS.count + (random.chance(0.6) ? 0 : 1)];
  const authors = new Set<number>();
  // A story's own desk writes most of it.
  for (let left = authorCount(random); left > 0; left--)
    authors.add(random.chance(0.6) ? random.pick(desk) : anyAuthor(random));
  return [...authors];
}

/** `text` decides on words, which copies share; `random` on pictures and links. */
function bodyOf(
  { event, copies }: Assignment,
  text: Random,
  random: Random,
): { readonly blocks: readonly BlockInput[]; readonly quotes: ArticleItem['quotes'] } {
  const blocks: BlockInput[] = [];
  const quotes: ArticleItem['quotes'] = [];
  if (copies?.as === 'corrected')
    blocks.push({ type: 'paragraph', html: `<em>Corrected: ${sentenceAbout(event, random)}</em>` });
  const images = random.poisson(IMAGES.perBody);
  const paragraphs = paragraphsAbout(event, text);
  for (const [at, html] of paragraphs.entries()) {
    if (at > 0 && at % 6 === 0) blocks.push(heading(event.words[at % event.words.length] ?? '', at));
    const said = /“([^”]+)”/.exec(html)?.[1];
    if (said !== undefined) quotes.push({ text: said, speaker: null, source: null });
    blocks.push({ type: 'paragraph', html });
    if (at > 0 && at <= images) blocks.push({ type: 'image', image: picture(random, event.places[1] ?? '') });
    if (at === 1 && event.latest && random.chance(0.6)) blocks.push(alsoRead(event.latest));
    if (at === 2 && random.chance(0.2)) blocks.push(...asides(sentenceAbout(event, text), event.people[0]?.name ?? ''));
  }
  return { blocks, quotes };
}

function heading(word: string, at: number): BlockInput {
  return { type: 'heading', html: `On the ${word}`, level: 2, anchor: `part-${at}` };
}

function alsoRead({ path, headline }: { readonly path: string; readonly headline: string }): BlockInput {
  return { type: 'read-also', link: { label: 'ALSO READ', title: headline, url: path } };
}

function asides(sentence: string, speaker: string): readonly BlockInput[] {
  return [
    { type: 'quote', quote: { text: sentence, speaker, source: null } },
    {
      type: 'list',
      ordered: false,
      items: sentence
        .split(', ')
        .slice(0, 3)
        .map((html) => ({ level: 0, html })),
    },
  ];
}

function picture(random: Random, place: string): ImageInput {
  const name = random.pick(PICTURES);
  return {
    url: `/media/${name}.svg`,
    alt: `A drawing of the ${name.replaceAll('-', ' ')}`,
    caption: random.chance(0.7) ? `Seen from ${place}` : null,
    credit: random.chance(0.7) ? 'Drawing: the picture desk' : null,
    width: 1200,
    height: 675,
  };
}

/** Lower-case ASCII words joined by hyphens; "story" where a headline has none. */
function addressOf(headline: string): string {
  const words = headline
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return words === '' ? 'story' : words.slice(0, 60).replace(/-+$/, '');
}
