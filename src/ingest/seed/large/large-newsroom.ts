import type {
  ArticleItem,
  AuthorItem,
  CollectionItem,
  ImportedItem,
  SiteItem,
  TopicItem,
} from '#content/imported-item.ts';
import { AGENCIES, writeArticle } from './article.ts';
import { AUTHORS, TOPICS } from './figures.ts';
import { anyNoun } from './event.ts';
import { personName, topicName } from './names.ts';
import { Random } from './random.ts';
import { scheduleOf } from './schedule.ts';
import { SECTIONS } from './sections.ts';

/** Articles of one batch: five transactions of the writer, so that the few new authors and topics among them cost little. */
const BATCH = 1_000;
const MOST_PICKS = 8;

export interface LargeNewsroomOptions {
  /** How many; at least 10. */
  readonly articles: number;
  /** Newsrooms of different seeds can live in one database. */
  readonly seed: number;
  /** The newest articles are from just before, a few from after it. */
  readonly now: Date;
}

/**
 * A newsroom of any size in batches: what is referred to comes in the same batch or before. Equal options give equal items. Authors and
 * topics come with their first article, so that none is without. Memory does not grow with the number of articles.
 */
export function* largeNewsroom({ articles, seed, now }: LargeNewsroomOptions): Generator<readonly ImportedItem[]> {
  const authors = createRegister(AUTHORS.count + AGENCIES.length, (rank) => authorItem(seed, rank));
  const topics = createRegister(TOPICS.shared, (rank) => topicItem(seed, rank));
  const newest: string[] = [];
  const features: string[] = [];
  let batch: ImportedItem[] = [site, ...SECTIONS];
  let written = 0;
  for (const assignment of scheduleOf(seed, articles, now)) {
    const article = writeArticle(seed, assignment);
    const authorIds = article.authors.map((rank) => authors.idOf(rank, batch));
    const topicIds = article.topics.map((rank) => topics.idOf(rank, batch));
    const item: ArticleItem = { ...article.item, authors: authorIds, topics: topicIds };
    batch.push(item);
    if (assignment.publishedAt <= now) remember(item.kind === 'NEWS' ? newest : features, item.id);
    written += 1;
    if (written % BATCH === 0) {
      yield batch;
      batch = [];
    }
  }
  yield [...batch, ...collections(newest, features)];
}

function remember(ids: string[], id: string): void {
  ids.push(id);
  if (ids.length > MOST_PICKS) ids.shift();
}

/** Gives ids for ranks, and adds the item of each to the batch in which it is first asked for. One bit a rank is kept. */
function createRegister(count: number, itemOf: (rank: number) => ImportedItem & { readonly id: string }) {
  const known = new Uint8Array(count);
  return {
    idOf(rank: number, batch: ImportedItem[]): string {
      const item = itemOf(rank);
      // Ranks above the count occur once.
      if (rank >= count || known[rank] === 0) batch.push(item);
      if (rank < count) known[rank] = 1;
      return item.id;
    },
  };
}

const site: SiteItem = {
  type: 'site',
  id: 'site',
  name: 'The Long Coast Chronicle',
  url: null,
  locale: 'en',
  timeZone: 'UTC',
  publisher: { name: 'Long Coast Press', url: null, logo: null },
};

function authorItem(seed: number, rank: number): AuthorItem {
  const name = AGENCIES[rank - AUTHORS.count] ?? personName(rank);
  const random = new Random(seed, 5, rank);
  return {
    type: 'author',
    id: `large-${seed}-${rank}`,
    sourceKeys: [],
    slug: addressOf(name),
    path: null,
    formerPaths: [],
    name,
    jobTitle:
      rank < AUTHORS.count && random.chance(0.5) ? `${capital(anyNoun(random.below(400)))} correspondent` : null,
    bio: random.chance(0.3) ? `${name} has written for the Chronicle for ${1 + random.below(30)} years.` : null,
    image: null,
    links: [],
  };
}

function topicItem(seed: number, rank: number): TopicItem {
  const { name, kind } = topicName(rank, anyNoun);
  return {
    type: 'topic',
    id: `large-${seed}-${rank}`,
    sourceKeys: [],
    // Two names may differ in nothing that an address keeps.
    slug: `${addressOf(name)}-${rank.toString(36)}`,
    path: null,
    formerPaths: [],
    name,
    topicKind: kind,
    description: null,
  };
}

function collections(newest: readonly string[], features: readonly string[]): readonly CollectionItem[] {
  const list = { type: 'collection', sourceKeys: [], description: null } as const;
  const kinds = ['FEATURE', 'INTERVIEW', 'REVIEW'] as const;
  return [
    {
      ...list,
      sourceKeys: [],
      id: 'top-news',
      slug: 'top-news',
      title: 'Top news',
      position: 1,
      picks: newest.toReversed(),
      fill: { sections: [], topics: [], kinds: [] },
    },
    {
      ...list,
      sourceKeys: [],
      id: 'dont-miss',
      slug: 'dont-miss',
      title: 'Don’t miss',
      position: 2,
      picks: features.toReversed(),
      fill: { sections: [], topics: [], kinds: [...kinds] },
    },
  ];
}

function addressOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
