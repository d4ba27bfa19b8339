import type { Checks } from '../stories/kit/checks.ts';
import { type Answer, documentIn, type Endpoint, xmlIn } from './ask.ts';
import { asText, type Plain } from './read-xml.ts';
import { contentType, formats } from './words.ts';

export interface Suite {
  readonly checks: Checks;
  readonly endpoint: Endpoint;
  /** What is not tried is said, and counts neither way. */
  say(line: string): void;
  /** Both formats of one document: well-formed, named as they should be, and saying the same. Null where it cannot be read. */
  both(path: string, root: string, said?: Readonly<Record<string, string>>): Promise<Plain>;
}

export function suiteOn(endpoint: Endpoint, checks: Checks, say: (line: string) => void): Suite {
  return {
    checks,
    endpoint,
    say,
    both: async (path: string, root: string, said = {}) => {
      const [xml, json] = await Promise.all(
        formats.map((format) => endpoint.get(path, format, said)),
      );
      if (!xml || !json) return null;
      for (const answer of [xml, json]) wellSent(checks, path, answer);
      return agreed(checks, { path, root, xml, json });
    },
  };
}

function wellSent(checks: Checks, path: string, { format, status, type }: Answer): void {
  checks.same(`GET ${path}.${format} answers 200`, status, 200);
  checks.that(`${path}.${format} names its type and UTF-8`, contentType[format].test(type), type);
}

interface Pair {
  readonly path: string;
  readonly root: string;
  readonly xml: Answer;
  readonly json: Answer;
}

function agreed(checks: Checks, { path, root, xml, json }: Pair): Plain {
  const read = attempt(() => xmlIn(xml));
  const plain = attempt(() => documentIn(json));
  checks.that(`${path}.xml is well-formed XML`, read.error === null, read.error);
  checks.that(`${path}.json is JSON`, plain.error === null, plain.error);
  if (read.value) {
    checks.same(`${path}.xml has the root <${root}>`, read.value.root, root);
    checks.same(
      `${path}.xml names UTF-8 in its declaration`,
      read.value.encoding?.toLowerCase(),
      'utf-8',
    );
    checks.same(`${path}.xml uses no namespace`, read.value.namespaced, []);
  }
  if (!read.value || plain.error !== null) return null;
  checks.same(
    `${path} says the same in both formats`,
    asText(read.value.value),
    asText(plain.value),
  );
  return plain.value;
}

type Attempt<T> = { value: T; error: null } | { value: null; error: Error };

function attempt<T>(act: () => T): Attempt<T> {
  try {
    return { value: act(), error: null };
  } catch (error) {
    return { value: null, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
