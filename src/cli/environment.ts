import { type Config, readConfig } from '#config.ts';
import { createLog, type Log } from '#log.ts';

/** Standard output is for what a command answers. */
export const LOG_TO = { pretty: process.stderr.isTTY, destination: process.stderr };

/** What every command that meets the database starts with; only warnings are logged unless more was asked for. */
export function environment(): { readonly config: Config; readonly log: Log } {
  const config = readConfig();
  return {
    config,
    log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, LOG_TO),
  };
}
