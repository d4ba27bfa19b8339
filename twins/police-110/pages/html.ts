/** Text that was escaped already; everything else is on its way into a page. */
export interface Html {
  readonly html: string;
}

type Part = string | number | null | Html | readonly Html[];

export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const filled = texts.map(
    (text, at) => text + (at < parts.length ? shown(parts[at] ?? null) : ''),
  );
  return { html: filled.join('') };
}

export const none: Html = { html: '' };

function shown(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((each) => each.html).join('');
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
