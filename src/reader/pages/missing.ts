import { html } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { time } from '#reader/parts/teasers.ts';
import type { View } from '#reader/view.ts';

const WORDS = {
  404: ['There is nothing here', 'The address may have a slip in it. The search above finds every story that is out.'],
  410: ['This story is no longer here', 'It was taken down.'],
  503: [
    'This page cannot be read just now',
    'Its content did not answer in time. It is worth trying again in a minute.',
  ],
} as const;

/** A page that says why there is none; `since` for one that is gone. */
export function missingPage(status: keyof typeof WORDS, kit: Kit, since: string | null = null): View {
  const [title, text] = WORDS[status];
  return {
    status,
    title,
    noindex: true,
    main: html`<header class="list-head">
        <p class="kicker">${status}</p>
        <h1>${title}</h1>
        <p class="standfirst">${text} ${since && html`That was on ${time(since, kit.dateTime(since))}.`}</p>
      </header>
      <p class="list-foot"><a class="button" href="/">To the front page</a></p>`,
  };
}
