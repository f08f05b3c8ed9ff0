import type { SiteFrame } from './answers.ts';
import { type Answer, pageAnswer, type PageRequest, redirectAnswer } from './answer.ts';
import { readAssets } from './assets.ts';
import { createDesk, type Desk, type Execute, NoPage } from './desk.ts';
import { createKit } from './kit.ts';
import { layout } from './layout.ts';
import { type Operations, readOperations } from './operations.ts';
import { missingPage } from './pages/missing.ts';
import { queryPanel } from './parts/query-panel.ts';
import { findPage } from './routes.ts';

export interface ReaderOptions {
  /** Whether pages link to GraphiQL at `/graphql`. */
  readonly graphiql: boolean;
  /** The clock if not given. */
  readonly now?: () => Date;
  /** Documents by name; those in `schema/operations` and `operations/` if not given. */
  readonly operations?: Operations;
}

/** A news site over the GraphQL API. */
export interface Reader {
  /** The answer to a GET of this address; `execute` is how its operations are run. Every address has one, if only "not found". */
  fetch(request: PageRequest, execute: Execute): Promise<Answer>;
}

/** Where nothing can be read, not even the name of the site. */
const NO_FRAME: SiteFrame = {
  site: { name: 'Masthead', url: '', locale: 'en', timeZone: 'UTC' },
  sections: null,
};

/** What `work` gives, or the reason why there is no page. */
async function orNoPage<Value>(work: Promise<Value>): Promise<Value | NoPage> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NoPage) return error;
    throw error;
  }
}

function parseTarget(target: string): { readonly path: string; readonly query: URLSearchParams } {
  const mark = target.indexOf('?');
  return mark < 0
    ? { path: target, query: new URLSearchParams() }
    : { path: target.slice(0, mark), query: new URLSearchParams(target.slice(mark + 1)) };
}

/** The page itself and the frame around it are asked for together. */
async function readPage(path: string, query: URLSearchParams, desk: Desk) {
  const [found, frame] = await Promise.all([
    orNoPage(findPage(path, query, desk)),
    orNoPage(desk.ask<SiteFrame>('site-frame', {}, 'site')),
  ]);
  return { found, frame: frame instanceof NoPage ? NO_FRAME : frame };
}

/** Reads documents and files once; every page is then made afresh from the API. */
export async function createReader({ graphiql, now = () => new Date(), operations }: ReaderOptions): Promise<Reader> {
  const [documents, assets] = await Promise.all([operations ?? readOperations(), readAssets()]);
  return {
    async fetch(request, execute) {
      const { path, query } = parseTarget(request.target);
      const file = assets.find(path, query, request);
      if (file) return file;
      const desk = createDesk(documents, execute);
      const { found, frame } = await readPage(path, query, desk);
      const kit = createKit(frame.site, now());
      if ('to' in found) return redirectAnswer(kit.link(found.to), found.permanent);
      const view = found instanceof NoPage ? missingPage(found.status, kit) : found(kit);
      const panel = queryPanel(desk.ran, { graphiql });
      const page = layout(view, { kit, sections: frame.sections, assets: assets.addresses, queryPanel: panel });
      return pageAnswer(request, view.status ?? 200, page.text);
    },
  };
}
