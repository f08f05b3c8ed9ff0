import * as fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { emptyDatabase } from '../_support/database.ts';
import { articleItem, authorItem, topicItem } from '../_support/make/items.ts';
import { NOON, useApp } from '../_support/use-app.ts';
import {
  ARTICLES,
  authorSlug,
  chainTo,
  formerPathOf,
  globalIds,
  goneSince,
  hour,
  isSeen,
  marker,
  newsrooms,
  pathOf,
  PICKS,
  redirectTo,
  SECTIONS,
  SITE_URL,
  TERMS,
  topicSlug,
  writeMade,
  type Made,
} from './_made.ts';

const fixture = useApp();
vi.setConfig({ testTimeout: process.env['TEST_LONG'] ? 900_000 : 60_000 });
const LONG = Boolean(process.env['TEST_LONG']);
/** Each run writes a newsroom anew: a failure is told as it was met, since shrinking it would take minutes. */
const parameters = { numRuns: LONG ? 30 : 3, endOnFailure: true };
/** Noon, when the last write was, and instants after it at which time alone has changed what is seen. */
const instants = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 })
  .map((later) => [0, ...later]);

beforeEach(() => emptyDatabase(fixture.db));

interface Story extends Made {
  readonly index: number;
  readonly id: string;
}
/** What a reader must see of a newsroom at one instant. */
interface View {
  readonly at: number;
  readonly all: readonly Story[];
  /** Newest first. */
  readonly seen: readonly Story[];
  readonly authors: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  /** Words of which none may stand in any answer. */
  readonly hidden: readonly string[];
}

const newestFirst = (a: Story, b: Story): number => b.publishedAt - a.publishedAt || (stored(a) < stored(b) ? 1 : -1);
/** Ties break on the stored id, which the global one wraps. */
const stored = ({ id }: Story): string => Buffer.from(id, 'base64url').toString();
const ids = (stories: readonly (Story | undefined)[]): readonly (string | undefined)[] => stories.map((one) => one?.id);
const lang = ({ locale }: Made): string => locale.slice(0, 2);
const sectionsOf = ({ section }: Made): readonly number[] =>
  section === null ? [] : section === 1 ? [1, 0] : [section];
const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

async function viewAt(newsroom: readonly Made[], at: number): Promise<View> {
  const [articles, authors, topics] = await Promise.all(
    ['Article', 'Author', 'Topic'].map((type) => globalIds(fixture, type)),
  );
  const all = newsroom.map((one, index) => ({ ...one, index, id: articles?.get(marker(index)) ?? '' }));
  const seen = all.filter((one) => isSeen(one, at)).toSorted(newestFirst);
  const hiddenTerms = (
    slugs: readonly string[],
    known: ReadonlyMap<string, string> | undefined,
    used: ReadonlySet<string>,
  ) => slugs.filter((slug) => !used.has(slug)).flatMap((slug) => [slug, known?.get(slug) ?? '']);
  return {
    at,
    all,
    seen,
    authors: authors ?? new Map(),
    topics: topics ?? new Map(),
    hidden: [
      ...all.filter((one) => !isSeen(one, at)).flatMap(({ index, id }) => [marker(index), id]),
      ...hiddenTerms(
        indexes(TERMS).map(authorSlug),
        authors,
        new Set(seen.flatMap((one) => one.authors.map(authorSlug))),
      ),
      ...hiddenTerms(indexes(TERMS).map(topicSlug), topics, new Set(seen.flatMap((one) => one.topics.map(topicSlug)))),
    ],
  };
}

/** An answer without errors in which no word of anything hidden occurs. */
async function ask(view: View, query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { data, errors } = await fixture.execute(query, variables);
  expect(errors).toBeUndefined();
  const text = JSON.stringify(data);
  expect(view.hidden.filter((word) => text.includes(word))).toEqual([]);
  return data;
}

async function always(check: (view: View) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(newsrooms, instants, async (newsroom, hours) => {
      await emptyDatabase(fixture.db);
      await writeMade(fixture, newsroom);
      for (const at of hours) {
        fixture.setNow(hour(at));
        await check(await viewAt(newsroom, at));
      }
    }),
    parameters,
  );
}

test('an article is found by id, slug, path and route while it may be seen, and by none of them else', () =>
  always(async (view) => {
    for (const one of view.all) {
      const { index, id } = one;
      const names = { id, slug: marker(index), path: pathOf(index) };
      const data = await ask(
        view,
        `query ($id: ID!, $slug: String!, $path: String!, $former: String!, $short: String!, $shorter: String!) {
          node(id: $id) { id } nodes(ids: [$id]) { id }
          byId: article(by: { id: $id }) { id } bySlug: article(by: { slug: $slug }) { id } byPath: article(by: { path: $path }) { id }
          byFormer: article(by: { path: $former }) { id }
          current: route(path: $path) { ...Place } former: route(path: $former) { ...Place }
          short: route(path: $short) { ...Place } shorter: route(path: $shorter) { ...Place }
        }
        fragment Place on Route {
          __typename ... on Article { id } ... on Gone { since } ... on Redirect { to permanent target { ... on Article { id } } }
        }`,
        { ...names, former: formerPathOf(index), short: redirectTo(index), shorter: chainTo(index) },
      );
      const found = isSeen(one, view.at) ? { id } : null;
      const since = goneSince(one, view.at);
      const gone = since === undefined ? null : { __typename: 'Gone', since: since?.toISOString() ?? null };
      const redirect = (permanent: boolean) => ({
        __typename: 'Redirect',
        to: pathOf(index),
        permanent,
        target: { id },
      });
      expect({ ...one, ...data }).toEqual({
        ...one,
        node: found,
        nodes: [found],
        byId: found,
        bySlug: found,
        byPath: found,
        byFormer: null,
        current: found ? { __typename: 'Article', id } : gone,
        former: found ? redirect(true) : gone,
        short: found && redirect(true),
        shorter: found && redirect(false),
      });
    }
  }));

test('every list, filter and count holds what may be seen and no more', () =>
  always(async (view) => {
    const { seen, all } = view;
    const conditions: readonly (readonly [string, (one: Story) => boolean])[] = [
      ['', () => true],
      [`ids: ${JSON.stringify(all.map(({ id }) => id))}`, () => true],
      ...indexes(3).map(
        (at) =>
          [`section: { any: [{ slug: "${SECTIONS[at]}" }] }`, (one: Story) => sectionsOf(one).includes(at)] as const,
      ),
      ['section: { any: [{ slug: "news" }], includeDescendants: false }', ({ section }) => section === 0],
      ...indexes(TERMS).flatMap((at) => [
        [`topics: { any: [{ slug: "${topicSlug(at)}" }] }`, (one: Story) => one.topics.includes(at)] as const,
        [`authors: { any: [{ slug: "${authorSlug(at)}" }] }`, (one: Story) => one.authors.includes(at)] as const,
      ]),
      [`topics: { none: [{ id: "${view.topics.get(topicSlug(0))}" }] }`, ({ topics }) => !topics.includes(0)],
      [`authors: { all: [{ id: "${view.authors.get(authorSlug(1))}" }] }`, ({ authors }) => authors.includes(1)],
      ['kinds: [OPINION]', ({ kind }) => kind === 'OPINION'],
      ['locales: ["en"]', (one) => lang(one) === 'en'],
      ['locales: ["en-GB", "de"]', ({ locale }) => locale !== 'en'],
      [
        `publishedAt: { from: "${hour(-2).toISOString()}", to: "${hour(3).toISOString()}" }`,
        ({ publishedAt }) => publishedAt >= -2 && publishedAt < 3,
      ],
      [`updatedAt: { from: "${hour(0).toISOString()}" }`, ({ publishedAt }) => publishedAt >= 0],
      ['hasLeadImage: false', () => true],
    ];
    for (const [filter, meets] of conditions) {
      const data = await ask(
        view,
        `{ ${['NEWEST', 'OLDEST', 'RECENTLY_UPDATED']
          .map((order) => `${order}: articles(filter: { ${filter} }, orderBy: ${order}) { nodes { id } }`)
          .join(' ')}
          counted: articles(filter: { ${filter} }) { capped: totalCount { value precision } exact: totalCount(mode: EXACT) { value precision } }
          found: searchArticles(text: "harbour", filter: { ${filter} }) { nodes { id } totalCount { value } } }`,
      );
      const expected = ids(seen.filter(meets));
      const nodes = expected.map((id) => ({ id }));
      const count = { value: expected.length, precision: 'EXACT' };
      expect([filter, data]).toEqual([
        filter,
        {
          NEWEST: { nodes },
          OLDEST: { nodes: nodes.toReversed() },
          RECENTLY_UPDATED: { nodes }, // an article that was never changed was updated when it was published
          counted: { capped: count, exact: count },
          found: { nodes: expect.arrayContaining(nodes), totalCount: { value: expected.length } },
        },
      ]);
      expect(data.found.nodes).toHaveLength(expected.length);
    }
  }));

test('authors, topics and sections show and count what may be seen, and exist by it', () =>
  always(async (view) => {
    const { seen } = view;
    for (const [type, slugOf, known] of [
      ['author', authorSlug, view.authors],
      ['topic', topicSlug, view.topics],
    ] as const) {
      const storiesOf = (at: number) => seen.filter((one) => one[`${type}s`].includes(at));
      for (const at of indexes(TERMS)) {
        const slug = slugOf(at);
        const data = await ask(
          view,
          `query ($id: ID!, $slug: String!, $path: String!) {
            node(id: $id) { id } byId: ${type}(by: { id: $id }) { id } byPath: ${type}(by: { path: $path }) { id }
            route(path: $path) { ... on Node { id } }
            bySlug: ${type}(by: { slug: $slug }) { id articles { nodes { id } totalCount { value } } }
          }`,
          { id: known.get(slug), slug, path: `/${type}/${slug}` },
        );
        const stories = storiesOf(at);
        const found = stories.length > 0 ? { id: known.get(slug) } : null;
        const articles = { nodes: stories.map(({ id }) => ({ id })), totalCount: { value: stories.length } };
        const expected = {
          node: found,
          byId: found,
          byPath: found,
          route: found,
          bySlug: found && { ...found, articles },
        };
        expect([slug, data]).toEqual([slug, expected]);
      }
      const existing = indexes(TERMS).filter((at) => storiesOf(at).length > 0);
      const data = await ask(
        view,
        `{ list: ${type}s { nodes { slug articles(first: 2) { nodes { id } totalCount { value } } } totalCount { value precision } }
           none: ${type}s(filter: { nameStartsWith: "zzz" }) { nodes { id } totalCount { value } } }`,
      );
      expect(data).toEqual({
        list: {
          nodes: existing.map((at) => ({
            slug: slugOf(at),
            articles: {
              nodes: storiesOf(at)
                .slice(0, 2)
                .map(({ id }) => ({ id })),
              totalCount: { value: storiesOf(at).length },
            },
          })),
          totalCount: { value: existing.length, precision: 'EXACT' },
        },
        none: { nodes: [], totalCount: { value: 0 } },
      });
    }
    const { sections } = await ask(
      view,
      `{ sections { slug ...Lists children { slug ...Lists } } }
       fragment Lists on Section {
         all: articles { nodes { id } totalCount { value } } own: articles(includeDescendants: false) { nodes { id } totalCount { value } }
       }`,
    );
    const lists = (at: number) => {
      const listOf = (stories: readonly Story[]) => ({
        nodes: stories.map(({ id }) => ({ id })),
        totalCount: { value: stories.length },
      });
      return {
        slug: SECTIONS[at],
        all: listOf(seen.filter((one) => sectionsOf(one).includes(at))),
        own: listOf(seen.filter(({ section }) => section === at)),
      };
    };
    expect(sections).toEqual([
      { ...lists(0), children: [lists(1)] },
      { ...lists(2), children: [] },
    ]);
  }));

test('neighbours, latest, related and also-read lead to nothing hidden and to all that may be seen', () =>
  always(async (view) => {
    const { seen, all } = view;
    const scopes = {
      SITE: () => () => true,
      SECTION: (one: Story) => (other: Story) => one.section !== null && sectionsOf(other).includes(one.section),
      TOPIC: (one: Story) => (other: Story) => one.topics[0] !== undefined && other.topics.includes(one.topics[0]),
      AUTHOR: (one: Story) => (other: Story) => one.authors[0] !== undefined && other.authors.includes(one.authors[0]),
    } as const;
    const names = Object.keys(scopes) as readonly (keyof typeof scopes)[]; // the keys of a constant
    const { articles } = await ask(
      view,
      `{ articles(first: ${ARTICLES}) { nodes { id ${names
        .map(
          (scope) =>
            `previous${scope}: previous(scope: ${scope}) { id } next${scope}: next(scope: ${scope}) { id } latest${scope}: latest(scope: ${scope}, first: 3) { id }`,
        )
        .join(' ')}
        related(first: 5) { article { id } }
        authors { slug } topics { slug }
        alsoRead { title url article { id } }
        body { ... on ReadAlsoBlock { link { title url article { id } } } }
        bodyHtml } } }`,
    );
    for (const [at, one] of seen.entries()) {
      const { related, ...node } = articles.nodes[at];
      const near = names.flatMap((scope) => {
        const within = seen.filter((other) => lang(other) === lang(one) && scopes[scope](one)(other));
        const others = within.filter((other) => other.id !== one.id);
        const older = others.filter((other) => newestFirst(one, other) < 0);
        const newer = others.filter((other) => newestFirst(other, one) < 0);
        const withId = (found: Story | undefined) => (found ? { id: found.id } : null);
        return [
          [`previous${scope}`, withId(older[0])],
          [`next${scope}`, withId(newer.at(-1))],
          [`latest${scope}`, others.slice(0, 3).map(({ id }) => ({ id }))],
        ];
      });
      const links = one.links.map((to) => {
        const target = seen.find(({ index }) => index === to);
        return {
          title: `To ${String(to).padStart(2, '0')}`,
          url: target ? SITE_URL + pathOf(to) : null,
          article: target ? { id: target.id } : null,
        };
      });
      const { bodyHtml, body, ...rest } = node;
      expect(rest).toEqual({
        id: one.id,
        ...Object.fromEntries(near),
        authors: one.authors.map((author) => ({ slug: authorSlug(author) })),
        topics: one.topics.map((topic) => ({ slug: topicSlug(topic) })),
        alsoRead: links,
      });
      expect(body.flatMap((block: { link?: object }) => block.link ?? [])).toEqual(links);
      const hrefs = [...bodyHtml.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      expect(hrefs).toEqual(links.flatMap(({ url }) => url ?? []));
      const reached = related.map(({ article }: { article: { id: string } }) =>
        all.find(({ id }) => id === article.id),
      );
      expect(reached.filter((other?: Story) => !other || other.id === one.id || lang(other) !== lang(one))).toEqual([]);
    }
  }));

test('collections show the picks that may be seen, then what may be seen of their rule, and count just that', () =>
  always(async (view) => {
    const data = await ask(
      view,
      `{ collections { slug } top: collection(by: { slug: "top" }) { ...List } themed: collection(by: { slug: "themed" }) { ...List }
         short: collection(by: { slug: "top" }) { articles(first: 3, exclude: [{ slug: "${marker(0)}" }, { path: "${pathOf(5)}" }]) { nodes { id } totalCount { value } } } }
       fragment List on Collection { articles { nodes { id } pageInfo { hasNextPage } totalCount { value precision } } }`,
    );
    const list = (fills: (one: Story) => boolean, excluded: readonly number[] = []) => {
      const shown = view.seen.filter(({ index }) => !excluded.includes(index));
      const picks = PICKS.flatMap((pick) => shown.find(({ index }) => index === pick) ?? []);
      return [...picks, ...shown.filter((one) => fills(one) && !picks.includes(one))].map(({ id }) => ({ id }));
    };
    const whole = (nodes: readonly object[]) => ({
      articles: { nodes, pageInfo: { hasNextPage: false }, totalCount: { value: nodes.length, precision: 'EXACT' } },
    });
    const short = list(() => true, [0, 5]);
    expect(data).toEqual({
      collections: expect.arrayContaining([{ slug: 'top' }, { slug: 'themed' }]),
      top: whole(list(() => true)),
      themed: whole(list(({ topics }) => topics.includes(0))),
      short: { articles: { nodes: short.slice(0, 3), totalCount: { value: short.length } } },
    });
  }));

test('a scheduled story appears with its author and topic, and goes again, by time alone', async () => {
  fixture.setNow(NOON);
  await fixture.write([
    authorItem({ id: 'ada', slug: 'ada' }),
    topicItem({ id: 'tides', slug: 'tides' }),
    articleItem({
      id: 'later',
      slug: 'later',
      path: '/later',
      authors: ['ada'],
      topics: ['tides'],
      publishedAt: hour(1).toISOString(),
      expiresAt: hour(2).toISOString(),
    }),
  ]);
  const seen = [];
  for (const at of [hour(0), new Date(hour(1).getTime() - 1), hour(1), hour(2), new Date(hour(2).getTime() + 1)]) {
    fixture.setNow(at);
    const { data } = await fixture.execute(
      `{ route(path: "/later") { __typename } articles { nodes { slug } totalCount { value } } authors { nodes { slug } } topic(by: { slug: "tides" }) { slug } }`,
    );
    seen.push([
      data.route?.__typename ?? null,
      data.articles.nodes.length,
      data.articles.totalCount.value,
      data.authors.nodes.length,
      data.topic?.slug ?? null,
    ]);
  }
  const hidden = [0, 0, 0, null];
  const shown = ['Article', 1, 1, 1, 'tides'];
  expect(seen).toEqual([[null, ...hidden], [null, ...hidden], shown, shown, ['Gone', ...hidden]]);
});
