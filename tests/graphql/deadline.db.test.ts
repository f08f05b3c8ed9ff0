import { beforeAll, expect, test } from 'vitest';
import { articleItem, authorItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();
beforeAll(async () => {
  await fixture.write([authorItem({ id: 'ada' }), articleItem({ id: 'a', authors: ['ada'] })]);
});

test('a request whose time is over sends nothing more: what was read stays, the rest is null with TIMEOUT', async () => {
  // The first read takes 11 s by the clock that deadlines are measured by.
  fixture.setBeforeRead(async () => fixture.setClockAhead(11_000));
  const { data, errors, cost } = await fixture.execute(
    '{ articles(first: 1) { nodes { headline authors { name } } } }',
  );
  fixture.setBeforeRead(null);
  expect(data).toEqual({ articles: { nodes: [{ headline: 'Headline a', authors: null }] } });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['articles', 'nodes', 0, 'authors'], 'TIMEOUT'],
  ]);
  expect(cost.commands).toBe(1);
});

test('a request after it has its own time', async () => {
  const { errors } = await fixture.execute('{ articles(first: 1) { nodes { authors { name } } } }');
  expect(errors).toBeUndefined();
});
