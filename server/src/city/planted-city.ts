import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCity } from './check-city.ts';
import { readCity } from './read-city.ts';

const cities = fileURLToPath(new URL('../../../cities', import.meta.url));

/** A copy of the real files of one city, in which a test breaks one row at a time. */
export interface PlantedCity {
  readonly folder: string;
  /** Does something while a file is changed; the file is put back afterwards. */
  whileChanged<T>(file: string, change: (content: string) => string, act: () => T): T;
  /** What the checker says about the city once a file is changed. */
  complaintsAfter(file: string, change: (content: string) => string): string[];
  /** The same for a row put at the end of a table: only what is said about that row. */
  complaintsAbout(file: string, row: readonly string[]): string[];
  /** What is said once the city has one file more. */
  complaintsWith(file: string, content: string): string[];
  remove(): void;
}

export function plantedCity(name: string): PlantedCity {
  const root = mkdtempSync(join(tmpdir(), 'minsheng-city-'));
  for (const part of ['common', name]) {
    cpSync(join(cities, part), join(root, 'cities', part), { recursive: true });
  }
  const spoken = () =>
    checkCity(readCity(join(root, 'cities', name))).flatMap(({ problems }) =>
      problems.map(({ file, line, reason }) => `${file}:${line} ${reason}`),
    );
  const known = new Set(spoken());

  function whileChanged<T>(file: string, change: (content: string) => string, act: () => T): T {
    const path = join(root, 'cities', file);
    const content = readFileSync(path, 'utf8');
    try {
      writeFileSync(path, change(content));
      return act();
    } finally {
      writeFileSync(path, content);
    }
  }
  const newlySpoken = () => spoken().filter((complaint) => !known.has(complaint));
  const complaintsAfter: PlantedCity['complaintsAfter'] = (file, change) =>
    whileChanged(file, change, newlySpoken);

  return {
    folder: join(root, 'cities', name),
    whileChanged,
    complaintsAfter,
    complaintsAbout(file, row) {
      let line = 0;
      const complaints = complaintsAfter(file, (content) => {
        const lines = content.trimEnd().split('\n');
        line = lines.length + 1;
        return [...lines, row.join('\t'), ''].join('\n');
      });
      const here = `cities/${file}:${line} `;
      return complaints
        .filter((complaint) => complaint.startsWith(here))
        .map((complaint) => complaint.slice(here.length));
    },
    complaintsWith(file, content) {
      const path = join(root, 'cities', file);
      mkdirSync(dirname(path), { recursive: true });
      try {
        writeFileSync(path, content);
        return newlySpoken();
      } finally {
        rmSync(path);
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
