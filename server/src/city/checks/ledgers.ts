import type { LedgerPath } from '../ledger-paths.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const ledgerChecks: readonly Check[] = [
  {
    rule: '推进路径:编码不重复,每一步的状态都有,能走到最后一个状态,销账要核查,销账后不再动',
    find: ({ ledgerPaths }) => [
      ...repeated(ledgerPaths, ({ code }) => code, text.twice),
      ...found(ledgerPaths, (path) => [...unknownStates(path), ...brokenEnd(path)]),
    ],
  },
];

function unknownStates({ states, moves }: LedgerPath): string[] {
  const codes = states.map(({ code }) => code);
  const named = moves.flatMap(({ from, to }) => [from, to]);
  return [
    ...codes.filter((code, at) => codes.indexOf(code) !== at).map(text.stateTwice),
    ...[...new Set(named)].filter((code) => !codes.includes(code)).map(text.unknownState),
  ];
}

function brokenEnd({ states, moves }: LedgerPath): string[] {
  const [begin, end] = [states[0]?.code ?? '', states.at(-1)?.code ?? ''];
  const into = moves.filter(({ to }) => to === end);
  return [
    ...(reached(begin, moves).has(end) ? [] : [text.endUnreached(end)]),
    ...(into.every(({ needs }) => needs.includes('check')) ? [] : [text.endUnchecked(end)]),
    ...(moves.some(({ from }) => from === end) ? [text.endMoves(end)] : []),
  ];
}

function reached(begin: string, moves: LedgerPath['moves']): Set<string> {
  const seen = new Set([begin]);
  for (const code of seen) for (const { from, to } of moves) if (from === code) seen.add(to);
  return seen;
}
