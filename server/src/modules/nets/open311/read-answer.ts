import { SaxesParser } from 'saxes';

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];

/** One element of GeoReport with named children, however its format wraps it. */
export type Row = Readonly<Record<string, unknown>>;

/** 读应答: the rows that carry one of these names; null: it is neither JSON nor XML. */
export function rowsIn(format: Format, body: Buffer, marks: readonly string[]): Row[] | null {
  const said = body.toString('utf8');
  try {
    return rowsBelow(format === 'json' ? JSON.parse(said) : treeOf(said), marks);
  } catch {
    // Whatever it is, it is no answer.
    return null;
  }
}

/** Some wrap a list in its name, some do not, and of one some make no list. */
function rowsBelow(value: unknown, marks: readonly string[]): Row[] {
  if (Array.isArray(value)) return value.flatMap((one) => rowsBelow(one, marks));
  if (value === null || typeof value !== 'object') return [];
  const row: Row = { ...value };
  if (marks.some((mark) => mark in row)) return [row];
  return Object.values(row).flatMap((one) => rowsBelow(one, marks));
}

/** What a row says under a name; null: nothing. */
export function said(row: Row, name: string): string | null {
  const value = row[name];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** As long as the number of a case may be (docs/exchange.md). */
const longestNumber = 64;

/** 编号过长: a number under which nothing of theirs could be kept. */
export const isTooLong = (number: string): boolean => number.length > longestNumber;

interface Element {
  readonly name: string;
  text: string;
  readonly children: Element[];
}

function treeOf(document: string): unknown {
  const parser = new SaxesParser();
  const top: Element = { name: '', text: '', children: [] };
  const open = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const element: Element = { name, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const words = (more: string) => {
    const last = open.at(-1);
    if (last) last.text += more;
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  return treeValue(top);
}

function treeValue({ text, children }: Element): unknown {
  if (children.length === 0) return text.trim() === '' ? null : text;
  const byName = Map.groupBy(children, ({ name }) => name);
  return Object.fromEntries(
    [...byName].map(([name, all]) => {
      const values = all.map(treeValue);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
