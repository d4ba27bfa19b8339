import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { type ModuleName, mayEnter, modules } from '../src/modules.ts';

/** A source file by its path below the project's root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export const projectRoot = join(import.meta.dirname, '../..');

export function sourcesUnder(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/node_modules|\/dist\//.test(path))
      .map((path) => ({ path: relative(projectRoot, path), text: readFileSync(path, 'utf8') })),
  );
}

/** What a file imports, as paths below the root or names of packages; type-only imports count. */
export function importsOf({ path, text }: Source): string[] {
  const found = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(
    ([, target = '']) => target,
  );
  return found.map((target) =>
    target.startsWith('.') ? posix.join(dirname(path), target) : target,
  );
}

/** What registers itself as its file is read (a job's handler, a chore, a subscription) but is read by nobody from `start`. */
export function neverRead(sources: readonly Source[], start: string): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const read = new Set([start]);
  for (const path of read)
    for (const target of importsOf(byPath.get(path) ?? { path, text: '' })) read.add(target);
  return sources
    .filter(({ path, text }) => !isTest(path) && /^(?:handle|chore|on)\(/m.test(text))
    .filter(({ path }) => !read.has(path))
    .map(({ path }) => `${path}: registers itself, but ${start} never reads it`);
}

const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('server/test/');

function moduleOf(path: string): string | null {
  return /^server\/src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;
}

const isModule = (name: string): name is ModuleName => name in modules;

/** A module is entered only through its index.ts, and only from where modules.ts allows. */
export function brokenDoors(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const from = moduleOf(source.path);
    if (from === null) return [];
    if (!isModule(from)) return [`${source.path}: module ${from} is not in modules.ts`];
    return importsOf(source).flatMap((target) => {
      const to = moduleOf(target);
      if (to === null || to === from) return [];
      if (!isModule(to)) return [`${source.path}: module ${to} is not in modules.ts`];
      if (!isTest(source.path) && !mayEnter(from, to))
        return [`${source.path}: ${from} may not enter ${to}`];
      return target.endsWith(`/${to}/index.ts`)
        ? []
        : [`${source.path}: enters ${to} past its door (${target})`];
    });
  });
}

/** What each part of the program may import besides packages; the first that fits a path counts. */
const layers: readonly { readonly part: string; readonly may: readonly string[] }[] = [
  { part: 'contract/', may: ['contract/'] },
  { part: 'server/src/platform/', may: ['server/src/platform/'] },
  { part: 'server/src/city/', may: ['server/src/city/', 'server/src/platform/'] },
  { part: 'server/src/ports/', may: ['server/src/ports/', 'server/src/platform/'] },
  { part: 'server/src/modules/', may: ['server/src/'] },
];

/** The ground never leans on what stands upon it. */
export function upwardImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const layer = layers.find(({ part }) => source.path.startsWith(part));
    if (!layer) return [];
    const allowed = isTest(source.path) ? [...layer.may, 'server/test/', 'server/src/'] : layer.may;
    return importsOf(source)
      .filter((target) => /^(contract|server|console|citizen)\//.test(target))
      .filter((target) => !allowed.some((part) => target.startsWith(part)))
      .map((target) => `${source.path}: ${layer.part} may not import ${target}`);
  });
}

/** A feature of the pages knows what stands below all features (`ui`, `shell`), never another feature; nor does `ui`. */
export function siblingFeatures(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const [, page, own] =
      /^(console|citizen)\/src\/(?:features\/([^/]+)\/|ui\/)/.exec(source.path) ?? [];
    if (page === undefined) return [];
    return importsOf(source)
      .filter((target) => {
        const other = /^(?:console|citizen)\/src\/features\/([^/]+)\//.exec(target)?.[1];
        return other !== undefined && other !== own;
      })
      .map((target) => `${source.path}: knows another feature (${target})`);
  });
}

const longestFile = 400;

export function longFiles(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !path.endsWith('.gen.ts'))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
}

const banned: readonly {
  readonly pattern: RegExp;
  readonly why: string;
  readonly except?: RegExp;
}[] = [
  {
    pattern:
      /\bDate\.now\b|\bnew Date\b(?!\(\s*[^\s)])|(?<!new )(?<![.\w])Date\(|\btimeOrigin\b|\bTemporal\.Now\b/,
    why: 'asks the machine for the time',
    except: /(platform|shell)\/(browser-)?clock\.ts$/,
  },
  {
    pattern: /Asia\/Shanghai|\+08:00/,
    why: 'names a zone instead of asking the city',
    except: /words\/zone\.ts$/,
  },
  { pattern: /\bexport default\b/, why: 'default export', except: /\.config\.ts$/ },
  { pattern: /^(export )?(const )?enum /m, why: 'enum' },
  {
    pattern: /\b(class|interface|type|function) \w+(Manager|Helper|Util|Service|Impl)\b/,
    why: 'a name that says nothing',
  },
];

export function bannedWords(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) =>
      banned
        .filter(({ pattern, except }) => pattern.test(withoutComments(text)) && !except?.test(path))
        .map(({ why }) => `${path}: ${why}`),
    );
}

/**
 * No statement of ours asks the database for the time: instants come from the caller's clock. Statements stand in `sql`
 * templates, plain strings and what is put together from both, so whole files are read, comments apart.
 */
export function clocksInSql(sources: readonly Source[]): string[] {
  const asks =
    /(?<![.\w])(now|clock_timestamp|transaction_timestamp|statement_timestamp|timeofday)\(\s*\)(?!:)|\b(current_timestamp|current_date|current_time|localtime|localtimestamp)\b|'now'::/i;
  return sources
    .filter(({ path, text }) =>
      asks.test(path.endsWith('.sql') ? text.replaceAll(/--.*$/gm, '') : withoutComments(text)),
    )
    .map(({ path }) => `${path}: asks the database for the time`);
}

/**
 * Whoever names an address must not reach our own nets by it, so the web is asked by one door (`ports/outward`). Mail and
 * directories speak by libraries of theirs, to addresses of the settings.
 */
export function pastTheOutwardDoor(sources: readonly Source[]): string[] {
  const asks = /(?<![.\w])fetch\(|from '(?:(?:node:)?https?|undici|axios|got)'|\bnew WebSocket\b/;
  const serves = /import \{\s*(?:(?:createServer|type \w+),?\s*)+\} from 'node:http'/;
  return sources
    .filter(({ path }) => !isTest(path) && !/\/platform\/testing\/|\/ports\/outward\//.test(path))
    .filter(({ text }) => asks.test(withoutComments(text).replace(serves, '')))
    .map(({ path }) => `${path}: asks the web past its door`);
}

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Modules that could reach themselves through those they may enter beside them. */
export function besideCycles(): string[] {
  const names = Object.keys(modules).filter(isModule);
  const reaches = (from: ModuleName, to: string, seen: ReadonlySet<string>): boolean => {
    const next: readonly string[] = modules[from].beside;
    return next.some(
      (name) =>
        name === to ||
        (!seen.has(name) && isModule(name) && reaches(name, to, new Set([...seen, name]))),
    );
  };
  return names.filter((name) => reaches(name, name, new Set()));
}
