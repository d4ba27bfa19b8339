import { storyTime } from '../clock.ts';
import { caseOf, casesBefore } from '../store/cases.repo.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { readSetting } from '../store/settings.repo.ts';
import { played } from '../text.ts';
import { write } from './write.ts';

export const autoModes = ['off', 'accept', 'whole'] as const;
export type AutoMode = (typeof autoModes)[number];

export const autoMode = (store: Store): AutoMode =>
  autoModes.find((mode) => mode === readSetting(store, 'auto')) ?? 'off';

/** 自动应答: a new case is taken at once, and played to its end if wished. */
export function playByItself(store: Store, ownCode: string, number: string): void {
  inTransaction(store, () => play(store, ownCode, number));
}

/** Killed between a case and its answer: what still waits is answered when the program is back. */
export function playWhatWaits(store: Store, ownCode: string): void {
  for (const { number } of casesBefore(store, { before: '~', state: 'waiting', limit: 1000 }))
    playByItself(store, ownCode, number);
}

function play(store: Store, ownCode: string, number: string): void {
  const mode = autoMode(store);
  const item = caseOf(store, number);
  if (mode === 'off' || item?.direction !== 'in' || item.state !== 'waiting') return;
  write(store, ownCode, number, { kind: 'accept', body: { number, note: played.accept } });
  if (mode === 'accept') return;
  const at = storyTime(store);
  for (const stage of ['dispatched', 'arrived'] as const)
    write(store, ownCode, number, {
      kind: 'progress',
      body: { stage, words: played[stage], at },
    });
  write(store, ownCode, number, {
    kind: 'result',
    body: { outcome: 'done', words: played.result, at },
  });
}
