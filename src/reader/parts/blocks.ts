import type { ArticleLink, Block, ListItem, Picture, Quote } from '#reader/answers.ts';
import { href, html, type Html, type Part, raw } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { direction } from './language.ts';
import { figure, image } from './picture.ts';

/** A link to another story; its title alone where the story is hidden or was never found. */
export function articleLink({ title, url, article }: ArticleLink, kit: Kit): Html {
  const target = article?.path ?? (url === null ? null : kit.link(url));
  if (target === null) return html`${title}`;
  // The label stands in the language of the text around it, the headline in its own.
  const spoken = article?.locale && html` lang="${article.locale}" dir="${direction(article.locale)}"`;
  return html`<a href="${href(target)}" ${spoken}>${article?.headline ?? title}</a>`;
}

/** Who is quoted, and the medium that had the words first. */
export function attribution({ speaker, source }: Quote): Html | null {
  if (!speaker && !source) return null;
  const from = source && (source.url ? html`<a href="${href(source.url)}">${source.name}</a>` : source.name);
  return html`<cite>${speaker}${speaker && from ? ', ' : ''}${from}</cite>`;
}

/** Items come flat with a level each; HTML nests them. A level that is skipped opens no empty list. */
export function nestedList(items: readonly ListItem[], ordered: boolean, kit: Kit): Html | null {
  if (items.length === 0) return null;
  const level = Math.min(...items.map((item) => item.level));
  const groups: { own: ListItem | null; readonly below: ListItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.level === level) groups.push({ own: item, below: [] });
    else if (last) last.below.push(item);
    else groups.push({ own: null, below: [item] });
  }
  const rows = groups.map(
    ({ own, below }) => html`<li>${own && raw(kit.prose(own.html))}${nestedList(below, ordered, kit)}</li>`,
  );
  return ordered
    ? html`<ol>
        ${rows}
      </ol>`
    : html`<ul>
        ${rows}
      </ul>`;
}

function table({ table }: Extract<Block, { __typename: 'TableBlock' }>, kit: Kit): Html {
  const { caption, header, rows } = table;
  // It scrolls by itself on a phone, so it must be reachable by keyboard and have a name.
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption || 'Table'}">
    <table>
      ${
        caption &&
        html`<caption>
          ${caption}
        </caption>`
      }
      ${
        header &&
        html`<thead>
          <tr>
            ${header.cells.map(({ text }) => (text ? html`<th scope="col">${text}</th>` : html`<td></td>`))}
          </tr>
        </thead>`
      }
      <tbody>
        ${rows.map(
          ({ cells }) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${raw(kit.prose(cell.html))}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A page of another house is linked to and not framed: reading an article tells no third party about it. */
function linkOut(url: string, title: string | null, provider: string | null, text: Part = null): Html {
  const host = URL.parse(url)?.hostname ?? null;
  return html`<aside class="link-out">
    <a href="${href(url)}" rel="noopener">${title || url}</a>
    <span class="meta">${provider ?? host}${text && html` · ${text}`}</span>
  </aside>`;
}

const FILE = /\.(mp4|m4v|webm|ogv|mov)$/i;

function video({ video }: Extract<Block, { __typename: 'VideoBlock' }>, kit: Kit): Html {
  const { url, title, caption, poster } = video;
  if (!FILE.test(URL.parse(url)?.pathname ?? url)) return linkOut(url, title, null, caption);
  const still = poster && html` poster="${href(kit.media(poster.url))}"`;
  return html`<figure class="picture">
    <video
      controls
      preload="none"
      playsinline
      src="${href(kit.media(url))}"
      ${still}
      aria-label="${title ?? 'Video'}"
    ></video>
    <figcaption>
      ${title && html`<b>${title}</b>`} ${caption}
      ${poster?.credit && html`<span class="credit">${poster.credit}</span>`}
    </figcaption>
  </figure>`;
}

function audio({ audio }: Extract<Block, { __typename: 'AudioBlock' }>, kit: Kit): Html {
  const { url, title } = audio;
  return html`<figure class="sound">
    <figcaption>${title ?? 'Listen'}</figcaption>
    <audio controls preload="none" src="${href(kit.media(url))}" aria-label="${title ?? 'Audio'}"></audio>
  </figure>`;
}

function gallery(images: readonly Picture[], kit: Kit): Html {
  return html`<ul class="gallery">
    ${images.map((picture) => html`<li>${figure(picture, kit)}</li>`)}
  </ul>`;
}

/** One part of a body. A type that is not known here is shown by its text, as the contract asks. */
export function block(part: Block, kit: Kit): Html {
  switch (part.__typename) {
    case 'ParagraphBlock':
      return html`<p>${raw(kit.prose(part.html))}</p>`;
    case 'HeadingBlock':
      // The headline of the page is its only h1.
      return part.level <= 2
        ? html`<h2 id="${part.anchor}">${part.text}</h2>`
        : html`<h3 id="${part.anchor}">${part.text}</h3>`;
    case 'ImageBlock':
      return figure(part.image, kit);
    case 'GalleryBlock':
      return gallery(part.images, kit);
    case 'QuoteBlock':
      return html`<figure class="quote">
        <blockquote><p>${part.quote.text}</p></blockquote>
        <figcaption>${attribution(part.quote)}</figcaption>
      </figure>`;
    case 'ListBlock':
      return nestedList(part.items, part.ordered, kit) ?? html``;
    case 'TableBlock':
      return table(part, kit);
    case 'EmbedBlock':
      return linkOut(part.embed.url, part.embed.title, part.embed.provider);
    case 'VideoBlock':
      return video(part, kit);
    case 'AudioBlock':
      return audio(part, kit);
    case 'ReadAlsoBlock':
      return html`<aside class="read-also"><b>${part.link.label}</b> ${articleLink(part.link, kit)}</aside>`;
    case 'CodeBlock':
      return html`<pre class="code" tabindex="0"><code${part.language && html` data-language="${part.language}"`}>${part.code}</code></pre>`;
    case 'DividerBlock':
      return html`<hr />`;
    case 'HtmlBlock':
      return html`<div class="html-block">${raw(kit.prose(part.html))}</div>`;
    default:
      return html`<p>${(part satisfies never as { text: string }).text}</p>`;
  }
}

/** Small round portrait beside a name. */
export function portrait(picture: Picture | null, kit: Kit): Html | null {
  return picture && html`<span class="portrait">${image({ ...picture, alt: '' }, kit)}</span>`;
}
