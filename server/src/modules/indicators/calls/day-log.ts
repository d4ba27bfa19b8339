import { readFileSync } from 'node:fs';
import { ratings } from '@minsheng/contract/words/call-back.ts';
import { officialZone } from '@minsheng/contract/words/zone.ts';
import { z } from 'zod';
import { instantAt } from '../../../platform/zone.ts';
import type { CallRow } from './call-figures.ts';
import type { ContactRow } from './contact-rate.ts';

/** The invented day of the tests. */
const on = '2026-05-20';
/** 24:00 and on belong to the next morning. */
export const at = (time: string): Date => instantAt(on, time, officialZone);
const maybeAt = (time: string): Date | null => (time === '' ? null : at(time));
const maybe = <T extends string>(words: readonly [T, ...T[]]) =>
  z.enum(['', ...words]).transform((cell) => words.find((word) => word === cell) ?? null);

const callLine = z.tuple([
  z.string(),
  z.string(),
  maybe(['person', 'robot']),
  z.string(),
  z.string(),
  z.string(),
  z.enum(['', 'yes']),
  z.enum(['yes', 'no']),
  z.string(),
  maybe(ratings),
  maybe(['clean', 'error']),
]);

function linesOf(file: string): string[][] {
  const content = readFileSync(new URL(file, import.meta.url), 'utf8');
  const [, ...lines] = content.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split('\t'));
}

export function callsOfDay(): CallRow[] {
  return linesOf('day-log.tsv').map((line) => {
    const [offered, queued, by, answered, ended, written, gaveUp, number, returned, rating, found] =
      callLine.parse(line);
    return {
      offeredAt: at(offered),
      queuedAt: maybeAt(queued),
      answeredBy: by,
      answeredAt: maybeAt(answered),
      endedAt: maybeAt(ended),
      writtenUpAt: maybeAt(written),
      isAbandoned: gaveUp === 'yes',
      hasNumber: number === 'yes',
      returnedAt: maybeAt(returned),
      rating,
      inspected: found,
    };
  });
}

const contactLine = z.tuple([z.enum(['chat', 'sms', 'form']), z.string(), z.string()]);

export function contactsOfDay(): ContactRow[] {
  return linesOf('day-contacts.tsv').map((line) => {
    const [kind, came, responded] = contactLine.parse(line);
    return { kind, at: at(came), respondedAt: maybeAt(responded) };
  });
}
