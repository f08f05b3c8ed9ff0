import { z } from 'zod';
import { escapeHtml } from './inline-writer.ts';

const PLACE = /<!--\s+wp:footnotes\b[^<>]{0,500}-->/;
const footnotes = z.array(z.object({ id: z.string(), content: z.string() }));

/** A body with its footnotes where it shows them. WordPress keeps their texts apart, as JSON in post meta; a body without a place for them has none. */
export function withFootnotes(html: string, json: string | null): string {
  if (json === null || !html.includes('wp:footnotes')) return html;
  const parsed = footnotes.safeParse(parse(json));
  if (!parsed.success || parsed.data.length === 0) return html;
  const items = parsed.data.map(({ id, content }) => `<li id="${escapeHtml(id)}">${content}</li>`);
  return html.replace(PLACE, () => `<ol class="wp-block-footnotes">${items.join('')}</ol>`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
