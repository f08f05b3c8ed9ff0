import { beforeAll, expect, test } from 'vitest';
import { explain } from '../_support/explain.ts';
import { articleItem, paragraph, sectionItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();

const body = (text: string) => [paragraph(text)];
const ferry = (id: string, day: number, more: string, given: Partial<Parameters<typeof articleItem>[0]> = {}) =>
  articleItem({
    id,
    headline: `Ferry Ardent aground off Quayhaven ${more}`,
    body: body(`The ferry Ardent. ${Array.from({ length: 12 }, (_, index) => `${more}${index}`).join(' ')}`),
    publishedAt: `2026-02-${String(day).padStart(2, '0')}T09:00:00Z`,
    sections: ['news'],
    locale: 'en',
    ...given,
  });
const other = (id: string, day: number, given: Partial<Parameters<typeof articleItem>[0]> = {}) =>
  articleItem({
    id,
    headline: `${id} ${id}`,
    body: body(`${id} `.repeat(12)),
    publishedAt: `2026-02-${String(day).padStart(2, '0')}T09:00:00Z`,
    sections: ['news'],
    locale: 'en',
    ...given,
  });

beforeAll(async () => {
  await fixture.write([
    sectionItem({ id: 'news', name: 'News' }),
    sectionItem({ id: 'culture', name: 'Culture' }),
    ferry('f1', 10, 'lifeboats'),
    ferry('f2', 12, 'inquiry'),
    ferry('f3', 14, 'salvage'),
    ferry('f0', 8, 'timetable'),
    ...['gulls', 'herring', 'museum', 'trams', 'chapel', 'bakery', 'orchard', 'quarry'].map((id, index) =>
      other(id, 15 + index),
    ),
    other('opera', 27, { sections: ['culture'] }),
    other('moewen', 27, { locale: 'de' }),
    other('hidden', 27, { status: 'draft' }),
    other('loner', 20, { sections: [] }),
  ]);
}, 60_000);

const FIELDS = 'article { headline } score reasons { kind label weight }';
interface Answered {
  readonly article: { readonly headline: string };
  readonly score: number;
  readonly reasons: readonly { readonly kind: string; readonly label: string; readonly weight: number }[];
}
/** The related stories of the one with this id at the source. */
async function related(id: string, args: string): Promise<readonly Answered[]> {
  const row = await fixture.db.collection('articles').findOne({ sourceKeys: `ndjson:article:${id}` });
  const document = `query ($slug: String!) { article(by: { slug: $slug }) { related(${args}) { ${FIELDS} } } }`;
  const { data, errors } = await fixture.execute(document, { slug: row?.['slug'] });
  expect(errors).toBeUndefined();
  return data.article.related;
}
const lastWords = (list: readonly Answered[]) => list.map(({ article }) => article.headline.split(' ').at(-1));

test('each strategy reads what it is for', async () => {
  expect(lastWords(await related('f1', 'first: 4')).toSorted()).toEqual(['inquiry', 'salvage', 'timetable']);
  expect(lastWords(await related('f1', 'first: 4, strategy: SAME_STORY')).toSorted()).toEqual([
    'inquiry',
    'salvage',
    'timetable',
  ]);
  expect(lastWords(await related('f1', 'first: 4, strategy: LATEST'))).toEqual(['salvage', 'inquiry']);
  expect(lastWords(await related('f3', 'first: 4, strategy: LATEST'))).toEqual([]);
  expect(lastWords(await related('f1', 'first: 4, strategy: BACKGROUND'))).toEqual([]);
});

test('a list that is too short is filled up from the section in the language, and says so', async () => {
  const list = await related('f1', 'first: 8, fill: LATEST');
  expect(lastWords(list).slice(0, 3).toSorted()).toEqual(['inquiry', 'salvage', 'timetable']);
  expect(lastWords(list).slice(3)).toEqual(['quarry', 'orchard', 'bakery', 'chapel', 'trams']);
  for (const { score, reasons } of list.slice(3))
    expect([score, reasons]).toEqual([0, [{ kind: 'LATEST', label: 'Latest in this section', weight: 0 }]]);
});

test('a list that is long enough is not filled up, and nothing fills up where there is no section', async () => {
  expect(lastWords(await related('f1', 'first: 2, fill: LATEST'))).toEqual(lastWords(await related('f1', 'first: 2')));
  expect(await related('loner', 'first: 4, fill: LATEST')).toEqual([]);
  expect((await related('moewen', 'first: 4, fill: LATEST')).length).toBe(0);
});

test('a copy of the story stands behind what fills up', async () => {
  const text = Array.from({ length: 60 }, (_, index) => `agency${index}`).join(' ');
  const print = (id: string) =>
    articleItem({ id, headline: `Agency ${id}`, body: body(text), sections: ['wire'], locale: 'en' });
  await fixture.write([
    sectionItem({ id: 'wire', name: 'Wire' }),
    print('p1'),
    print('p2'),
    other('seagrass', 3, { sections: ['wire'] }),
  ]);
  expect(lastWords(await related('p1', 'first: 4, fill: LATEST'))).toEqual(['seagrass', 'p2']);
  expect(lastWords(await related('p1', 'first: 4'))).toEqual(['p2']);
});

test.each(['MIXED', 'SAME_STORY', 'BACKGROUND', 'LATEST'])(
  '%s keeps what is promised of every list',
  async (strategy) => {
    for (const fill of ['null', 'LATEST']) {
      const { data, errors } = await fixture.execute(`{ articles(first: 100) { nodes { id locale
      related(first: 20, strategy: ${strategy}, fill: ${fill}) { score reasons { weight } article { id locale } } } } }`);
      expect(errors).toBeUndefined();
      const visible = new Set(data.articles.nodes.map(({ id }: { readonly id: string }) => id));
      for (const { id, locale, related: list } of data.articles.nodes) {
        const ids: readonly string[] = list.map((one: { readonly article: { readonly id: string } }) => one.article.id);
        expect([ids.includes(id), new Set(ids).size, ids.filter((one) => !visible.has(one))]).toEqual([
          false,
          ids.length,
          [],
        ]);
        for (const { score, reasons, article } of list) {
          const weights: readonly number[] = reasons.map(({ weight }: { readonly weight: number }) => weight);
          expect(article.locale.slice(0, 2)).toBe(locale.slice(0, 2));
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(score, 10);
          expect(weights).toEqual(weights.toSorted((a, b) => b - a));
        }
      }
    }
  },
);

test('none are asked for, none come; what is hidden is gone at once, and what is shown again is back', async () => {
  expect(await related('f1', 'first: 0')).toEqual([]);
  const hide = (status: 'archived' | 'published') =>
    fixture.db.collection('articles').updateOne({ sourceKeys: 'ndjson:article:f2' }, { $set: { status } });
  await hide('archived');
  expect(lastWords(await related('f1', 'first: 4')).toSorted()).toEqual(['salvage', 'timetable']);
  await hide('published');
  expect(lastWords(await related('f1', 'first: 4'))).toContain('inquiry');
});

const ofMany = (args: string) => `query ($first: Int!) {
  articles(first: $first) { nodes { related(${args}) { ${FIELDS} } } }
}`;

test.each([
  ['first: 4', 3],
  ['first: 4, strategy: LATEST', 3],
  ['first: 4, fill: LATEST', 4],
  ['first: 4, strategy: BACKGROUND, fill: LATEST', 4],
])('related(%s) of 2, 8 or 16 stories costs at most %i commands in 3 rounds', async (args, commands) => {
  const costs: number[] = [];
  for (const first of [2, 8, 16]) {
    const { errors, cost } = await fixture.execute(ofMany(args), { first });
    expect(errors).toBeUndefined();
    expect(cost.rounds).toBeLessThanOrEqual(3);
    costs.push(cost.commands);
  }
  // Articles that the page itself has are not read again.
  expect(Math.max(...costs)).toBeLessThanOrEqual(commands);
});

test('every read goes by an index', async () => {
  const sent = await fixture.sentBy(() =>
    fixture.execute(ofMany('first: 4, strategy: BACKGROUND, fill: LATEST'), { first: 16 }),
  );
  expect(sent.length).toBeGreaterThanOrEqual(3);
  for (const command of sent) {
    const { collectionScan, sortInMemory, lookups } = await explain(fixture.db, command);
    expect([collectionScan, sortInMemory, lookups.map(({ collectionScans }) => collectionScans)]).toEqual([
      false,
      false,
      lookups.map(() => 0),
    ]);
  }
});
