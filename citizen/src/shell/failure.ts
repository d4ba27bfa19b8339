import { shellText } from './text.ts';

/** The server said no, in a sentence a person can read. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number, sentence: string) {
    super(sentence);
    this.code = code;
    this.status = status;
  }
}

const passing = [401, 408, 425, 429];

/** The same wish asked again later gets the same no. Otherwise who signs in again, or waits, may get a yes. */
export const isLasting = ({ status }: Pick<Refused, 'status'>): boolean =>
  status < 500 && passing.indexOf(status) === -1;

/** Nobody answered: no network, a time limit, or a gateway in between. It may or may not have arrived. */
export class Unanswered extends Error {
  constructor() {
    super(shellText.unanswered);
  }
}

/** What to show for anything thrown by `call`. */
export function sentenceOf(failure: unknown): string {
  if (failure instanceof Refused || failure instanceof Unanswered) return failure.message;
  return shellText.fault;
}
