import * as fc from 'fast-check';
import { globalId } from '#graphql/node.ts';
import type { ImportedItem } from '#content/imported-item.ts';
import {
  articleItem,
  authorItem,
  collectionItem,
  paragraph,
  readAlso,
  redirectItem,
  sectionItem,
  siteItem,
  topicItem,
} from '../_support/make/items.ts';
import { NOON, type AppFixture } from '../_support/use-app.ts';

/** How many articles, authors and topics a made newsroom has. */
export const ARTICLES = 14;
export const TERMS = 4;
const HOUR = 3_600_000;
const FIRST_WRITE = -3;
export const SITE_URL = 'https://tidings.example';

/** An instant so many hours after noon. */
export function hour(offset: number): Date {
  return new Date(NOON.getTime() + offset * HOUR);
}

/** What decides who sees an article; hours from noon. */
export interface Shown {
  readonly status: 'draft' | 'published' | 'archived';
  readonly publishedAt: number;
  readonly expiresAt: number | null;
}
export interface Made extends Shown {
  readonly authors: readonly number[];
  readonly topics: readonly number[];
  /** 0 news, 1 city (below news), 2 sport. */
  readonly section: number | null;
  readonly kind: 'NEWS' | 'OPINION';
  readonly locale: 'en' | 'en-GB' | 'de';
  /** Articles that its body sends readers on to. */
  readonly links: readonly number[];
  /** What it was written as at first, where that was something else. */
  readonly before: Shown | null;
}

const hours = fc.integer({ min: -6, max: 8 });
const shown = fc.record({
  status: fc.constantFrom('published', 'published', 'published', 'draft', 'archived'),
  publishedAt: hours,
  expiresAt: fc.option(hours, { nil: null }),
});
const terms = fc.uniqueArray(fc.nat(TERMS - 1), { maxLength: 2 });
const made: fc.Arbitrary<Made> = fc
  .record({
    shown,
    authors: terms,
    topics: terms,
    section: fc.option(fc.nat(2), { nil: null }),
    kind: fc.constantFrom('NEWS', 'OPINION'),
    locale: fc.constantFrom('en', 'en', 'en-GB', 'de'),
    links: fc.uniqueArray(fc.nat(ARTICLES - 1), { maxLength: 2 }),
    before: fc.option(shown, { nil: null, freq: 2 }),
  })
  .map(({ shown: now, ...rest }) => ({ ...rest, ...now }) as Made); // constantFrom forgets that its values are literals

/** Articles of every status, on both sides of every instant. */
export const newsrooms: fc.Arbitrary<readonly Made[]> = fc.array(made, { minLength: ARTICLES, maxLength: ARTICLES });

const two = (index: number): string => String(index).padStart(2, '0');
/** Words that stand in an article and nowhere else: slug, headline and body hold them. */
export const marker = (index: number): string => `marker${two(index)}`;
export const pathOf = (index: number): string => `/stories/${marker(index)}`;
export const formerPathOf = (index: number): string => `/once/${two(index)}`;
export const redirectTo = (index: number): string => `/short/${two(index)}`;
export const chainTo = (index: number): string => `/shorter/${two(index)}`;
export const authorSlug = (index: number): string => `writer${two(index)}`;
export const topicSlug = (index: number): string => `theme${two(index)}`;
export const SECTIONS = ['news', 'city', 'sport'] as const;
/** What the collection `top` picks; the rest of the site follows. `themed` follows with the first topic's. */
export const PICKS = [3, 0, 7, 11];

function itemOf({ status, publishedAt, expiresAt }: Shown, one: Made, index: number): ImportedItem {
  return articleItem({
    id: marker(index),
    slug: marker(index),
    path: pathOf(index),
    formerPaths: [formerPathOf(index)],
    headline: `Harbour ${marker(index)}`,
    status,
    publishedAt: hour(publishedAt).toISOString(),
    expiresAt: expiresAt === null ? null : hour(expiresAt).toISOString(),
    authors: one.authors.map(authorSlug),
    topics: one.topics.map(topicSlug),
    sections: one.section === null ? [] : [SECTIONS[one.section] ?? ''],
    kind: one.kind,
    locale: one.locale,
    body: [paragraph(`Body of ${marker(index)}.`), ...one.links.map((to) => readAlso(pathOf(to), `To ${two(to)}`))],
  });
}

/** Writes a newsroom: first as it was three hours before noon, then, at noon, what has changed since. */
export async function writeMade(fixture: AppFixture, newsroom: readonly Made[]): Promise<void> {
  fixture.setNow(hour(FIRST_WRITE));
  const numbers = Array.from({ length: TERMS }, (_, index) => index);
  await fixture.write([
    siteItem({ url: SITE_URL }),
    sectionItem({ id: 'news', slug: 'news' }),
    sectionItem({ id: 'city', slug: 'city', parent: 'news' }),
    sectionItem({ id: 'sport', slug: 'sport' }),
    ...numbers.map((index) => authorItem({ id: authorSlug(index), slug: authorSlug(index), name: authorSlug(index) })),
    ...numbers.map((index) => topicItem({ id: topicSlug(index), slug: topicSlug(index), name: topicSlug(index) })),
    ...newsroom.map((one, index) => itemOf(one.before ?? one, one, index)),
    collectionItem({ id: 'top', slug: 'top', picks: PICKS.map(marker), fill: { sections: [], topics: [], kinds: [] } }),
    collectionItem({
      id: 'themed',
      slug: 'themed',
      picks: PICKS.map(marker),
      fill: { sections: [], topics: [topicSlug(0)], kinds: [] },
    }),
    ...newsroom.flatMap((_, index) => [
      redirectItem({ id: redirectTo(index), from: redirectTo(index), to: pathOf(index) }),
      redirectItem({
        id: chainTo(index),
        from: chainTo(index),
        to: `${SITE_URL}${redirectTo(index)}`,
        permanent: false,
      }),
    ]),
  ]);
  fixture.setNow(NOON);
  await fixture.write(newsroom.flatMap((one, index) => (one.before ? [itemOf(one, one, index)] : [])));
}

/** The one rule, in hours. */
export function isSeen({ status, publishedAt, expiresAt }: Shown, at: number): boolean {
  return status === 'published' && publishedAt <= at && (expiresAt === null || expiresAt >= at);
}

/** Since when the paths of a hidden article are gone: undefined where they are unknown, null where the time is. */
export function goneSince(one: Made, at: number): Date | null | undefined {
  const { status, publishedAt, expiresAt } = one;
  if (status === 'published' && expiresAt !== null && publishedAt <= expiresAt && expiresAt < at)
    return hour(expiresAt);
  const seen = one.before ? wasSeen(one, 0) || wasSeen(one.before, 0) : wasSeen(one, FIRST_WRITE);
  return seen ? null : undefined;
}

/** Whether a writer could tell by then that readers had seen it: what is archived was published before. */
function wasSeen({ status, publishedAt, expiresAt }: Shown, at: number): boolean {
  return status !== 'draft' && publishedAt <= at && (expiresAt === null || publishedAt <= expiresAt);
}

/** Global ids by slug. */
export async function globalIds(fixture: AppFixture, type: string): Promise<ReadonlyMap<string, string>> {
  const rows = await fixture.db.collection<{ _id: string; slug: string }>(`${type.toLowerCase()}s`).find().toArray();
  return new Map(rows.map(({ _id, slug }) => [slug, globalId(type, _id)]));
}
