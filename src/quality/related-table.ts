import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '#errors.ts';
import { goldOf } from './gold.ts';
import { measureSet } from './measure-set.ts';
import { measureStrategies } from './measure-strategies.ts';
import { newsroomStories } from './newsroom.ts';
import type { RankOptions } from './rank-stories.ts';
import { readStories, type ReadStory } from './stories.ts';
import { formatShare, formatTable } from './table.ts';

/** A set of stories that carry the right answers. */
export interface GoldSet {
  readonly name: string;
  readonly stories: readonly ReadStory[];
}

/** Every `.jsonl` and `.jsonl.gz` file of a folder, by name. Throws StartError where there is none. */
export async function readGoldSets(folder: string): Promise<readonly GoldSet[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new StartError(`There is no folder of sets to measure at ${folder}.`, { cause });
  });
  const files = names.filter((name) => /\.jsonl(\.gz)?$/u.test(name)).sort();
  if (files.length === 0) throw new StartError(`No .jsonl or .jsonl.gz file in ${folder}.`);
  const sets: GoldSet[] = [];
  for (const file of files) {
    const stories = await Array.fromAsync(readStories(path.join(folder, file)));
    sets.push({ name: file.replace(/\.jsonl(\.gz)?$/u, ''), stories });
  }
  return sets;
}

const HEAD = ['set', 'stories', 'nDCG@10', 'MAP', 'P@5', 'look-alikes', 'copies', 'language', 'recall'];
/** Rankings are measured to this place. */
const TOP = 100;

/** The measures of each set, as the pure ranking and as readers get it. */
export function printMeasures(sets: readonly GoldSet[]): string {
  const rows = sets.flatMap(({ name, stories }) =>
    [true, false].map((plain) => {
      const { queries, measured, recall } = measureSet(stories, { top: TOP, plain });
      const hasGold = goldOf(stories) !== null;
      const gold = hasGold
        ? [measured?.ndcg10, measured?.averagePrecision, measured?.precision5, measured?.lookAlikes5]
        : [null, null, null, null];
      return [
        `${name}${plain ? ', plain' : ''}`,
        String(queries),
        ...[...gold, measured?.copies5, measured?.sameLanguage5, recall].map(formatShare),
      ];
    }),
  );
  return formatTable([HEAD, ...rows]);
}

const STRATEGY_HEAD = ['strategy', 'told of 5', 'same event', 'its context', 'older', 'newer'];

/** What each strategy tells among its first five, on each set that has answers. */
export function printStrategies(sets: readonly GoldSet[]): string {
  const rows = sets.flatMap(({ name, stories }) =>
    measureStrategies(stories).map(({ strategy, told, sameEvent, context, older, newer }) => [
      `${name}, ${strategy}`,
      told.toFixed(2),
      ...[sameEvent, context, older, newer].map(formatShare),
    ]),
  );
  return formatTable([STRATEGY_HEAD, ...rows]);
}

/** The set that is always there: the sample newsroom with the grades of its own. */
export function newsroomSet(): GoldSet {
  return { name: 'sample newsroom', stories: newsroomStories() };
}

/** nDCG@10 and look-alikes of each set under each variant of the constants, the product's own first. */
export function* sweepRows(
  sets: readonly GoldSet[],
  variants: readonly { readonly name: string; readonly ranking: RankOptions['ranking'] }[],
): Generator<string> {
  const gold = sets.filter(({ stories }) => goldOf(stories) !== null);
  yield ['variant'.padEnd(24), ...gold.map(({ name }) => name.padStart(24))].join('');
  for (const { name, ranking } of variants) {
    const cells = gold.map(({ stories }) => {
      const { measured } = measureSet(stories, { top: TOP, plain: true, ...(ranking ? { ranking } : {}) });
      return `${measured?.ndcg10.toFixed(4)} / ${measured?.lookAlikes5.toFixed(4)}`.padStart(24);
    });
    yield [name.padEnd(24), ...cells].join('');
  }
}
