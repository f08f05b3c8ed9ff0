import type { NoticeCode } from '#ingest/codes.data.ts';
import type { BlockInput } from '#content/imported-item.ts';
import { boundHtml } from './bound-html.ts';
import { creditedSources } from './credited-sources.ts';
import { keepApart } from './keep-apart.ts';
import { quotationsIn, type Quotation } from './quotations.ts';
import { joinReadAlso } from './read-also-lists.ts';
import { withoutComments } from './regions.ts';
import { safeTree } from './safe-tree.ts';
import { textOfInline } from './inline-writer.ts';
import { dropShareButtons } from './share-buttons.ts';
import { expandShortcodes } from './shortcodes.ts';
import { toBlocks } from './to-blocks.ts';
import { untexturize } from './untexturize.ts';
import type { CleanContext } from './walk.ts';

/** As many as an article may hold. */
const MAX_BLOCKS = 5_000;

export interface CleanBody {
  readonly blocks: readonly BlockInput[];
  /** What its paragraphs say. */
  readonly texts: readonly string[];
  /** Quotations inside paragraphs, in text order. */
  readonly quotes: readonly Quotation[];
  /** Names of outside media that the text credits. */
  readonly sources: readonly string[];
  readonly notices: readonly NoticeCode[];
}

/**
 * A body as WordPress stores it, as typed blocks: bounded, shortcodes expanded, sanitised, read in order. Nothing visible is lost but what
 * the notices name. Never throws for any input.
 */
export function cleanBody(raw: string, context: CleanContext): CleanBody {
  const bounded = boundHtml(raw);
  const notices: NoticeCode[] = [...bounded.notices];
  const classic = !/<!--\s*wp:/.test(bounded.html);
  const expanded = expandShortcodes(withoutComments(untexturize(bounded.html)), context);
  if (expanded.unknown.length > 0) notices.push('unknown-shortcode');
  const safe = safeTree(expanded.html, (reason) => notices.push(reason));
  for (let rows = dropShareButtons(safe); rows > 0; rows--) notices.push('dropped-share-buttons');
  let blocks = joinReadAlso(toBlocks(keepApart(safe).children, context, classic));
  if (blocks.length > MAX_BLOCKS) {
    notices.push('too-many-blocks');
    blocks = blocks.slice(0, MAX_BLOCKS);
  }
  const texts = blocks.filter((block) => block.type === 'paragraph').map(({ html }) => textOfInline(html));
  return {
    blocks,
    texts,
    quotes: texts.flatMap(quotationsIn),
    sources: [...new Set(texts.flatMap(creditedSources))],
    notices,
  };
}
