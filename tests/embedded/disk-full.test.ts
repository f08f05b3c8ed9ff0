import { expect, it } from 'vitest';
import { temporaryStore } from './store.ts';

it('a change that finds the disk full is undone as a whole, and the next one goes on when there is room', () => {
  using temporary = temporaryStore();
  const { sqlite } = temporary.store.main;
  sqlite.exec('CREATE TABLE filled (text)');
  const fill = (length: number) => (): void => {
    const insert = sqlite.prepare('INSERT INTO filled VALUES (?)');
    insert.run('first');
    insert.run('x'.repeat(length));
  };
  const pages = Number(sqlite.prepare('PRAGMA page_count').get()?.['page_count']);
  sqlite.exec(`PRAGMA max_page_count = ${pages + 2}`);
  expect(() => temporary.store.change(fill(1_000_000))).toThrow(expect.objectContaining({ errcode: 13 }));
  expect(() => temporary.store.change(() => temporary.store.step(fill(1_000_000)))).toThrow(
    expect.objectContaining({ errcode: 13 }),
  );
  sqlite.exec(`PRAGMA max_page_count = ${pages + 2_000}`);
  temporary.store.change(fill(1_000_000));
  expect(sqlite.prepare('SELECT count(*) AS count FROM filled').get()).toEqual({ count: 2 });
});
