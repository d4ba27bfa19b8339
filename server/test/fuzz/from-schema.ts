import fc from 'fast-check';
import { z } from 'zod';

const schema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  maxLength: z.number().optional(),
});

/** What nobody means to send: empty, half a character, far too long, the wrong kind, a piece of SQL or of a path. */
const nasty = fc.constantFrom<unknown>(
  '',
  ' ',
  null,
  '\u0000',
  '\ud800',
  '字'.repeat(20_000),
  "' or 1=1 --",
  '../../etc/passwd',
  '%',
  '😀',
  -1,
  0,
  1e308,
  2 ** 53,
  true,
  [],
  {},
  ['x'],
  { x: { x: {} } },
  '2026-02-30',
  '99999-99-99T99:99:99Z',
  '00000000-0000-0000-0000-000000000000',
);

/** Values that fit a JSON schema most of the time, and now and then, at any depth, one that does not. */
export function fromSchema(of: unknown, known: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary: fitting(of, known) }, { weight: 1, arbitrary: nasty });
}

function fitting(of: unknown, known: readonly string[]): fc.Arbitrary<unknown> {
  const read = schema.parse(of ?? {});
  if (read.const !== undefined) return fc.constant(read.const);
  if (read.enum) return fc.constantFrom(...read.enum);
  if (read.anyOf) return fc.oneof(...read.anyOf.map((each) => fromSchema(each, known)));
  switch (read.type) {
    case 'object':
      return objectOf(read.properties ?? {}, known);
    case 'array':
      return fc.array(fromSchema(read.items, known), { maxLength: 3 });
    case 'integer':
      return fc.integer({ min: -5, max: 5000 });
    case 'number':
      return fc.double({ min: -400, max: 400, noNaN: true });
    case 'boolean':
      return fc.boolean();
    default:
      return textOf(read, known);
  }
}

const objectOf = (
  properties: Readonly<Record<string, unknown>>,
  known: readonly string[],
): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [
        name,
        // Left out now and then: JSON drops what is undefined.
        fc.option(fromSchema(inner, known), { nil: undefined, freq: 8 }),
      ]),
    ),
  );

function textOf(
  { format, pattern, maxLength }: z.output<typeof schema>,
  known: readonly string[],
): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.constantFrom(...known, '019cac0f-2680-7042-b039-4ca1c9c9341a');
  if (format === 'date') return fc.constantFrom('2026-03-02', '2020-01-01', '9999-12-31');
  if (format === 'date-time')
    return fc.constantFrom('2026-03-02T01:00:00Z', '0001-01-01T00:00:00Z');
  if (format === 'uri') return fc.constantFrom('https://example.org/x', 'http://127.0.0.1/');
  const plain = fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength ?? 60, 60) });
  if (pattern === undefined) return plain;
  return fc.oneof(fc.stringMatching(new RegExp(pattern.replaceAll('\\p{', '\\w{'))), plain);
}
