import {
  type MessageKind,
  messageKindLabel,
  messageKinds,
  progressStageLabel,
  progressStages,
  resultOutcomeLabel,
  resultOutcomes,
} from '@minsheng/contract/words/exchange.ts';
import { instantAt, isDay } from '../../../platform/zone.ts';
import { type FolderRow, sha256 } from './rows-of.ts';

type Cells = FolderRow['cells'];

export interface Source {
  readonly peer: string;
  /** The digest of the file. */
  readonly file: string;
  readonly at: Date;
  readonly zone: string;
  /** Of the case; an appeal is its first. */
  readonly seq: number;
}

/** 种类 of a row, by its code or its Chinese; nothing said: an appeal. What nobody knows stays and is refused by name. */
export const kindOf = ({ kind = '' }: Cells): MessageKind | string =>
  kind === '' ? 'transfer' : codeOf(messageKinds, messageKindLabel, kind);

/** 行即报文: its name is made of file and line, so that the same file again is nothing new. */
export function envelopeOf(
  { peer, file, at, zone, seq }: Source,
  { line, cells }: FolderRow,
): Buffer {
  const kind = kindOf(cells);
  return Buffer.from(
    JSON.stringify({
      version: '1',
      id: nameOf(peer, file, line),
      kind,
      seq,
      at: at.toISOString(),
      case: { sender: cells.number ?? '', receiver: cells.orderNo || null },
      via: [peer],
      body: bodyOf(kind, cells, { at, zone }),
    }),
  );
}

function bodyOf(kind: string, cells: Cells, when: { at: Date; zone: string }): object {
  const { words = '', what = '' } = cells;
  const at = when.at.toISOString();
  switch (kind) {
    case 'transfer':
      return appealOf(cells, when.zone);
    case 'accept':
      return { number: cells.number ?? '', ...maybe('note', words) };
    case 'progress':
      return { stage: codeOf(progressStages, progressStageLabel, what || 'note'), words, at };
    case 'result':
      return { outcome: codeOf(resultOutcomes, resultOutcomeLabel, what), words, at };
    case 'return':
      return { reasonCode: what, reason: words, ...maybe('properUnit', cells.properUnit) };
    case 'withdraw':
      return { reason: words };
    default:
      return { words };
  }
}

const maybe = (key: string, said: string | undefined) => (said ? { [key]: said } : {});

/** The code of what was written, be it the code or what people call it; what is neither stays as it is. */
function codeOf<Code extends string>(
  codes: readonly Code[],
  label: Readonly<Record<Code, string>>,
  said: string,
): string {
  return codes.find((code) => code === said || label[code] === said) ?? said;
}

function appealOf(cells: Cells, zone: string): object {
  const { title = '', words = '', type = '', name, phone } = cells;
  return {
    appeal: {
      title: (title || words).slice(0, 100),
      words,
      typeCode: type,
      ...maybe('matterCode', cells.matter),
      ...maybe('occurredAt', instantOf(cells.occurredAt, zone)),
    },
    place: { text: cells.address ?? '', ...maybe('areaCode', cells.area) },
    requester: { anonymous: !name && !phone, ...maybe('name', name), ...maybe('phone', phone) },
    mode: 'push',
    ...maybe('dueAt', instantOf(cells.dueAt, zone)),
  };
}

/** `2026-03-02 10:20` is by the clocks of the city; whatever else it is, the message's shape says no. */
function instantOf(said: string | undefined, zone: string): string | undefined {
  if (!said) return undefined;
  const [, on = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(said) ?? [];
  return isDay(on) ? instantAt(on, time, zone).toISOString() : said;
}

/** A UUID of version 8: of the content of the file and the line. */
function nameOf(peer: string, file: string, line: number): string {
  const hex = sha256(`${peer}/${file}/${line}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
