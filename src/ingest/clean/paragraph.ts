import type { BlockInput } from '#content/imported-item.ts';
import { embedBlock, loneEmbed } from './embed.ts';
import type { InlineRun } from './inline-writer.ts';
import { readAlso } from './read-also.ts';

/** The block that a paragraph is: an embed when it is a player's bare address, a read-also line, else a paragraph. */
export function paragraphBlock(run: InlineRun): BlockInput {
  const [link] = run.links;
  const url =
    run.links.length === 0 || (run.links.length === 1 && link?.href === run.plain) ? loneEmbed(run.plain) : null;
  if (url !== null) return embedBlock(url, null);
  return readAlso(run) ?? { type: 'paragraph', html: run.html };
}
