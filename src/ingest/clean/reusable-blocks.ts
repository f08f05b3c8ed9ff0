const REFERENCE = /<!--\s+wp:block\s+(\{[^<>]{0,2000}?\})\s+\/?-->/g;
/** As much as a body may hold: blocks that show each other many times over stop here. */
const MAX_LENGTH = 1024 * 1024;
/** Deeper than any editor would build. */
const MAX_DEPTH = 20;

export interface WithReusableBlocks {
  readonly html: string;
  /** `missing-block`, once for each place where a block is not there, shows itself, or would be too much. */
  readonly notices: readonly 'missing-block'[];
}

/** A body with the blocks that it shares with others (`wp:block {"ref":7}`) in their places, those inside them too. `contentOf` is null for one that is not there. */
export function inlineReusableBlocks(html: string, contentOf: (ref: string) => string | null): WithReusableBlocks {
  if (!html.includes('wp:block ')) return { html, notices: [] };
  const notices: 'missing-block'[] = [];
  let length = html.length;
  const inline = (part: string, above: readonly string[]): string =>
    part.replaceAll(REFERENCE, (whole: string, json: string) => {
      const ref = refOf(json);
      if (ref === null) return whole;
      const content = above.includes(ref) || above.length >= MAX_DEPTH ? null : contentOf(ref);
      length += content?.length ?? 0;
      if (content === null || length > MAX_LENGTH) {
        notices.push('missing-block');
        return '';
      }
      return inline(content, [...above, ref]);
    });
  return { html: inline(html, []), notices };
}

function refOf(json: string): string | null {
  const ref = /"ref"\s*:\s*"?(\d{1,19})\b/.exec(json)?.[1];
  return ref ?? null;
}
