import type { HeldReason } from '@minsheng/contract/words/auto-dispatch.ts';

/** 已了结的最近若干件. */
export const window = 500;
/** Of these the machine must have been sure of so many before its share says anything. */
export const fewestSure = 200;

/** 准确率 of a matter over its window. */
export interface Trust {
  readonly judged: number;
  readonly firstRight: number;
  readonly sure: number;
  readonly sureRight: number;
}

export const noTrust: Trust = { judged: 0, firstRight: 0, sure: 0, sureRight: 0 };

/** What people decided for the city and for the matter. */
export interface Rules {
  readonly isOn: boolean;
  readonly isMatterOff: boolean;
  readonly barPermille: number;
}

/** Judged orders in the window. */
export const inWindow = ({ judged }: Trust): number => Math.min(judged, window);

/** 准入: what speaks against a matter as such. Exactly the bar is enough. */
export function heldByMatter(rules: Rules, trust: Trust): HeldReason[] {
  const { isOn, isMatterOff, barPermille } = rules;
  const reasons: readonly (readonly [HeldReason, boolean])[] = [
    ['off', !isOn],
    ['matter-off', isMatterOff],
    ...measured(trust, barPermille),
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

function measured(trust: Trust, barPermille: number): (readonly [HeldReason, boolean])[] {
  const { judged, firstRight, sure, sureRight } = trust;
  if (judged < window) return [['too-few', true]];
  const isBelow = (right: number, of: number) => right * 1000 < barPermille * of;
  return [
    ['below-bar', isBelow(firstRight, window) || (sure > 0 && isBelow(sureRight, sure))],
    ['too-few-sure', sure < fewestSure],
  ];
}
