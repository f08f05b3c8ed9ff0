import { describe, expect, it } from 'vitest';
import { articleItem, authorItem, redirectItem, sectionItem } from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter();

describe('slugs', () => {
  it('adds a number where a slug is taken, in the order of the items, and says so', async () => {
    const same = (id: string): ReturnType<typeof articleItem> => articleItem({ id, headline: 'Same title' });
    const results = await fixture.write(same('1'), same('2'), same('3'));
    const later = await fixture.write(same('4'));
    const slugs = await Promise.all(['1', '2', '3', '4'].map(async (id) => (await fixture.article(id)).slug));
    expect(slugs).toEqual(['same-title', 'same-title-2', 'same-title-3', 'same-title-4']);
    expect([...results, ...later].map(({ notices }) => notices)).toEqual([
      [],
      ['slug-taken'],
      ['slug-taken'],
      ['slug-taken'],
    ]);
  });

  it('falls back to the id where nothing of a headline can be transliterated', async () => {
    await fixture.write(articleItem({ headline: '東京オリンピック' }));
    const { slug, _id } = await fixture.article('a1');
    expect(slug).toBe(_id);
  });

  it('follows a slug that the source gives anew', async () => {
    await fixture.write(articleItem({ slug: 'first' }));
    await fixture.write(articleItem({ slug: 'second' }));
    expect(await fixture.article('a1')).toMatchObject({ slug: 'second', path: '/second' });
    expect(await fixture.path('/first')).toMatchObject({ current: false });
  });

  it('keeps a numbered slug at the next import', async () => {
    await fixture.write(articleItem({ id: '1', slug: 'same' }), articleItem({ id: '2', slug: 'same' }));
    await fixture.write(articleItem({ id: '2', slug: 'same', kicker: 'New' }));
    expect(await fixture.article('2')).toMatchObject({ slug: 'same-2', kicker: 'New', path: '/same-2' });
  });
});

describe('paths', () => {
  it('takes the permalink of the source in normal form, else section and slug', async () => {
    await fixture.write(
      sectionItem(),
      authorItem({ name: 'Ada Quill' }),
      articleItem({ id: '1', path: '/2026/03/Caf%C3%A9/?x=1', sections: ['news'] }),
      articleItem({ id: '2', sections: ['news'] }),
    );
    const rows = await fixture.db.collection('paths').find().toArray();
    expect(
      rows
        .map(({ _id }) => _id)
        .map(String)
        .sort(),
    ).toEqual(['/2026/03/Café', '/author/ada-quill', '/news/headline-2', '/section/news']);
    expect((await fixture.article('1')).path).toBe('/2026/03/Café');
  });

  it('is unique over all types, redirects and gone paths', async () => {
    await fixture.write(redirectItem({ from: '/gone', to: null }), sectionItem({ path: '/shared' }));
    const results = await fixture.write(
      articleItem({ id: '1', path: '/shared' }),
      articleItem({ id: '2', path: '/gone' }),
    );
    expect(results.map(({ notices }) => notices)).toEqual([['path-taken'], ['path-taken']]);
    expect([(await fixture.article('1')).path, (await fixture.article('2')).path]).toEqual(['/shared-2', '/gone-2']);
  });

  it('keeps the old path as a former one, and takes it up again', async () => {
    await fixture.write(articleItem({ path: '/a' }));
    const { _id: id } = await fixture.article('a1');
    await fixture.write(articleItem({ path: '/b' }));
    expect(await fixture.path('/a')).toEqual({ _id: '/a', type: 'article', id, current: false });
    await fixture.write(articleItem({ path: '/a' }));
    expect([await fixture.path('/a'), await fixture.path('/b')]).toMatchObject([{ current: true }, { current: false }]);
  });

  it('stores former paths that are free', async () => {
    await fixture.write(articleItem({ id: '1', path: '/one' }));
    const results = await fixture.write(articleItem({ id: '2', path: '/two', formerPaths: ['/old-two/', '/one'] }));
    expect(results[0]?.notices).toEqual(['path-taken']);
    expect(await fixture.path('/old-two')).toMatchObject({ current: false });
    expect(await fixture.path('/one')).toMatchObject({ current: true });
  });
});

describe('redirects', () => {
  it('writes redirects and gone paths, and changes them', async () => {
    await fixture.write(redirectItem({ from: '/x/', to: '/y' }), redirectItem({ from: '/z', to: null }));
    expect([await fixture.path('/x'), await fixture.path('/z')]).toEqual([
      { _id: '/x', to: '/y', permanent: true },
      { _id: '/z', gone: null },
    ]);
    const [again, changed] = await fixture.write(
      redirectItem({ from: '/x/', to: '/y' }),
      redirectItem({ from: '/z', to: 'https://elsewhere.example/', permanent: false }),
    );
    expect([again?.outcome, changed?.outcome]).toEqual(['unchanged', 'updated']);
    expect(await fixture.path('/z')).toEqual({ _id: '/z', to: 'https://elsewhere.example/', permanent: false });
  });

  it('never takes the path of what lives there, nor leads to itself', async () => {
    await fixture.write(articleItem({ path: '/here' }));
    const results = await fixture.write(redirectItem({ from: '/here' }), redirectItem({ from: '/loop', to: '/loop/' }));
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['rejected', 'path-taken'],
      ['rejected', 'redirect-loop'],
    ]);
    expect(await fixture.path('/here')).toMatchObject({ type: 'article' });
  });
});
