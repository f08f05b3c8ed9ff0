import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;

/** One thing that oxlint found. */
export interface Finding {
  readonly file: string;
  /** 1 for the first. */
  readonly line: number;
  /** As `no-console`, without the plugin. */
  readonly rule: string;
  readonly help: string;
}

/** What oxlint finds, under the configuration of this repository, in a folder that holds these files of src alone. */
export async function lint(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-lint-'));
  try {
    for (const name of ['oxlint.config.ts', 'package.json', 'tsconfig.json'])
      cpSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return parseReport(await run(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The report of oxlint; rejects where it printed none. Its exit status only says whether it found something. */
function run(folder: string): Promise<string> {
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [oxlint, '-f', 'json', 'src'], { cwd: folder }, (error, report, stderr) =>
      report.startsWith('{') ? resolve(report) : reject(new Error(`${report}${stderr}`, { cause: error })),
    );
  });
}

interface Report {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly help?: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

function parseReport(text: string): readonly Finding[] {
  const { diagnostics }: Report = JSON.parse(text);
  return diagnostics.map(({ code, help, filename, labels: [label] }) => ({
    file: filename,
    line: label?.span.line ?? 0,
    rule: code?.replace(/^.*\(|\)$/g, '') ?? '',
    help: help ?? '',
  }));
}
