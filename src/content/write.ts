import type { Db, MongoClient } from 'mongodb';
import { acquireLease } from '#mongo/leases.ts';
import type { ImportedItem, ItemType, RedirectItem, SiteItem } from './imported-item.ts';
import { archiveArticles } from '#content/writing/archive.ts';
import { writeBatch } from '#content/writing/batch.ts';
import { listKnown, type KnownArticle } from '#content/writing/known.ts';
import type { EntityItem, NumberedOutcome } from '#content/writing/draft.ts';
import { batchesOf, type Numbered } from '#content/writing/order.ts';
import { deleteFromOutbox, listLeftRows, type WrittenArticle } from '#content/writing/outbox.ts';
import { leftWork } from '#content/writing/left-work.ts';
import { writeRedirects } from '#content/writing/redirects.ts';
import { siteHosts, siteSettings, type Run } from '#content/writing/run.ts';
import { followMovedSection, settle } from '#content/writing/settle.ts';
import { readSite, writeSite } from '#content/writing/site.ts';
import type { Lost } from '#content/writing/visible.ts';
import type { NoticeCode, RefusalCode } from '#content/writing/codes.data.ts';

/** How a source names its items: the same key for the same item in every run. */
export interface ItemSource {
  /** The source key (see content/README) of an item of this source, by its type and the `id` or reference it is known by there. */
  keyOf(type: ItemType, id: string): string;
  /** Properties of stored documents, and `mainSection`, that this source cannot see, by type: what another source said of them stays. */
  readonly blindTo?: Partial<Readonly<Record<ItemType, readonly string[]>>>;
}

/** One field that was changed both here and at the source. */
export interface Conflict {
  readonly type: ItemType;
  readonly id: string;
  readonly field: string;
  /** Whose was taken. */
  readonly took: 'here' | 'source';
}

interface WriteOptions {
  /** Takes the source's where a field was changed both here and there, also where an earlier import kept what is here. False if not given. */
  readonly overwrite?: boolean;
}

/** What became of one item. */
export interface Outcome {
  readonly type: ItemType;
  /** The item's own id at its source. */
  readonly id: string;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'rejected';
  /** Where rejected. */
  readonly reason: RefusalCode | null;
  readonly field: string | null;
  readonly conflicts: readonly Conflict[];
  readonly notices: readonly NoticeCode[];
}

/** The only code that writes content. */
export interface Writer {
  /** Writes items in transactions of at most 200 documents or 5 million characters; one outcome per item, same order. Safe to run in several processes at once. */
  write(items: readonly ImportedItem[], source: ItemSource, options?: WriteOptions): Promise<readonly Outcome[]>;
  /** Archives articles that the source has brought and has no more, by their `id` there; one outcome per id that is stored. */
  archive(ids: readonly string[], source: ItemSource, options?: WriteOptions): Promise<readonly Outcome[]>;
  /** The articles that have a source key which begins with `prefix`, by the rest of the key. The prefix ends with a colon. */
  known(prefix: string): Promise<ReadonlyMap<string, KnownArticle>>;
  /** Follows up articles that a writer left more than `olderThanMs` (30 s) ago; tells how many. 0 while another process is at it. */
  sweepOutbox(olderThanMs?: number): Promise<number>;
  /** Follows up, whoever else is at it, all articles that some writer has left by now; tells how many. For who knows that it was killed. */
  finishLeft(): Promise<number>;
}

/** Told of articles after they are committed, at least once each, maybe twice; a rejection leaves them for the next sweep. */
export type AfterCommit = (articles: readonly WrittenArticle[]) => Promise<void>;

export interface WriterOptions {
  readonly client: MongoClient;
  readonly db: Db;
  /** The address the site is configured with, where it differs from the stored one: links to either are links to us. */
  readonly siteUrl?: string | undefined;
  readonly now?: () => Date;
  readonly afterCommit?: readonly AfterCommit[];
  /** Told when a handler fails; writing then goes on and the articles wait for the next sweep. Without it `write` and `sweepOutbox` reject. */
  readonly onHandlerError?: (error: unknown) => void;
}

const SWEEP_AGE_MS = 30_000;
const SWEEP_ROWS = 200;
/** As many as other batches hold; these are rewritten whole. */
const ARCHIVED_AT_ONCE = 50;
const SWEEP_LEASE_MS = 120_000;

/** The collections must exist (see `collectionPlans`): uniqueness of slugs and source keys is their indexes' work. */
export function createWriter(options: WriterOptions): Writer {
  return {
    write: (items, source, { overwrite = false } = {}) => write(options, items, { source, overwrite }),
    archive: (ids, source, { overwrite = false } = {}) => archive(options, ids, { source, overwrite }),
    known: (prefix) => listKnown(options.db, prefix),
    sweepOutbox: (olderThanMs = SWEEP_AGE_MS) => sweep(options, olderThanMs),
    finishLeft: () => followUpLeft(options, 0, async () => true),
  };
}

async function write(
  options: WriterOptions,
  items: readonly ImportedItem[],
  call: Pick<Run, 'source' | 'overwrite'>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const claimed = new Set<string>();
  let run = await startRun(options, call, claimed);
  for (const batch of batchesOf(items, (reference) => call.source.keyOf('section', reference))) {
    const results = await writeOne(options, run, batch);
    for (const { index, outcome } of results) outcomes[index] = outcome;
    if (batch[0]?.item.type === 'site') run = await startRun(options, call, claimed);
  }
  return outcomes;
}

async function archive(
  options: WriterOptions,
  ids: readonly string[],
  call: Pick<Run, 'source' | 'overwrite'>,
): Promise<readonly Outcome[]> {
  const run = await startRun(options, call, new Set());
  const all: Outcome[] = [];
  for (let from = 0; from < ids.length; from += ARCHIVED_AT_ONCE) {
    const { outcomes, rows, paths } = await archiveArticles(run, ids.slice(from, from + ARCHIVED_AT_ONCE));
    await followUp(options, run.hosts, rows, paths);
    all.push(...outcomes.toSorted((a, b) => a.index - b.index).map(({ outcome }) => outcome));
  }
  return all;
}

async function startRun(
  { client, db, siteUrl, now = () => new Date() }: WriterOptions,
  call: Pick<Run, 'source' | 'overwrite'>,
  claimed: Set<string>,
): Promise<Run> {
  const site = await readSite(db);
  return { client, db, ...call, claimed, now: now(), site: siteSettings(site), hosts: siteHosts(site?.url, siteUrl) };
}

/** A batch holds items of one type; the casts say so. */
async function writeOne(
  options: WriterOptions,
  run: Run,
  batch: readonly Numbered[],
): Promise<readonly NumberedOutcome[]> {
  const type = batch[0]?.item.type;
  if (type === undefined) return [];
  if (type === 'site') {
    const outcomes: NumberedOutcome[] = [];
    for (const { item, index } of batch as readonly Numbered<SiteItem>[]) {
      outcomes.push({ index, outcome: await writeSite(run.db, item, run.source) });
    }
    return outcomes;
  }
  if (type === 'redirect') {
    const { outcomes, paths } = await writeRedirects(run, batch as readonly Numbered<RedirectItem>[]);
    await followUp(options, run.hosts, [], paths);
    return outcomes;
  }
  const { outcomes, rows, paths } = await writeBatch(run, type, batch as readonly Numbered<EntityItem>[]);
  await followUp(options, run.hosts, rows, paths);
  return outcomes;
}

/** All that follows a commit; only then do the rows of the outbox go. False where some had to stay. */
async function followUp(
  options: WriterOptions,
  hosts: ReadonlySet<string>,
  rows: readonly (WrittenArticle & { readonly lost?: Lost })[],
  paths: readonly string[],
): Promise<boolean> {
  const { client, db } = options;
  const sections = rows.filter(({ _id }) => _id.startsWith('section:'));
  const articles = rows.filter(({ _id }) => !_id.startsWith('section:'));
  const more: WrittenArticle[] = [];
  for (const { _id } of sections)
    more.push(...(await followMovedSection({ client, db }, _id.slice('section:'.length))));
  more.push(...(await settle({ client, db, hosts }, articles, paths)));
  // The latest rev of each article tells which row may go.
  const latest = new Map<string, (typeof rows)[number]>();
  for (const row of [...articles, ...more]) latest.set(row._id, { ...latest.get(row._id), ...row });
  const told = await tell(options, [...latest.values()]);
  await deleteFromOutbox(db, told ? [...sections, ...latest.values()] : sections);
  return told;
}

/** False where a handler failed: the articles are then told by a sweep. */
async function tell(
  { afterCommit = [], onHandlerError }: WriterOptions,
  articles: readonly WrittenArticle[],
): Promise<boolean> {
  if (articles.length === 0) return true;
  try {
    for (const handler of afterCommit) await handler(articles.map(({ _id, rev }) => ({ _id, rev })));
    return true;
  } catch (error) {
    if (!onHandlerError) throw error;
    onHandlerError(error);
    return false;
  }
}

async function sweep(options: WriterOptions, olderThanMs: number): Promise<number> {
  const { db } = options;
  await using lease = await acquireLease(db, 'outbox', { ttlMs: SWEEP_LEASE_MS });
  // Awaited here: the lease is held until it is done.
  return lease ? await followUpLeft(options, olderThanMs, () => lease.renew()) : 0;
}

/** Rows that were there when it began; ends early where it may not go on. */
async function followUpLeft(
  options: WriterOptions,
  olderThanMs: number,
  mayGoOn: () => Promise<boolean>,
): Promise<number> {
  const { db, siteUrl } = options;
  const hosts = siteHosts((await readSite(db))?.url, siteUrl);
  const began = performance.now();
  let swept = 0;
  for (;;) {
    const left = await listLeftRows(db, olderThanMs + Math.floor(performance.now() - began), SWEEP_ROWS);
    if (left.length === 0 || !(await mayGoOn())) return swept;
    const { rows, paths } = await leftWork(db, left);
    if (!(await followUp(options, hosts, rows, paths))) return swept;
    swept += left.length;
  }
}
