import { parseDocument } from 'htmlparser2';
import { textContent } from 'domutils';
import { bodyTextOf } from '#content/article/block-text.ts';
import type { BlockInput } from '#content/imported-item.ts';

/** Elements that a reader does not see as text. */
const UNSEEN = /<(script|style|select|textarea|noscript|video|audio)\b[\s\S]*?<\/\1>/gi;
/** Every tag but those inside a word or sentence: a word ends there. */
const ENDS_A_WORD =
  /<(?!\/?(?:a|b|i|u|s|em|strong|span|sub|sup|code|small|big|del|ins|font|abbr|acronym|q|tt|kbd|var)\b)[a-z/][^>]*>/gi;

/** How many words of a source body the plain text of its blocks holds, in order; read by rules of its own, not by those of the cleaners. */
export function keptWords(
  html: string,
  blocks: readonly BlockInput[],
): { readonly words: number; readonly kept: number } {
  const shown = html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    // The foot of a table is shown last, wherever it is written.
    .replaceAll(/(<tfoot\b[\s\S]*?<\/tfoot>)((?:(?!<\/?table\b)[\s\S])*<\/table>)/gi, '$2$1')
    .replaceAll(UNSEEN, ' ')
    .replaceAll(ENDS_A_WORD, ' ')
    .replaceAll(/\[\/?[a-z][\w-]*(?:\s[^\]]*)?\]/gi, ' ');
  const from = wordsOf(textContent(parseDocument(shown).children));
  return { words: from.length, kept: common(from, wordsOf(bodyTextOf(blocks))) };
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Length of the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (let at = 1; at <= b.length; at++)
      next[at] = word === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    row = next;
  }
  return row.at(-1) ?? 0;
}
