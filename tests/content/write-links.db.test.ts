import { describe, expect, it } from 'vitest';
import { articleItem, readAlso, redirectItem, siteItem } from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter();
const link = async (id: string): Promise<unknown> => (await fixture.article(id)).alsoRead[0];
const to = (articleId: string): object => ({
  label: 'ALSO READ',
  title: 'Also of note',
  url: null,
  articleId,
  path: null,
});

describe('read-also links', () => {
  it('lead to the article by path, former path, redirect and full address', async () => {
    await fixture.write(
      siteItem(),
      articleItem({ id: 'goal', path: '/goal', formerPaths: ['/was-goal'] }),
      redirectItem({ from: '/short', to: '/was-goal' }),
    );
    const urls = ['/goal/', '/was-goal', '/short', 'https://www.estuary.example/goal?utm=1#top'];
    await fixture.write(...urls.map((url, at) => articleItem({ id: String(at), body: [readAlso(url)] })));
    const { _id } = await fixture.article('goal');
    for (const at of urls.keys()) expect(await link(String(at))).toEqual(to(_id));
  });

  it('keep outside addresses and drop what is no address', async () => {
    await fixture.write(
      articleItem({ id: '1', body: [readAlso('https://elsewhere.example/a')] }),
      articleItem({ id: '2', body: [readAlso('mailto:desk@estuary.example')] }),
    );
    expect(await link('1')).toMatchObject({ url: 'https://elsewhere.example/a', articleId: null, path: null });
    expect(await link('2')).toMatchObject({ url: null, articleId: null, path: null });
  });

  it('wait for a story of the same call or of a later one', async () => {
    await fixture.write(
      articleItem({ id: 'early', body: [readAlso('/later'), readAlso('/same-call')] }),
      articleItem({ id: 'same', path: '/same-call' }),
    );
    const early = await fixture.article('early');
    expect(early.pendingLinks).toEqual(['/later']);
    expect(early.alsoRead[1]).toEqual(to((await fixture.article('same'))._id));
    await fixture.write(articleItem({ id: 'late', path: '/later' }));
    const settled = await fixture.article('early');
    expect(settled.pendingLinks).toEqual([]);
    expect(settled.alsoRead[0]).toEqual(to((await fixture.article('late'))._id));
    expect(settled.body.map((block) => block.type === 'read-also' && block.link)).toEqual(settled.alsoRead);
  });

  it('wait for a redirect as well', async () => {
    await fixture.write(
      articleItem({ id: 'goal', path: '/goal' }),
      articleItem({ id: '1', body: [readAlso('/short')] }),
    );
    await fixture.write(redirectItem({ from: '/short', to: '/goal' }));
    expect(await link('1')).toEqual(to((await fixture.article('goal'))._id));
  });

  it('that were resolved later count as imported, not as edited here', async () => {
    const early = articleItem({ id: 'early', body: [readAlso('/later')] });
    await fixture.write(early);
    await fixture.write(articleItem({ id: 'late', path: '/later' }));
    const [unchanged] = await fixture.write(early);
    expect(unchanged?.outcome).toBe('unchanged');
    const [updated] = await fixture.write({ ...early, body: [readAlso('/later', 'A new title')] });
    expect(updated?.conflicts).toEqual([]);
    expect(await link('early')).toMatchObject({ title: 'A new title', articleId: (await fixture.article('late'))._id });
  });
});
