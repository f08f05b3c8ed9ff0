import type { Picture } from '#reader/answers.ts';
import { href, html, type Html } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';

/** `first`: what a page is opened for, before all else; `eager`: in sight at once; `lazy`: when it comes near. */
export type Loading = 'first' | 'eager' | 'lazy';

const LOADING: Readonly<Record<Loading, Html | null>> = {
  first: html` fetchpriority="high"`,
  eager: null,
  lazy: html` loading="lazy"`,
};

/** The image alone. An unknown text (null) is written as none: a file name read aloud helps nobody. */
export function image(picture: Picture, kit: Kit, loading: Loading = 'lazy'): Html {
  const { url, alt, width, height } = picture;
  const size = width && height ? html` width="${width}" height="${height}"` : null;
  return html`<img src="${href(kit.media(url))}" alt="${alt ?? ''}" ${size}${LOADING[loading]} decoding="async" />`;
}

/** A picture with what is printed below it. */
export function figure(picture: Picture, kit: Kit, loading: Loading = 'lazy'): Html {
  const { caption, credit } = picture;
  return html`<figure class="picture">
    ${image(picture, kit, loading)}
    ${(caption || credit) && html`<figcaption>${caption} ${credit && html`<span class="credit">${credit}</span>`}</figcaption>`}
  </figure>`;
}
