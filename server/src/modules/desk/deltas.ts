import type { Desk } from '@minsheng/contract/words/desks.ts';
import type { Json } from '../../platform/json.ts';

/** One counter and by how much it moves. */
export interface Delta {
  readonly key: string;
  readonly by: number;
}

type Data = Readonly<Record<string, Json>>;

/** 计数键. Orders of secrecy 3 are counted apart: whoever may not see them does not count them either. */
export const orderKey = (desk: string, isSecret: boolean): string =>
  `order:${desk}${isSecret ? ':secret' : ''}`;
export const unitKey = (unitCode: string, desk: string): string => `unit:${unitCode}:${desk}`;
/** 专人专办: what is entrusted to one person is counted for that person alone. */
export const readerKey = (accountId: string, desk: string): string => `reader:${accountId}:${desk}`;

const orderDesks: readonly string[] = [
  'to-accept',
  'in-transfer',
  'to-dispatch',
  'in-progress',
  'in-dispute',
  'need-info',
  'parked',
  'merged',
  'reply-review',
  'call-back',
] satisfies Desk[];

/** What an event moves on the desks: the order's, the duty's unit's and those of every unit above it. */
export function deltasOf({ type, data }: { type: string; data: Data }): Delta[] {
  return [...orderDeltas(data), ...dutyDeltas(data), ...markDeltas(type, data)];
}

function orderDeltas(data: Data): Delta[] {
  const wasSecret = isSecret(data.secrecyFrom ?? data.secrecy);
  return [...onDesk(data.from, wasSecret, -1), ...onDesk(data.to, isSecret(data.secrecy), 1)];
}

const isSecret = (level: Json | undefined): boolean => level === 3;

const onDesk = (status: Json | undefined, secret: boolean, by: number): Delta[] =>
  typeof status === 'string' && orderDesks.includes(status)
    ? [{ key: orderKey(status, secret), by }]
    : [];

/** A duty moves, or stays where it is (`duty`) and others read it from now on. */
function dutyDeltas(data: Data): Delta[] {
  const { path, role, duty, dutyFrom = duty, dutyTo = duty, readers } = data;
  if (typeof path !== 'string' || typeof role !== 'string') return [];
  const units = path.split('/');
  const moves = [
    [deskOfDuty(dutyFrom, role), data.readersBefore ?? readers, -1],
    [deskOfDuty(dutyTo, role), readers, 1],
  ] as const;
  return moves.flatMap(([desk, who, by]) =>
    desk === null ? [] : keysOfDuty(desk, units, who).map((key) => ({ key, by })),
  );
}

/** The unit's and those above it; of an entrusted duty its readers', and as long as nobody is named only that it waits. */
function keysOfDuty(desk: Desk, units: readonly string[], readers: Json | undefined): string[] {
  if (!Array.isArray(readers)) return units.map((unit) => unitKey(unit, desk));
  if (readers.length === 0) return units.map((unit) => unitKey(unit, 'unit-to-name'));
  return readers.map((reader) => readerKey(String(reader), desk));
}

/** 单位工作台 a duty lies on; a copy is signed and read, never worked. */
export function deskOfDuty(state: Json | undefined, role: string): Desk | null {
  switch (state) {
    case 'sent':
      return 'unit-sent';
    case 'signed':
    case 'contacted':
    case 'delegated':
    case 'return-asked':
      return role === 'copy' ? null : 'unit-working';
    case 'to-sign-off':
    case 'return-to-sign':
      return 'unit-sign-off';
    case 'parked':
      return 'unit-parked';
    case 'submitted':
      return 'unit-submitted';
    default:
      return null;
  }
}

function markDeltas(type: string, data: Data): Delta[] {
  const onMarks = (desk: Desk, by: number): Delta[] => [
    { key: orderKey(desk, isSecret(data.secrecy)), by },
  ];
  switch (type) {
    case 'intake.accepted-by-rule':
    case 'intake.sent-by-rule':
      return onMarks('to-check', 1);
    case 'intake.checked':
      return onMarks('to-check', -1);
    case 'call-back.follow-up-due':
      return onMarks('follow-up', 1);
    case 'call-back.follow-up-done':
      return onMarks('follow-up', -1);
    default:
      return [];
  }
}
