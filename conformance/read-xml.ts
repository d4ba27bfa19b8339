import { SaxesParser } from 'saxes';
import { plural } from './words.ts';

/** A document of GeoReport without its format: what XML says as text stays text. */
export type Plain = null | string | number | boolean | readonly Plain[] | PlainFields;
export interface PlainFields {
  readonly [name: string]: Plain;
}

export interface XmlDocument {
  readonly root: string;
  readonly encoding: string | undefined;
  /** Names written with a prefix or a namespace, which GeoReport does not use. */
  readonly namespaced: readonly string[];
  readonly value: Plain;
}

interface Element {
  readonly name: string;
  text: string;
  readonly children: Element[];
}

/** Reads XML strictly: whatever is not well-formed throws, with line and column. */
export function readXml(text: string): XmlDocument {
  const parser = new SaxesParser();
  const namespaced: string[] = [];
  const top: Element = { name: '', text: '', children: [] };
  const open = [top];
  parser.on('error', (error) => {
    throw error;
  });
  let encoding: string | undefined;
  parser.on('xmldecl', (declaration) => {
    encoding = declaration.encoding;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, text: '', children: [] };
    if (name.includes(':') || Object.keys(attributes).some((each) => each.startsWith('xmlns')))
      namespaced.push(name);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const said = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', said);
  parser.on('cdata', said);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  const [root] = top.children;
  if (!root) throw new Error('The document has no root.');
  return {
    root: root.name,
    encoding,
    namespaced,
    value: plainOf(root),
  };
}

/** The "Spark" convention: a list under its plural name, also of one; named children a record; nothing is null. */
function plainOf({ name, text, children }: Element): Plain {
  const each = plural[name];
  const isList = each !== undefined && children.every((child) => child.name === each);
  if (isList) return children.map(plainOf);
  if (children.length > 0)
    return Object.fromEntries(children.map((child) => [child.name, plainOf(child)]));
  return text.trim() === '' ? null : text;
}

/** What a value is in XML, so that the same document in both formats can be held side by side. */
export function asText(value: Plain): Plain {
  if (value === null || value === '') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (isList(value)) return value.map(asText);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner)]));
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
