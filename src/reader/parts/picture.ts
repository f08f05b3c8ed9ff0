import type { Picture } from '#reader/answers.ts';
import { href, html, type Html } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';

/** The image alone. An unknown text (null) is written as none: a file name read aloud helps nobody. `eager`: it is seen first. */
export function image(picture: Picture, kit: Kit, { eager = false } = {}): Html {
  const { url, alt, width, height } = picture;
  const size = width && height ? html` width="${width}" height="${height}"` : null;
  const when = eager ? html` fetchpriority="high"` : html` loading="lazy"`;
  return html`<img src="${href(kit.media(url))}" alt="${alt ?? ''}" ${size}${when} decoding="async" />`;
}

/** A picture with what is printed below it. */
export function figure(picture: Picture, kit: Kit, { eager = false } = {}): Html {
  const { caption, credit } = picture;
  return html`<figure class="picture">
    ${image(picture, kit, { eager })}
    ${(caption || credit) && html`<figcaption>${caption} ${credit && html`<span class="credit">${credit}</span>`}</figcaption>`}
  </figure>`;
}
