import { type Plain, readXml, type XmlDocument } from './read-xml.ts';
import type { Format } from './words.ts';

export interface Answer {
  readonly format: Format;
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** A GeoReport endpoint as the suite asks it. */
export interface Endpoint {
  get(path: string, format: Format, said?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Whatever stands under a name, no format added. */
  raw(file: string): Promise<{ readonly status: number }>;
  post(format: Format, said: readonly (readonly [string, string])[]): Promise<Answer>;
}

const patienceMs = 30_000;

/** @param base the endpoint's address, with or without the last slash */
export function endpointAt(base: string, jurisdiction: string | undefined): Endpoint {
  const root = base.endsWith('/') ? base : `${base}/`;
  const always = jurisdiction === undefined ? {} : { jurisdiction_id: jurisdiction };
  return {
    get: (path, format, said = {}) => {
      const url = new URL(`${path}.${format}`, root);
      for (const [name, value] of Object.entries({ ...always, ...said }))
        url.searchParams.set(name, value);
      return answer(format, url, {});
    },
    raw: (file) => fetch(new URL(file, root), { signal: AbortSignal.timeout(patienceMs) }),
    post: (format, said) =>
      answer(format, new URL(`requests.${format}`, root), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: formOf([...Object.entries(always), ...said]),
      }),
  };
}

function formOf(said: readonly (readonly [string, string])[]): string {
  const form = new URLSearchParams();
  for (const [name, value] of said) form.append(name, value);
  return form.toString();
}

async function answer(format: Format, url: URL, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
  return {
    format,
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
}

/** The document of an answer, whichever way it is written; throws where it cannot be read. */
export const documentIn = ({ format, text }: Answer): Plain =>
  format === 'xml' ? readXml(text).value : JSON.parse(text);

/** The same, null where it cannot be read. */
export function readable(answer: Answer): Plain {
  try {
    return documentIn(answer);
  } catch {
    return null;
  }
}

export const xmlIn = ({ text }: Answer): XmlDocument => readXml(text);
