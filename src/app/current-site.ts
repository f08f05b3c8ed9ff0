import type { Db } from 'mongodb';
import type { CurrentSite } from '#content/site/site.ts';
import { readSite } from '#content/writing/site.ts';

/** 10 s: how long a process may answer with a site that another one has changed meanwhile. */
const MAX_AGE_MS = 10_000;

interface SiteOptions {
  readonly db: Db;
  /** Overrides what is stored. */
  readonly siteUrl: string | null;
  /** Where neither is known: the address this process listens on. */
  readonly ownUrl: () => string;
}

/** The site as readers see it, read again when what is known is older than MAX_AGE_MS; a failed read leaves the last one in force. */
export function createCurrentSite({ db, siteUrl, ownUrl }: SiteOptions) {
  let stored: Awaited<ReturnType<typeof readSite>> = null;
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    try {
      stored = await readSite(db);
      readAt = performance.now();
    } catch (error) {
      if (readAt === -Infinity) throw error; // nothing to go on with
      readAt = performance.now();
    } finally {
      reading = null;
    }
  }

  return {
    /** Rejects only while no site could ever be read. */
    async current(): Promise<CurrentSite> {
      if (performance.now() - readAt > MAX_AGE_MS) await (reading ??= read());
      const { name = 'Masthead', locale = 'en', timeZone = 'UTC', publisher = null } = stored ?? {};
      return { name, locale, timeZone, publisher, url: (siteUrl ?? stored?.url ?? ownUrl()).replace(/\/+$/, '') };
    },
    /** The next `current()` reads again. */
    expire(): void {
      readAt = Math.min(readAt, performance.now() - 2 * MAX_AGE_MS);
    },
  };
}
