import { describe, expect, it } from 'vitest';
import type { ItemSource, Outcome } from '#content/write.ts';
import {
  articleItem,
  authorItem,
  collectionItem,
  ndjson,
  sectionItem,
  siteItem,
  topicItem,
} from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter({ now: () => new Date('2026-04-01T12:00:00Z') });
const outcomes = (results: Awaited<ReturnType<typeof fixture.write>>): string[] =>
  results.map(({ outcome }) => outcome);
const notices = (results: Awaited<ReturnType<typeof fixture.write>>): string[] =>
  results.flatMap(({ notices }) => notices);

describe('creating', () => {
  it('refuses what no document can hold, counted in bytes, and writes what stands beside it', async () => {
    const body = [{ type: 'paragraph' as const, html: '潮'.repeat(5_500_000) }];
    const results = await fixture.write(articleItem({ body }), articleItem({ id: 'a2' }));
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['rejected', 'too-large'],
      ['created', null],
    ]);
  });

  it('resolves references within one call in whatever order the items come', async () => {
    const results = await fixture.write(
      collectionItem({ picks: ['a1'], fill: { sections: ['news'], topics: [], kinds: [] } }),
      articleItem({ authors: ['ada'], topics: ['harbour'], sections: ['local'] }),
      sectionItem({ id: 'local', parent: 'news' }),
      authorItem(),
      sectionItem({ id: 'news' }),
      topicItem(),
    );
    expect(outcomes(results)).toEqual(Array(6).fill('created'));
    expect(notices(results)).toEqual([]);
    const sections = await fixture.db.collection('sections').find().toArray();
    const idOf = (slug: string): unknown => sections.find((one) => one['slug'] === slug)?._id;
    const article = await fixture.article('a1');
    expect(article).toMatchObject({
      sectionIds: [idOf('local'), idOf('news')],
      ownSectionIds: [idOf('local')],
      mainSectionId: idOf('local'),
      path: '/local/headline-a1',
    });
    expect(await fixture.db.collection('collections').findOne()).toMatchObject({
      pickIds: [article._id],
      fill: { sectionIds: [idOf('news')] },
    });
  });

  it('leaves out and reports references that lead nowhere', async () => {
    const results = await fixture.write(articleItem({ authors: ['nobody'] }));
    expect(notices(results)).toEqual(['unknown-reference']);
    expect((await fixture.article('a1')).authorIds).toEqual([]);
  });

  it('takes up a reference once it leads somewhere', async () => {
    await fixture.write(articleItem({ authors: ['ada'] }));
    await fixture.write(authorItem());
    expect(outcomes(await fixture.write(articleItem({ authors: ['ada'] })))).toEqual(['updated']);
    expect((await fixture.article('a1')).authorIds).toHaveLength(1);
  });

  it('understands references by slug', async () => {
    await fixture.write(sectionItem({ id: '77', slug: 'harbour-life' }));
    await fixture.write(articleItem({ sections: ['harbour-life'] }));
    expect((await fixture.article('a1')).path).toBe('/harbour-life/headline-a1');
  });

  it('keeps an article without a date as a draft and says so', async () => {
    const results = await fixture.write(articleItem({ publishedAt: null }));
    expect(notices(results)).toEqual(['no-date']);
    expect(await fixture.article('a1')).toMatchObject({ status: 'draft', publishedAt: new Date(0), wasVisible: false });
  });

  it('reads a day alone as midnight in the zone of the site', async () => {
    await fixture.write(siteItem({ timeZone: 'Pacific/Auckland' }), articleItem({ publishedAt: '2026-01-15' }));
    expect((await fixture.article('a1')).publishedAt).toEqual(new Date('2026-01-14T11:00:00Z'));
  });

  it('breaks a loop of sections and says where', async () => {
    const results = await fixture.write(sectionItem({ id: 'x', parent: 'y' }), sectionItem({ id: 'y', parent: 'x' }));
    expect(notices(results)).toEqual(['section-loop']);
  });

  it('refuses a second item for a document that this call has written', async () => {
    const results = await fixture.write(articleItem(), articleItem({ headline: 'Another' }));
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['created', null],
      ['rejected', 'duplicate-item'],
    ]);
    expect((await fixture.article('a1')).headline).toBe('Headline a1');
  });
});

describe('importing again', () => {
  it('writes nothing where the source is the same', async () => {
    const items = [sectionItem(), authorItem(), articleItem({ sections: ['news'], authors: ['ada'] })];
    await fixture.write(...items);
    const before = await fixture.article('a1');
    expect(outcomes(await fixture.write(...items))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await fixture.article('a1')).toEqual(before);
  });

  it('takes what changed at the source and keeps slug, path and first publication', async () => {
    await fixture.write(articleItem());
    const results = await fixture.write(
      articleItem({ headline: 'A new headline', publishedAt: '2026-03-05T00:00:00Z' }),
    );
    expect(outcomes(results)).toEqual(['updated']);
    expect(await fixture.article('a1')).toMatchObject({
      rev: 2,
      headline: 'A new headline',
      slug: 'headline-a1',
      path: '/headline-a1',
      publishedAt: new Date('2026-03-05T00:00:00Z'),
      firstPublishedAt: new Date('2026-03-01T09:00:00Z'),
    });
  });

  it('keeps what was edited here, field by field, and reports what both sides changed', async () => {
    await fixture.write(articleItem({ kicker: 'Harbour' }));
    await fixture.db.collection('articles').updateOne({}, { $set: { headline: 'Edited here', kicker: 'Edited too' } });
    const results = await fixture.write(articleItem({ kicker: 'Quay', standfirst: 'New from the source.' }));
    expect(results[0]?.conflicts).toEqual([{ type: 'article', id: 'a1', field: 'kicker', took: 'here' }]);
    expect(await fixture.article('a1')).toMatchObject({
      headline: 'Edited here',
      kicker: 'Edited too',
      standfirst: 'New from the source.',
    });
  });

  it('reports a conflict once, not at every import', async () => {
    await fixture.write(articleItem({ kicker: 'Harbour' }));
    await fixture.db.collection('articles').updateOne({}, { $set: { kicker: 'Edited' } });
    await fixture.write(articleItem({ kicker: 'Quay' }));
    const results = await fixture.write(articleItem({ kicker: 'Quay', standfirst: 'More.' }));
    expect(results[0]?.conflicts).toEqual([]);
    expect((await fixture.article('a1')).kicker).toBe('Edited');
  });

  it('takes the source where both changed a field and that is asked for, also after an earlier import kept what is here', async () => {
    await fixture.write(articleItem({ kicker: 'Harbour', slug: 'one', path: '/one' }));
    await fixture.db
      .collection('articles')
      .updateOne({}, { $set: { headline: 'Edited here', kicker: 'Edited', slug: 'ours' } });
    const changed = articleItem({ kicker: 'Quay', slug: 'theirs', path: '/one' });
    const write = (overwrite: boolean): Promise<readonly Outcome[]> =>
      fixture.writer.write([changed], ndjson, { overwrite });
    const both = (took: string): readonly object[] =>
      ['slug', 'kicker'].map((field) => ({ type: 'article', id: 'a1', field, took }));
    expect((await write(false))[0]?.conflicts).toEqual(both('here'));
    expect((await write(false))[0]).toMatchObject({ outcome: 'unchanged', conflicts: [] });
    expect((await write(true))[0]).toMatchObject({ outcome: 'updated', conflicts: both('source') });
    // Edited here alone: nobody disagrees.
    expect(await fixture.article('a1')).toMatchObject({ kicker: 'Quay', slug: 'theirs', headline: 'Edited here' });
    expect((await write(true))[0]).toMatchObject({ outcome: 'unchanged', conflicts: [] });
  });

  it('lets each of two sources of one story change what changed there, and not take turns at the rest', async () => {
    const url = 'url:https://estuary.example/one';
    const feed: ItemSource = { keyOf: (type, id) => `feed:${type}:${id}` };
    const [ours, theirs] = [
      articleItem({ sourceKeys: [url], headline: 'From the desk' }),
      articleItem({ id: '9', sourceKeys: [url], headline: 'From the feed', kicker: 'Wire' }),
    ];
    await fixture.write(ours);
    expect(outcomes(await fixture.writer.write([theirs], feed))).toEqual(['updated']);
    expect(outcomes(await fixture.write(ours))).toEqual(['unchanged']);
    expect(outcomes(await fixture.writer.write([theirs], feed))).toEqual(['unchanged']);
    await fixture.write({ ...ours, standfirst: 'New at the desk.' });
    expect(await fixture.article('a1')).toMatchObject({
      headline: 'From the feed',
      kicker: 'Wire',
      standfirst: 'New at the desk.',
    });
    await fixture.db.collection('articles').updateOne({}, { $set: { headline: 'Edited here' } });
    const [last] = await fixture.writer.write([{ ...theirs, headline: 'Again' }], feed);
    expect(last?.conflicts).toEqual([{ type: 'article', id: '9', field: 'headline', took: 'here' }]);
  });

  it('keeps what a source cannot see, and writes nothing where it only says less', async () => {
    const live: ItemSource = { ...ndjson, blindTo: { article: ['seoTitle', 'byline'] } };
    const full = articleItem({ seo: { title: 'For engines', description: null, noindex: false }, byline: 'By Ada' });
    await fixture.write(full);
    const before = await fixture.article('a1');
    const seen = articleItem();
    expect(outcomes(await fixture.writer.write([seen], live))).toEqual(['unchanged']);
    expect(outcomes(await fixture.write(full))).toEqual(['unchanged']);
    expect(await fixture.article('a1')).toEqual(before);
    await fixture.writer.write([{ ...seen, headline: 'New' }], live);
    expect(await fixture.article('a1')).toMatchObject({ headline: 'New', seoTitle: 'For engines', byline: 'By Ada' });
    await fixture.write({ ...full, headline: 'New', byline: null });
    expect((await fixture.article('a1')).byline).toBeNull();
  });

  it('finds a document by any key and learns new ones', async () => {
    await fixture.write(articleItem({ sourceKeys: ['url:https://estuary.example/one'] }));
    const [result] = await fixture.writer.write(
      [articleItem({ id: '9', sourceKeys: ['url:https://estuary.example/one'] })],
      { keyOf: (type, id) => `feed:${type}:${id}` },
    );
    expect(result?.outcome).toBe('updated');
    expect((await fixture.article('a1')).sourceKeys).toEqual([
      'ndjson:article:a1',
      'url:https://estuary.example/one',
      'feed:article:9',
    ]);
  });

  it('reports an item whose keys name two documents and writes the first', async () => {
    await fixture.write(articleItem({ id: 'a' }), articleItem({ id: 'b' }));
    const [result] = await fixture.write(articleItem({ id: 'a', kicker: 'K', sourceKeys: ['ndjson:article:b'] }));
    expect(result?.notices).toEqual(['two-matches']);
    expect((await fixture.article('a')).kicker).toBe('K');
    expect((await fixture.article('b')).kicker).toBeNull();
  });

  it('stores the site once, and replaces it only where a site line says so', async () => {
    const feed = { keyOf: () => 'feed:site' };
    await fixture.writer.write([siteItem({ name: 'First' })], feed);
    const second = await fixture.writer.write([siteItem({ name: 'Second' })], feed);
    expect(outcomes(second)).toEqual(['unchanged']);
    const third = await fixture.writer.write([siteItem({ name: 'Third' })], ndjson);
    expect(outcomes(third)).toEqual(['updated']);
    expect(await fixture.db.collection('site').findOne()).toMatchObject({ name: 'Third' });
  });

  it('moves the articles of a section along when it gets another parent', async () => {
    const sections = [sectionItem({ id: 'news' }), sectionItem({ id: 'sport' })];
    await fixture.write(
      ...sections,
      sectionItem({ id: 'rowing', parent: 'news' }),
      sectionItem({ id: 'regattas', parent: 'rowing' }),
      articleItem({ sections: ['regattas'] }),
    );
    await fixture.write(sectionItem({ id: 'rowing', parent: 'sport' }));
    const rows = await fixture.db.collection('sections').find().toArray();
    const { sectionIds } = await fixture.article('a1');
    expect(sectionIds.map((id) => rows.find(({ _id }) => String(_id) === id)?.['slug'])).toEqual([
      'regattas',
      'rowing',
      'sport',
    ]);
    expect(await fixture.db.collection('outbox').countDocuments()).toBe(0);
  });
});

describe('archiving what a source has no more', () => {
  const status = async (id: string): Promise<string> => (await fixture.article(id)).status;

  it('hides it, keeps what was edited here, and brings it back with the source', async () => {
    await fixture.write(articleItem(), articleItem({ id: 'a2', status: 'draft' }));
    await fixture.db
      .collection('articles')
      .updateOne({ sourceKeys: 'ndjson:article:a2' }, { $set: { status: 'published' } });
    const results = await fixture.writer.archive(['a1', 'a2', 'a3'], ndjson);
    expect(results.map(({ id, outcome, conflicts }) => [id, outcome, conflicts.length])).toEqual([
      ['a1', 'updated', 0],
      ['a2', 'unchanged', 1],
    ]);
    expect([await status('a1'), await status('a2')]).toEqual(['archived', 'published']);
    expect(outcomes(await fixture.writer.archive(['a1'], ndjson))).toEqual(['unchanged']);
    expect(outcomes(await fixture.write(articleItem()))).toEqual(['updated']);
    expect(await status('a1')).toBe('published');
  });

  it('tells what it knows of a source by the rest of the key, and what has to be read anew', async () => {
    await fixture.write(articleItem(), articleItem({ id: 'b:2' }), articleItem({ id: 'a3' }));
    await fixture.writer.archive(['a3'], ndjson);
    const known = await fixture.writer.known('ndjson:article:');
    expect([...known].map(([id, { status, updatedAtHash }]) => [id, status, updatedAtHash !== null])).toEqual([
      ['a1', 'published', true],
      ['a3', 'archived', false],
      ['b:2', 'published', true],
    ]);
    expect((await fixture.writer.known('ndjson:article:b:')).size).toBe(1);
  });
});
