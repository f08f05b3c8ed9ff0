import type { Link, Teaser } from '#reader/answers.ts';
import { href, html, type Html, type Part } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { language } from './language.ts';
import { image, type Loading } from './picture.ts';

/** Kinds that are worth a word above the headline; the others are plain news. */
const KINDS: Readonly<Record<string, string>> = {
  OPINION: 'Opinion',
  ANALYSIS: 'Analysis',
  FEATURE: 'Feature',
  INTERVIEW: 'Interview',
  REVIEW: 'Review',
  LIVE: 'Live',
  GALLERY: 'Pictures',
  VIDEO: 'Video',
  AUDIO: 'Audio',
};

/** The line above a headline: what the newsroom wrote there, else the kind of story; nothing for plain news. */
export function kicker({ kicker: written, kind, locale }: Pick<Teaser, 'kicker' | 'kind' | 'locale'>, { site }: Kit) {
  const label = written || (kind && KINDS[kind]);
  // The newsroom writes in the story's language, this site in its own.
  return label ? html`<p class="kicker" ${language(written ? locale : undefined, site.locale)}>${label}</p>` : null;
}

/** A time that machines can read too. */
export function time(iso: string, words: string): Html {
  return html`<time datetime="${iso}">${words}</time>`;
}

/** "A, B and C", each a link where there is a page for it. */
export function names(list: readonly Partial<Link>[] | null | undefined): Part {
  const all = list ?? [];
  return all.map(({ name, path }, index) => {
    const joint = index === 0 ? '' : index === all.length - 1 ? ' and ' : ', ';
    return [joint, path === undefined ? name : html`<a href="${href(path)}">${name}</a>`];
  });
}

/** Who wrote a story, where and when, as far as the list asked for it. */
function meta({ authors, section, publishedAt }: Teaser, kit: Kit): Html | null {
  const parts: readonly Part[] = [
    publishedAt && time(publishedAt, kit.brief(publishedAt)),
    section && html`<a href="${href(section.path)}">${section.name}</a>`,
    authors?.length ? names(authors) : null,
  ].filter(Boolean);
  return parts.length === 0 ? null : html`<p class="meta">${parts.map((part) => html`<span>${part}</span>`)}</p>`;
}

interface CardOptions {
  /** The level of the headline, one below that of the heading it stands under. */
  readonly level?: 2 | 3;
  /** `lead` for the first story of a front, `row` for a page of a list, `line` for a column of headlines without pictures and names. */
  readonly look?: 'lead' | 'row' | 'line';
  readonly withExcerpt?: boolean;
  /** Stands in place of the excerpt. */
  readonly text?: Part;
  /** When the picture is asked for. */
  readonly loading?: Loading;
}

/** A story in a list: one link, which the whole card follows by its style. */
export function card(story: Teaser, kit: Kit, options: CardOptions = {}): Html {
  const { level = 3, look, withExcerpt = true, text = story.excerpt, loading } = options;
  const { headline, path, locale } = story;
  const link = html`<a href="${href(path)}">${headline}</a>`;
  const spoken = language(locale, kit.site.locale);
  const shown: Teaser = look === 'line' ? { ...story, leadImage: null, authors: null } : story;
  return html`<article class="card${look && ` ${look}`}">
    ${shown.leadImage && html`<div class="card-image">${image(shown.leadImage, kit, loading)}</div>`}
    <div class="card-text">
      ${kicker(shown, kit)} ${level === 2 ? html`<h2${spoken}>${link}</h2>` : html`<h3${spoken}>${link}</h3>`}
      ${withExcerpt && text && html`<p class="excerpt" ${spoken}>${text}</p>`} ${meta(shown, kit)}
    </div>
  </article>`;
}

/** Cards as a list, so that screen readers say how many there are; nothing for none. */
export function cards(
  stories: readonly Teaser[],
  kit: Kit,
  options: CardOptions & { readonly className?: string } = {},
) {
  if (stories.length === 0) return null;
  const { className = 'cards', ...rest } = options;
  return html`<ul class="${className}">
    ${stories.map((story) => html`<li>${card(story, kit, rest)}</li>`)}
  </ul>`;
}
