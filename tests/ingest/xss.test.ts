import { parseDocument } from 'htmlparser2';
import { isTag, type ChildNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { importedItem, type ArticleItem } from '#content/imported-item.ts';
import { safeItem } from '#ingest/clean/safe-item.ts';
import { articleFrom, fileOf, meta, readSource } from './wxr-text.ts';
import { createNdjsonSource } from '#ingest/ndjson/ndjson-source.ts';
import { VECTORS } from './xss.data.ts';

const INLINE = new Set(['a', 'em', 'strong', 's', 'sub', 'sup', 'code', 'br', 'span']);
const NEVER = new Set(
  'script style iframe object embed form input button svg math template link meta base video audio source textarea title noscript xmp plaintext'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['href', 'src', 'alt', 'lang', 'colspan', 'rowspan', 'start']);
const ADDRESS = /^(?:https?:\/\/|\/(?![/\\])|#|mailto:)/;

/** What is wrong with HTML that a reader's browser gets. */
function harmIn(html: string, inlineOnly: boolean): string[] {
  const harm: string[] = [];
  const visit = (node: ChildNode): void => {
    if (node.type === 'comment' || node.type === 'directive') harm.push(node.type);
    if (!isTag(node)) return;
    if (NEVER.has(node.name) || (inlineOnly && !INLINE.has(node.name))) harm.push(`<${node.name}>`);
    for (const [name, value] of Object.entries(node.attribs)) {
      if (!ATTRIBUTES.has(name)) harm.push(name);
      if ((name === 'href' || name === 'src') && !ADDRESS.test(value)) harm.push(`${name}=${value}`);
    }
    node.children.forEach(visit);
  };
  parseDocument(html).children.forEach(visit);
  return harm;
}

/** What is wrong with an article: its HTML, and every field that is an address. */
function harmOf(article: ArticleItem): string[] {
  const harm: string[] = [];
  const visit = (value: unknown, key: string, inHtmlBlock: boolean): void => {
    if (typeof value === 'string') {
      if (key === 'html' || key === 'rows' || key === 'header') harm.push(...harmIn(value, !inHtmlBlock));
      if (['url', 'canonicalUrl', 'to'].includes(key) && !/^(?:https?:\/\/|\/(?![/\\])|#)/.test(value))
        harm.push(`${key}: ${value}`);
      if (key === 'anchor' && /[\s"'<>]/.test(value)) harm.push(`anchor: ${value}`);
    } else if (Array.isArray(value)) for (const one of value) visit(one, key, inHtmlBlock);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value))
        visit(one, name, inHtmlBlock || ('type' in value && value.type === 'html'));
  };
  visit(article, '', false);
  return harm;
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

describe(`${VECTORS.length} vectors`, () => {
  it.each(VECTORS)('%j does nothing in any field of a post', async (vector) => {
    const article = await articleFrom(
      {
        title: cdata(`T ${vector}`),
        'content:encoded': cdata(`<p>a</p>${vector}<p>b ${vector}</p>`),
        'excerpt:encoded': cdata(`E ${vector}`),
      },
      ['byline', '_yoast_wpseo_title', '_yoast_wpseo_metadesc', '_yoast_wpseo_canonical']
        .map((key) => meta(key, vector.replaceAll(']]>', '')))
        .join(''),
    );
    expect(harmOf(article)).toEqual([]);
    expect(importedItem.safeParse(article).error).toBeUndefined();
  });

  it.each(VECTORS)('%j does nothing in the HTML of an NDJSON line', async (vector) => {
    const html = `a ${vector} b`;
    const body = [
      { type: 'paragraph', html },
      { type: 'heading', html, level: 2, anchor: 'a' },
      { type: 'list', ordered: false, items: [{ level: 0, html }] },
      { type: 'table', table: { caption: null, header: [html], rows: [[html]] } },
      { type: 'html', html: `<div>${html}</div>` },
    ];
    const line = JSON.stringify({ type: 'article', id: '1', headline: 'Tide', body });
    const { articles } = await readSource(createNdjsonSource(fileOf(line), 'a.ndjson'));
    expect(articles.flatMap(harmOf)).toEqual([]);
    expect(articles.map(safeItem)).toEqual(articles);
  });
});
