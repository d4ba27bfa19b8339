import { type Outcome, silence, unsure } from '../../exchange/index.ts';
import type { Answer } from './ask-city.ts';

type NoAnswer = Exclude<Answer, { kind: 'rows' }>;

export const never = (code: string, detail: string): Outcome => ({
  kind: 'never',
  error: { code, detail },
});

/** 读不到: nothing was filed by asking, so it is asked again. */
export function afterRead(answer: NoAnswer): Outcome {
  if (answer.kind === 'silent') return silence(answer.reason, null);
  if (answer.kind === 'nonsense') return silence('nonsense', String(answer.status));
  // A city without this list is no city of GeoReport; whoever wrote the address sees it in the queue.
  return later(answer, `http-${answer.status}`);
}

/** No connection was made, so nothing can have arrived. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'private-address',
  'odd-address',
]);

/** 送出之后: where nobody knows whether it arrived, it is looked for before anything is sent again. */
export function afterFiling(answer: NoAnswer): Outcome {
  if (answer.kind === 'silent')
    return neverLeft.has(answer.reason)
      ? silence(answer.reason, null)
      : silence(unsure, answer.reason);
  const { status } = answer;
  if (answer.kind === 'nonsense') return silence(unsure, String(status));
  // Refused before anything was done: a wrong key, too many, not now, somewhere else.
  if (status === 401 || status === 403) return later(answer, 'key');
  if ([408, 425, 429, 503].includes(status)) return later(answer, 'not-ready');
  if (status < 400) return later(answer, 'redirect');
  if (status >= 500) return silence(unsure, String(status));
  const [first] = answer.faults;
  const says = answer.faults.map(({ description }) => description).filter((one) => one !== '');
  return never(
    first?.code.slice(0, 40) || `http-${status}`,
    `${status} ${says.join('; ')}`.trim().slice(0, 300),
  );
}

const later = (
  { retryAfterSeconds, status }: Extract<NoAnswer, { kind: 'refused' }>,
  code: string,
): Outcome => ({
  kind: 'later',
  error: { code, detail: String(status) },
  isTheirWish: true,
  wishedSeconds: retryAfterSeconds,
});
