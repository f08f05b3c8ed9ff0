import { createHash } from 'node:crypto';
import type { Answer, Incoming } from './exchange.ts';

/** A document that GraphiQL opens in a tab of its own; the tab is called after the operation in it. */
export interface Tab {
  readonly name: string;
  readonly document: string;
  /** JSON. */
  readonly variables?: string;
}

interface Page {
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** The only script that may run, by its hash. */
  readonly policy: string;
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('base64');

/** The page loads nothing: its one script and its styles stand in it, its workers are made from it, it asks only this server. */
function policyFor(html: string): string {
  const start = html.indexOf('<script>') + '<script>'.length;
  const script = html.slice(start, html.lastIndexOf('</script>'));
  return [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script)}' blob:`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Runs in the page: a link with `query` and `variables` opens as the first tab; otherwise it opens with the tab that was left,
 * else with the first. Left to itself GraphiQL takes no variables from its address and those of every default tab but the one
 * it opens with, and adds an empty tab at each reload without an edit.
 */
const OPEN_WITH_TAB = `(options) => {
  const address = new URL(location.href);
  const linked = address.searchParams.get('query');
  const variables = address.searchParams.get('variables');
  if (linked !== null && variables !== null) {
    // Left in the address they would come back at a reload, over what has been edited since.
    address.searchParams.delete('variables');
    history.replaceState({}, '', address);
    return { ...options, query: linked, variables, defaultTabs: [{ query: linked, variables }, ...options.defaultTabs] };
  }
  let tab = options.defaultTabs[0];
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
    tab = tabs[activeTabIndex] ?? tab;
  } catch {
    // The first visit.
  }
  if (!tab || (linked !== null && linked !== tab.query)) return options;
  return { ...options, query: tab.query ?? undefined, variables: tab.variables ?? undefined };
}`;

/**
 * GraphiQL's tabs can be dragged, and where several are there from the start they keep the move of an animation that never ran: it hides that until a
 * tab has the focus, so a tab that is pressed jumps from under the pointer and its first click is lost.
 */
const TABS_STAY = '<style>.graphiql-tab { transform: none !important; }</style>';

async function render(tabs: readonly Tab[]): Promise<Page> {
  // 9 MB of JavaScript that a gateway without GraphiQL never holds.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = {
    title: 'Masthead',
    defaultTabs: tabs.map(({ document, variables }) => ({ query: document, variables: variables ?? null })),
  };
  const text = JSON.stringify(options);
  // `<` could end the script.
  const safe = text.replaceAll('<', String.raw`\u003c`);
  const html = renderGraphiQL(options)
    .trimStart()
    .replace(text, () => `(${OPEN_WITH_TAB})(${safe})`)
    .replace('</head>', `${TABS_STAY}</head>`);
  const bytes = Buffer.from(html);
  return { bytes, etag: `"${sha256(bytes)}"`, policy: policyFor(html) };
}

/** True for a browser that navigates to the endpoint. GraphiQL keeps its document in the address: with a query it is a page too. */
export function isForGraphiQL(incoming: Incoming): boolean {
  return incoming.method === 'GET' && (incoming.header('accept')?.includes('text/html') ?? false);
}

/** The GraphiQL page from bundled files, rendered at its first use. */
export function createGraphiQL(tabs: readonly Tab[]): (incoming: Incoming) => Promise<Answer> {
  let page: Promise<Page> | null = null;
  return async (incoming) => {
    const { bytes, etag, policy } = await (page ??= render(tabs));
    const headers = {
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      // Asked again each time, but sent only when it has changed.
      'cache-control': 'no-cache',
      etag,
    };
    if (incoming.header('if-none-match') === etag) return { status: 304, headers, body: '' };
    return { status: 200, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body: bytes };
  };
}
