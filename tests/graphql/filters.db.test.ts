import * as fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { ArticleItem } from '#content/imported-item.ts';
import { articleItem, authorItem, sectionItem, topicItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';
import { globalIds } from './_made.ts';

const fixture = useApp();
vi.setConfig({ testTimeout: process.env['TEST_LONG'] ? 900_000 : 60_000 });
const COUNT = 60;
const at = (index: number): string => new Date(Date.UTC(2026, 1, 1, index)).toISOString();
const AUTHORS = ['ada', 'bea', 'cyd'];
const TOPICS = ['harbour', 'tides', 'ferries'];
const SECTIONS = ['news', 'city', 'quay', 'sport'];
const ABOVE: Readonly<Record<string, readonly string[]>> = { city: ['news'], quay: ['city', 'news'] };
const LOCALES = ['en', 'en-GB', 'de', 'zh-Hant', 'zh-Hant-TW', 'zh'];
const KINDS = ['NEWS', 'OPINION', 'LIVE'] as const;

const bits = (index: number, factor: number, values: readonly string[]) =>
  values.filter((_, bit) => ((index * factor) >> bit) % 2 === 1);
const items: readonly ArticleItem[] = Array.from({ length: COUNT }, (_, index) =>
  articleItem({
    id: `a${index}`,
    slug: `a${index}`,
    publishedAt: at(index),
    updatedAt: at((index * 17) % COUNT),
    authors: bits(index, 3, AUTHORS),
    topics: bits(index, 5, TOPICS),
    sections: [SECTIONS[index % 5] ?? []].flat(),
    kind: KINDS[index % 3] ?? 'NEWS',
    locale: LOCALES[index % 6] ?? 'en',
    leadImage:
      index % 4 === 0
        ? { url: '/media/quay.jpg', alt: null, caption: null, credit: null, width: null, height: null }
        : null,
  }),
);

const known: Record<string, ReadonlyMap<string, string>> = {};
beforeAll(async () => {
  await fixture.write([
    ...SECTIONS.map((id) => sectionItem({ id, slug: id, parent: ABOVE[id]?.[0] ?? null })),
    ...AUTHORS.map((id) => authorItem({ id, slug: id })),
    ...TOPICS.map((id) => topicItem({ id, slug: id })),
    ...items,
  ]);
  for (const type of ['Article', 'Author', 'Topic', 'Section']) known[type] = await globalIds(fixture, type);
});

/** A reference by slug or id; some lead nowhere. `of` is what it means to the model. */
interface Ref {
  readonly of: string;
  readonly byId: boolean;
}
const refs = (slugs: readonly string[]) =>
  fc.option(fc.array(fc.record({ of: fc.constantFrom(...slugs, 'nobody'), byId: fc.boolean() }), { maxLength: 3 }), {
    nil: null,
  });
const termFilter = (slugs: readonly string[]) =>
  fc.option(fc.record({ any: refs(slugs), all: refs(slugs), none: refs(slugs) }), { nil: null });
const time = fc.option(fc.integer({ min: -5, max: COUNT + 5 }), { nil: null });
const range = fc.option(fc.record({ from: time, to: time }), { nil: null });
const listOf = <Value>(values: readonly Value[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 }), { nil: null });
/** Mostly one or two conditions, so that something is left to be found. */
const filters = fc.record(
  {
    ids: listOf(items.map(({ id }) => id)),
    section: fc.option(fc.record({ any: refs(SECTIONS), includeDescendants: fc.boolean() }), { nil: null }),
    topics: termFilter(TOPICS),
    authors: termFilter(AUTHORS),
    kinds: listOf(KINDS),
    locales: listOf([...LOCALES, 'EN', 'zh-hant', 'fr', 'zh-TW']),
    publishedAt: range,
    updatedAt: range,
    hasLeadImage: fc.option(fc.boolean(), { nil: null }),
  },
  { requiredKeys: [] },
);
type Filter = typeof filters extends fc.Arbitrary<infer Value> ? Value : never;

/** As a client writes it. */
function inputOf(filter: Filter): object {
  const ref =
    (type: string) =>
    ({ of, byId }: Ref) =>
      byId ? { id: known[type]?.get(of) ?? 'bm90aGluZw' } : { slug: of };
  const terms = (type: string, given: { any: Ref[] | null; all: Ref[] | null; none: Ref[] | null } | null) =>
    given && Object.fromEntries(Object.entries(given).map(([name, list]) => [name, list && list.map(ref(type))]));
  const times = (given: { from: number | null; to: number | null } | null) =>
    given && { from: given.from === null ? null : at(given.from), to: given.to === null ? null : at(given.to) };
  return {
    ...filter,
    ...(filter.ids ? { ids: filter.ids.map((id) => known['Article']?.get(id) ?? '') } : {}),
    ...(filter.section ? { section: { ...filter.section, any: (filter.section.any ?? []).map(ref('Section')) } } : {}),
    ...('topics' in filter ? { topics: terms('Topic', filter.topics ?? null) } : {}),
    ...('authors' in filter ? { authors: terms('Author', filter.authors ?? null) } : {}),
    ...('publishedAt' in filter ? { publishedAt: times(filter.publishedAt ?? null) } : {}),
    ...('updatedAt' in filter ? { updatedAt: times(filter.updatedAt ?? null) } : {}),
  };
}

function meets(item: ArticleItem, index: number, filter: Filter): boolean {
  const has = (values: readonly string[], given: Filter['topics']) => {
    const names = (list: readonly Ref[] | null | undefined) => list?.map(({ of }) => of);
    const { any, all, none } = { any: names(given?.any), all: names(given?.all), none: names(given?.none) };
    return (
      (!any || any.some((one) => values.includes(one))) &&
      (!all || all.every((one) => values.includes(one))) &&
      !none?.some((one) => values.includes(one))
    );
  };
  const within = (hours: number, given: Filter['updatedAt']) =>
    (given?.from ?? -Infinity) <= hours && hours < (given?.to ?? Infinity);
  const speaks = (wanted: string) => {
    const [mine, other] = [item.locale?.toLowerCase() ?? '', wanted.toLowerCase()];
    return mine === other || mine.startsWith(`${other}-`);
  };
  const sections = filter.section?.includeDescendants
    ? item.sections.flatMap((one) => [one, ...(ABOVE[one] ?? [])])
    : item.sections;
  return (
    (!filter.ids || filter.ids.includes(item.id)) &&
    (!filter.section || (filter.section.any ?? []).some(({ of }) => sections.includes(of))) &&
    has(item.topics, filter.topics) &&
    has(item.authors, filter.authors) &&
    (!filter.kinds || filter.kinds.some((one) => one === item.kind)) &&
    (!filter.locales || filter.locales.some(speaks)) &&
    within(index, filter.publishedAt) &&
    within((index * 17) % COUNT, filter.updatedAt) &&
    (typeof filter.hasLeadImage !== 'boolean' || filter.hasLeadImage === (item.leadImage !== null))
  );
}

test('a filter lets through what meets all of its conditions, and counts just that', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const { data, errors } = await fixture.execute(
        `query ($filter: ArticleFilter) { articles(first: 100, orderBy: OLDEST, filter: $filter) { nodes { slug } totalCount { value precision } } }`,
        { filter: inputOf(filter) },
      );
      expect(errors).toBeUndefined();
      const expected = items.filter((item, index) => meets(item, index, filter)).map(({ slug }) => ({ slug }));
      expect(data.articles).toEqual({ nodes: expected, totalCount: { value: expected.length, precision: 'EXACT' } });
    }),
    { numRuns: process.env['TEST_LONG'] ? 1_000 : 150 },
  );
});

test.each([
  ['ids', 'ids: $ids'],
  ['section.any', 'section: { any: $refs }'],
  ['topics.any', 'topics: { any: $refs }'],
  ['topics.all', 'topics: { all: $refs }'],
  ['topics.none', 'topics: { none: $refs }'],
  ['authors.any', 'authors: { any: $refs }'],
  ['authors.all', 'authors: { all: $refs }'],
  ['authors.none', 'authors: { none: $refs }'],
  ['kinds', 'kinds: $kinds'],
  ['locales', 'locales: $locales'],
])('filter.%s holds at most 20 values', async (name, filter) => {
  const ask = (length: number) => {
    const many = <Value>(value: Value) => Array.from({ length }, () => value);
    const given = { ids: many('x'), refs: many({ slug: 'tides' }), kinds: many('NEWS'), locales: many('en') };
    const [, used = ''] = /\$(\w+)/.exec(filter) ?? [];
    const type = { ids: '[ID!]', refs: '[TermRef!]!', kinds: '[ArticleKind!]', locales: '[Locale!]' }[used];
    return fixture.execute(
      `query ($${used}: ${type}) { articles(filter: { ${filter} }) { nodes { id } } sections { name } }`,
      { [used]: Reflect.get(given, used) },
    );
  };
  expect((await ask(20)).errors).toBeUndefined();
  const { data, errors } = await ask(21);
  expect([data.articles, data.sections.length]).toEqual([null, 2]);
  expect(errors?.map(({ message, path, extensions }) => [message, path, extensions.code])).toEqual([
    [`filter.${name}: at most 20 values`, ['articles', 'nodes'], 'BAD_USER_INPUT'],
  ]);
});

test.each([
  ['Nadine', ['nadine-1', 'nadine-2', 'nadine-3']],
  ['nádine b', ['nadine-2', 'nadine-3']],
  ['N', ['nadine-1', 'nadine-2', 'nadine-3', 'norbert']],
  ['', ['eloi', 'nadine-1', 'nadine-2', 'nadine-3', 'norbert']],
  ['zz', []],
])('topics whose names start with %j are %j, in the order of their names', async (prefix, slugs) => {
  const names = {
    'nadine-1': 'Nadine A',
    'nadine-2': 'NÁDINE B',
    'nadine-3': 'nadine bé',
    norbert: 'Norbert',
    eloi: 'Éloi',
  };
  const topics = Object.entries(names).map(([id, name]) => topicItem({ id, slug: id, name, topicKind: 'PERSON' }));
  await fixture.write([...topics, articleItem({ id: 'named', slug: 'named', topics: Object.keys(names) })]);
  const { data } = await fixture.execute(
    `query ($prefix: String) { topics(filter: { nameStartsWith: $prefix, kinds: [PERSON] }) { nodes { slug } totalCount { value } }
      none: topics(filter: { kinds: [] }) { nodes { slug } } other: topics(filter: { nameStartsWith: $prefix, kinds: [PLACE] }) { nodes { slug } } }`,
    { prefix },
  );
  expect(data.topics).toEqual({ nodes: slugs.map((slug) => ({ slug })), totalCount: { value: slugs.length } });
  expect([data.none.nodes, data.other.nodes]).toEqual([[], []]);
});
