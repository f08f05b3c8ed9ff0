import type { Element } from 'domhandler';
import { named } from './dom.ts';
import { embedBlock } from './embed.ts';
import { splitImageCredit } from './image-credit.ts';
import { escapeText } from './inline-writer.ts';
import { mediaAddress } from './links.ts';
import type { Walk } from './walk.ts';

/** A frame of another site; one without an http(s) address is left out, its caption stays. */
export function readFrame(frame: Element, walk: Walk, caption: string | null = null): boolean {
  const { attribs } = frame;
  const inner = frame.name === 'object' ? named(frame, 'embed')[0]?.attribs['src'] : undefined;
  const url =
    mediaAddress(attribs['data-src'], walk.context) ??
    mediaAddress(attribs['src'], walk.context) ??
    mediaAddress(attribs['data'] ?? inner, walk.context);
  if (url === null) return keepCaption(caption, walk);
  walk.add(embedBlock(url, caption ?? attribs['title'] ?? null));
  return true;
}

/** A film with its caption; what stands inside for browsers that can't play it is left out. */
export function readVideo(video: Element, walk: Walk, caption: string | null = null): boolean {
  const url = playable(video, walk);
  if (url === null) return keepCaption(caption, walk);
  const poster = mediaAddress(video.attribs['poster'], walk.context);
  walk.add({
    type: 'video',
    video: {
      url,
      title: short(video.attribs['title']),
      ...split(caption),
      poster:
        poster === null ? null : { url: poster, alt: null, caption: null, credit: null, width: null, height: null },
    },
  });
  return true;
}

/** A sound with its caption. */
export function readAudio(audio: Element, walk: Walk, caption: string | null = null): boolean {
  const url = playable(audio, walk);
  if (url === null) return keepCaption(caption, walk);
  walk.add({ type: 'audio', audio: { url, title: short(audio.attribs['title']), ...split(caption) } });
  return true;
}

function playable(element: Element, walk: Walk): string | null {
  const sources = [element.attribs['src'], ...named(element, 'source').map((one) => one.attribs['src'])];
  for (const one of sources) {
    const url = mediaAddress(one, walk.context);
    if (url !== null) return url;
  }
  // A player that was left with a link alone.
  return mediaAddress(named(element, 'a')[0]?.attribs['href'], walk.context);
}

function split(caption: string | null): { readonly caption: string | null; readonly credit: string | null } {
  const made = splitImageCredit(caption);
  return { caption: made.caption?.slice(0, 2_000) ?? null, credit: made.credit };
}

function short(title: string | undefined): string | null {
  const text = title?.trim() ?? '';
  return text === '' ? null : text.slice(0, 2_000);
}

function keepCaption(caption: string | null, walk: Walk): boolean {
  if (caption !== null && caption !== '') walk.add({ type: 'paragraph', html: escapeText(caption) });
  return true;
}
