/** A stretch of tokens of one kind; `end` is the token after it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** 标注文本: tokens (mostly single characters) with the segments somebody marked in them. */
export interface Labelled {
  readonly tokens: readonly string[];
  readonly segments: readonly Segment[];
}

const outside = /^(?:O|o|0|_|-)$/;

/**
 * Reads lines of a token and its tag, a blank line between texts. Tab or spaces part them; any of BIO, BIOES, BMES, BILOU and
 * IO; the tag comes last, whatever columns stand between.
 */
export function readTagged(text: string): Labelled[] {
  const found: Labelled[] = [];
  let tokens: string[] = [];
  let tags: string[] = [];
  const finish = (): void => {
    if (tokens.length > 0) found.push({ tokens, segments: segmentsOf(tags) });
    tokens = [];
    tags = [];
  };
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('-DOCSTART-')) {
      finish();
      continue;
    }
    const cells = line.split('\t').length > 1 ? line.split('\t') : line.trim().split(/\s+/);
    const tag = (cells.at(-1) ?? '').trim();
    // A blank that was itself a token has left only its tag.
    tokens.push(cells.length === 1 ? ' ' : (cells[0] ?? ' ') || ' ');
    tags.push(tag);
  }
  finish();
  return found;
}

/** The way conlleval reads it: a segment also begins where the kind changes or the one before ended. */
export function segmentsOf(tags: readonly string[]): Segment[] {
  const found: Segment[] = [];
  let open: { start: number; kind: string } | null = null;
  const close = (end: number): void => {
    if (open) found.push({ ...open, end });
    open = null;
  };
  tags.forEach((tag, at) => {
    const { place, kind } = partsOf(tag);
    if (kind === null) {
      close(at);
      return;
    }
    if (!open || open.kind !== kind || /[BSU]/.test(place)) {
      close(at);
      open = { start: at, kind };
    }
    if (/[ESLU]/.test(place)) close(at + 1);
  });
  close(tags.length);
  return found;
}

function partsOf(tag: string): { place: string; kind: string | null } {
  if (outside.test(tag)) return { place: 'O', kind: null };
  const front = /^([BIEOSMLU])[-_](.+)$/.exec(tag);
  if (front) return { place: front[1] ?? 'I', kind: front[2] ?? '' };
  const back = /^(.+)[-_]([BIESMLU])$/.exec(tag);
  return back ? { place: back[2] ?? 'I', kind: back[1] ?? '' } : { place: 'I', kind: tag };
}
