import type { CommandStartedEvent, Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../_support/database.ts';
import {
  articleItem,
  authorItem,
  collectionItem,
  readAlso,
  redirectItem,
  sectionItem,
  topicItem,
} from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter();

/** The commands that were sent while the work lasted. */
async function commandsOf(work: () => Promise<unknown>): Promise<readonly Document[]> {
  const commands: Document[] = [];
  const note = ({ command }: CommandStartedEvent): void => void commands.push(command);
  fixture.client.on('commandStarted', note);
  await work();
  fixture.client.off('commandStarted', note);
  return commands;
}

const stories = (count: number): ReturnType<typeof articleItem>[] =>
  Array.from({ length: count }, (_, at) =>
    articleItem({
      id: `s${at}`,
      authors: ['ada', 'author-bo'],
      topics: ['harbour'],
      sections: ['news'],
      body: [readAlso('/news/headline-s1'), readAlso('/elsewhere')],
    }),
  );
const desk = [sectionItem(), authorItem({ id: 'ada' }), authorItem({ id: 'bo' }), topicItem()];

describe('what the writer reads', () => {
  it('is found by an index, sections apart', async () => {
    await fixture.write(...desk);
    const commands = await commandsOf(async () => {
      await fixture.write(...stories(3), collectionItem({ picks: ['s0'] }), redirectItem());
      await fixture.write(articleItem({ id: 's0', slug: 'other', status: 'archived' }));
    });
    const finds = commands.filter((command) => 'find' in command && command['find'] !== 'sections');
    expect(finds.length).toBeGreaterThan(10);
    for (const { find, filter, sort } of finds) {
      const { queryPlanner } = await fixture.db.collection(String(find)).find(filter, { sort }).explain();
      expect({ find, filter, plan: JSON.stringify(queryPlanner.winningPlan) }).toMatchObject({
        plan: expect.not.stringMatching(/COLLSCAN|"SORT"/),
      });
    }
  });

  it('takes as many commands for many stories of a batch as for few', async () => {
    const counts: number[] = [];
    for (const count of [3, 60]) {
      await emptyDatabase(fixture.db);
      await fixture.write(...desk);
      counts.push((await commandsOf(() => fixture.write(...stories(count)))).length);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it('is little where nothing changed', async () => {
    const items = stories(60);
    await fixture.write(...desk);
    await fixture.write(...items);
    const commands = await commandsOf(() => fixture.write(...items));
    expect(commands.map((command) => Object.keys(command)[0])).toEqual([
      'find', // the site
      'find', // documents by key
      'find', // authors
      'find', // authors by slug
      'find', // topics
      'find', // sections
      'commitTransaction',
    ]);
  });
});
