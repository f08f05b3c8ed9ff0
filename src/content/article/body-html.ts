import type { ArticleLinkDoc, BlockDoc } from './blocks.ts';
import type { ImageDoc } from '#content/stored.ts';

/** Where a read-also link leads by now; null where there is nothing to be seen. */
type LinkAddress = (link: ArticleLinkDoc) => string | null;
interface Addresses {
  readonly link: LinkAddress;
  /** The absolute form of a stored address. */
  readonly absolute: (address: string) => string;
}

/** The body as HTML, one element per block; inline HTML was sanitised when it was stored. */
export function bodyHtmlOf(body: readonly BlockDoc[], addresses: Addresses): string {
  return body.map((block) => blockHtml(block, addresses)).join('\n');
}

function blockHtml(block: BlockDoc, { link, absolute }: Addresses): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${block.html}</p>`;
    case 'heading':
      return `<h${block.level} id="${escape(block.anchor)}">${block.html}</h${block.level}>`;
    case 'image':
      return figure(image(block.image, absolute), block.image);
    case 'gallery':
      return `<div class="gallery">${block.images.map((one) => figure(image(one, absolute), one)).join('')}</div>`;
    case 'quote':
      return `<blockquote><p>${escape(block.quote.text)}</p>${cite(block.quote.speaker ?? block.quote.source?.name)}</blockquote>`;
    case 'list':
      return listHtml(block.items, block.ordered ? 'ol' : 'ul');
    case 'table':
      return tableHtml(block.table);
    case 'embed':
      return `<p><a href="${escape(absolute(block.embed.url))}">${escape(block.embed.title ?? block.embed.url)}</a></p>`;
    case 'video': {
      const poster = block.video.poster ? ` poster="${escape(absolute(block.video.poster.url))}"` : '';
      return figure(`<video controls src="${escape(absolute(block.video.url))}"${poster}></video>`, block.video);
    }
    case 'audio':
      return figure(`<audio controls src="${escape(absolute(block.audio.url))}"></audio>`, block.audio);
    case 'read-also': {
      const address = link(block.link);
      const title = escape(block.link.title);
      const label = block.link.label ? `${escape(block.link.label)}: ` : '';
      return `<p>${label}${address === null ? title : `<a href="${escape(address)}">${title}</a>`}</p>`;
    }
    case 'code':
      return `<pre><code${block.language ? ` class="language-${escape(block.language)}"` : ''}>${escape(block.code)}</code></pre>`;
    case 'divider':
      return '<hr>';
    case 'html':
      return block.html;
  }
}

function image({ url, alt, width, height }: ImageDoc, absolute: Addresses['absolute']): string {
  const size = width !== null && height !== null ? ` width="${width}" height="${height}"` : '';
  return `<img src="${escape(absolute(url))}" alt="${escape(alt ?? '')}"${size}>`;
}

function figure(
  content: string,
  { caption, credit }: { readonly caption: string | null; readonly credit: string | null },
): string {
  const words = [caption, credit].filter((part) => part !== null).map(escape);
  return `<figure>${content}${words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : ''}</figure>`;
}

function cite(speaker: string | null | undefined): string {
  return speaker ? `<cite>${escape(speaker)}</cite>` : '';
}

/** Levels become nesting again; a level that is skipped counts as one. */
function listHtml(items: readonly { readonly level: number; readonly html: string }[], tag: 'ol' | 'ul'): string {
  let html = '';
  const open: number[] = [];
  for (const { level, html: text } of items) {
    while (open.length > 1 && (open.at(-1) ?? 0) > level) {
      html += `</li></${tag}>`;
      open.pop();
    }
    if (open.length === 0 || (open.at(-1) ?? 0) < level) {
      html += `<${tag}>`;
      open.push(level);
    } else html += '</li>';
    html += `<li>${text}`;
  }
  return html + `</li></${tag}>`.repeat(open.length);
}

function tableHtml({ caption, header, rows }: Extract<BlockDoc, { type: 'table' }>['table']): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return [
    '<table>',
    caption === null ? '' : `<caption>${escape(caption)}</caption>`,
    header === null ? '' : `<thead>${row(header, 'th')}</thead>`,
    `<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`,
  ].join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
