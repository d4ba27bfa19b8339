/** A list says by what name each of its items goes in XML; in JSON it is an array, also of one. */
export interface SparkList {
  readonly each: string;
  readonly items: readonly SparkValue[];
}

export type SparkValue = null | string | number | boolean | SparkList | SparkFields;
export interface SparkFields {
  readonly [name: string]: SparkValue;
}

export const listOf = (each: string, items: readonly SparkValue[]): SparkList => ({ each, items });

export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

export const contentType: Record<Format, string> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Strict readers know no fractions of a second. */
export const wholeSeconds = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, 'Z');

/** A document: its root in XML, and what stands in it. */
export interface SparkDocument {
  readonly root: string;
  readonly value: SparkValue;
}

/** One document of GeoReport v2 in either format (the "Spark" convention): the root's name stands in XML only. */
export function written(format: Format, root: string, value: SparkValue): string {
  if (format === 'json') return JSON.stringify(plain(value));
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function plain(value: SparkValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.items.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

function element(name: string, value: SparkValue): string {
  const inner = innerOf(value);
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

function innerOf(value: SparkValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return escaped(String(value));
  if (isList(value)) return value.items.map((item) => element(value.each, item)).join('');
  return Object.entries(value)
    .map(([name, inner]) => element(name, inner))
    .join('');
}

const isList = (value: SparkList | SparkFields): value is SparkList => Array.isArray(value.items);

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A parser would read it as a line feed.
  '\r': '&#13;',
};

/** XML 1.0 has no word for most control characters and for halves of a pair: they are left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"'\r]/g, (mark) => marks[mark] ?? mark);
