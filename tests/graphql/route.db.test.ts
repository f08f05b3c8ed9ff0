import { beforeAll, expect, test } from 'vitest';
import { articleItem, authorItem, redirectItem, sectionItem, siteItem, topicItem } from '../_support/make/items.ts';
import { NOON, useApp } from '../_support/use-app.ts';
import { hour } from './_made.ts';

const fixture = useApp();

beforeAll(async () => {
  await fixture.write([
    siteItem({ url: 'https://tidings.example' }),
    sectionItem({ id: 'news', slug: 'news' }),
    authorItem({ id: 'ada', slug: 'ada', formerPaths: ['/people/ada'] }),
    topicItem({ id: 'tides', slug: 'tides' }),
    articleItem({
      id: 'boat',
      slug: 'boat',
      path: '/nouvelles/été à la plage',
      formerPaths: ['/2026/02/boat/'],
      authors: ['ada'],
      topics: ['tides'],
    }),
    articleItem({
      id: 'gone',
      slug: 'gone',
      path: '/gone',
      formerPaths: ['/was-gone'],
      expiresAt: hour(-1).toISOString(),
    }),
    articleItem({ id: 'draft', slug: 'draft', path: '/draft', status: 'draft' }),
    articleItem({ id: 'later', slug: 'later', path: '/later', publishedAt: hour(9).toISOString() }),
    articleItem({ id: 'kept', slug: 'kept', path: '/kept', status: 'archived', hiddenSince: hour(-2).toISOString() }),
    redirectItem({ id: 'r1', from: '/short', to: '/2026/02/boat' }),
    redirectItem({ id: 'r2', from: '/shorter', to: 'https://tidings.example/short/', permanent: false }),
    redirectItem({ id: 'r3', from: '/away', to: 'https://elsewhere.example/page?x=1' }),
    redirectItem({ id: 'r4', from: '/far', to: '/away' }),
    redirectItem({ id: 'r5', from: '/loop/a', to: '/loop/b' }),
    redirectItem({ id: 'r6', from: '/loop/b', to: '/loop/c' }),
    redirectItem({ id: 'r7', from: '/loop/c', to: '/loop/a' }),
    redirectItem({ id: 'r8', from: '/removed', to: null }),
    redirectItem({ id: 'r9', from: '/to-hidden', to: '/gone' }),
    redirectItem({ id: 'r10', from: '/to-nothing', to: '/nothing/there' }),
    redirectItem({ id: 'r11', from: '/to-author', to: '/author/ada' }),
    redirectItem({ id: 'r12', from: '/with-anchor', to: '/2026/02/boat?from=letter#part-2' }),
  ]);
});

const PLACE = `{ __typename ... on Article { slug } ... on Author { slug } ... on Topic { slug } ... on Section { slug } ... on Gone { since }
  ... on Redirect { to permanent target { path } } }`;
async function route(path: string) {
  const { data, errors } = await fixture.execute(`query ($path: String!) { route(path: $path) ${PLACE} }`, { path });
  expect(errors).toBeUndefined();
  return data.route;
}

const BOAT = { __typename: 'Article', slug: 'boat' };
const PATH = '/nouvelles/été à la plage';

test.each([
  PATH,
  `${PATH}/`,
  `${PATH}?utm_source=x&y=2`,
  `${PATH}#top`,
  `${PATH}/?a=/b/#c?d`,
  encodeURI(PATH),
  encodeURI(PATH).toLowerCase(),
  encodeURIComponent(PATH),
  PATH.normalize('NFD'),
  encodeURI(PATH.normalize('NFD')),
  `https://tidings.example${encodeURI(PATH)}`,
  `HTTPS://Tidings.Example${PATH}/?x#y`,
  `//nouvelles//été à la plage`,
  `nouvelles/été à la plage`,
  `  ${PATH}\n`,
])('finds the story at %j', async (path) => {
  expect(await route(path)).toEqual(BOAT);
});

test.each([
  '',
  ' ',
  '/',
  '/nouvelles',
  '/Nouvelles/été à la plage',
  '/\u0000',
  `/${'x'.repeat(3_000)}`,
  '/nothing',
  '/%',
  '/%ff',
  '?',
  '#',
  'https://tidings.example',
  '/draft',
  '/later',
])('finds nothing at %j', async (path) => {
  expect(await route(path)).toBeNull();
});

test.each([
  ['/author/ada', { __typename: 'Author', slug: 'ada' }],
  ['/topic/tides/', { __typename: 'Topic', slug: 'tides' }],
  ['/section/news', { __typename: 'Section', slug: 'news' }],
])('%s is what lives there', async (path, place) => {
  expect(await route(path)).toEqual(place);
});

const to = (path: string, permanent = true) => ({ __typename: 'Redirect', to: path, permanent, target: { path } });
test.each([
  ['a former path leads to the current one', '/2026/02/boat', to(PATH)],
  ["so does a former author's", '/people/ada/', to('/author/ada')],
  ['a chain of redirects is one', '/short', to(PATH)],
  ['and is temporary where any part of it is', '/shorter/', to(PATH, false)],
  ['a redirect may lead to an author', '/to-author', to('/author/ada')],
  [
    'an address elsewhere has no target',
    '/away',
    { __typename: 'Redirect', to: 'https://elsewhere.example/page?x=1', permanent: true, target: null },
  ],
  [
    'not through a chain either',
    '/far',
    { __typename: 'Redirect', to: 'https://elsewhere.example/page?x=1', permanent: true, target: null },
  ],
  ['a loop leads nowhere', '/loop/a', null],
  ['nor does any part of it', '/loop/c?x', null],
  ['a redirect to a hidden story leads nowhere', '/to-hidden', null],
  ['nor does one to nothing', '/to-nothing', null],
  ['a removed path is gone', '/removed', { __typename: 'Gone', since: null }],
  ['an expired story is gone since then', '/gone', { __typename: 'Gone', since: '2026-03-01T11:00:00.000Z' }],
  ['from its former paths, too', '/was-gone', { __typename: 'Gone', since: '2026-03-01T11:00:00.000Z' }],
  ['an archived one since it was taken back', '/kept', { __typename: 'Gone', since: '2026-03-01T10:00:00.000Z' }],
])('%s: %s', async (_what, path, place) => {
  expect(await route(path)).toEqual(place);
});

test('query and fragment of a redirect are part of where it sends readers', async () => {
  expect(await route('/with-anchor')).toEqual({ ...to(PATH), to: `${PATH}?from=letter#part-2` });
});

test('a story withdrawn after it was seen is gone, and is there again when it is published again', async () => {
  const story = { id: 'back', slug: 'back', path: '/back', formerPaths: ['/was-back'] };
  const seen = [];
  for (const status of ['published', 'draft', 'published', 'archived'] as const) {
    fixture.setNow(NOON);
    await fixture.write([articleItem({ ...story, status })]);
    seen.push([await route('/back'), await route('/was-back')].map((place) => place.__typename));
  }
  expect(seen).toEqual([
    ['Article', 'Redirect'],
    ['Gone', 'Gone'],
    ['Article', 'Redirect'],
    ['Gone', 'Gone'],
  ]);
});

test('paths differ from redirects: by path finds what lives there now and nothing else', async () => {
  const { data } = await fixture.execute(
    `{ now: article(by: { path: "https://tidings.example/nouvelles/%C3%A9t%C3%A9%20%C3%A0%20la%20plage/?x" }) { slug } former: article(by: { path: "/2026/02/boat" }) { slug }
       redirect: article(by: { path: "/short" }) { slug } author: author(by: { path: "/people/ada" }) { slug } }`,
  );
  expect(data).toEqual({ now: { slug: 'boat' }, former: null, redirect: null, author: null });
});
