import { inspect, isDeepStrictEqual } from 'node:util';

/** What a story finds out, one printed line for each fact. */
export interface Checks {
  readonly passed: number;
  readonly failed: number;
  chapter(title: string): void;
  /** A fact in plain words; what was found instead is printed when it does not hold. */
  that(fact: string, holds: boolean, found?: unknown): void;
  same(fact: string, found: unknown, expected: unknown): void;
}

export function checksOn(say: (line: string) => void): Checks {
  const count = { passed: 0, failed: 0 };
  const that = (fact: string, holds: boolean, found?: unknown) => {
    if (holds) count.passed += 1;
    else count.failed += 1;
    const instead = holds || found === undefined ? '' : `\n      found: ${shown(found)}`;
    say(`  ${holds ? '✓' : '✗'} ${fact}${instead}`);
  };
  return {
    get passed() {
      return count.passed;
    },
    get failed() {
      return count.failed;
    },
    chapter: (title) => say(`\n${title}`),
    that,
    same: (fact, found, expected) =>
      that(fact, isDeepStrictEqual(found, expected), { found, expected }),
  };
}

const shown = (value: unknown): string =>
  inspect(value, { depth: 5, breakLength: 110, maxArrayLength: 20 }).replaceAll('\n', '\n      ');
