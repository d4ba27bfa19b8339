import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const wanted = z.record(z.string(), z.string()).default({});
const manifest = z.object({
  dependencies: wanted,
  devDependencies: wanted,
  optionalDependencies: wanted,
});
const locked = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      resolved: z.string().optional(),
      dependencies: wanted,
      optionalDependencies: wanted,
    }),
  ),
});
const listed = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({
      purl: z.string(),
      hashes: z.array(z.object({ alg: z.string() })).default([]),
    }),
  ),
});

const { packages } = locked.parse(read('package-lock.json'));
const workspaces = ['contract', 'server', 'console', 'citizen'];
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Where a package finds what it asks for: beside itself, or further up. */
function foundFrom(from: string, name: string): string | null {
  const path = join(from, 'node_modules', name);
  if (packages[path]) return path;
  return from === '.' || from === '' ? null : foundFrom(dirname(from), name);
}

/** Everything the workspaces need to run, and what that needs. */
function needed(): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...workspaces];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    const { dependencies = {}, optionalDependencies = {} } = packages[from] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const path = foundFrom(from, name);
      if (path === null || found.has(path)) continue;
      found.add(path);
      if (!packages[path]?.link) open.push(path);
    }
  }
  return found;
}

const purlOf = (path: string): string => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return `pkg:npm/${name.replace('@', '%40')}@${packages[path]?.version}`;
};

test('every dependency is pinned to one version, and every package to its content', () => {
  const loose = ['', ...workspaces].flatMap((folder) => {
    const asked = manifest.parse(read(join(folder, 'package.json')));
    const all = { ...asked.dependencies, ...asked.devDependencies, ...asked.optionalDependencies };
    return Object.entries(all).filter(([, version]) => !exact.test(version));
  });
  expect(loose).toEqual([]);
  const ofAnything = Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .filter(
      ([, { integrity, version = '' }]) =>
        !integrity?.startsWith('sha512-') || !exact.test(version),
    )
    .map(([path]) => path);
  expect(ofAnything).toEqual([]);
});

// All of it, also what only builds and tests: `--omit dev` leaves out what is needed for both.
test('the bill of materials lists every package that runs, with its digest, without a network', {
  timeout: 120_000,
}, () => {
  const text = execFileSync('npm', ['run', '-s', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { components } = listed.parse(JSON.parse(text));
  const hashed = new Map(components.map(({ purl, hashes }) => [purl, hashes.length > 0]));
  const inIt = [...needed()].filter((path) => !packages[path]?.link).map(purlOf);
  expect(inIt.length).toBeGreaterThan(200);
  expect(inIt.filter((purl) => hashed.get(purl) !== true)).toEqual([]);
});
