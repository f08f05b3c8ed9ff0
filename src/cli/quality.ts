import { writeFile } from 'node:fs/promises';
import { printBackground } from '#quality/background.ts';
import { rankFile, type RankFile } from '#quality/rank-file.ts';
import { printMeasures, readGoldSets, sweepRows } from '#quality/related-table.ts';
import { formatShare } from '#quality/table.ts';
import { variants } from '#quality/variants.ts';

/** Prints the measures of related stories on every set of a folder; with `sweep` what each constant is worth. */
export async function measureRelated({
  events,
  sweep,
}: {
  readonly events: string;
  readonly sweep: boolean;
}): Promise<void> {
  const sets = await readGoldSets(events);
  if (sweep) for (const row of sweepRows(sets, variants())) console.log(row);
  else console.log(printMeasures(sets));
}

/** Ranks a file's stories and tells what the bounded candidates lost. */
export async function rank(options: RankFile): Promise<void> {
  const { stories, recall, readMs, rankMs } = await rankFile(options);
  console.log(
    `${stories} stories read in ${seconds(readMs)}, ranked in ${seconds(rankMs)}. Candidates contain ${formatShare(recall)} of the exhaustive top ten.`,
  );
}

/** Writes a table of everyday word frequencies. */
export async function background(
  files: readonly string[],
  { out, ...options }: { readonly out: string; readonly lang: string; readonly name: string; readonly origin: string },
): Promise<void> {
  await writeFile(out, await printBackground(files, options));
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
