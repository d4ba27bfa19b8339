import type { openApi } from '@minsheng/contract';
import type { ReplyOf, RequestOf, Route } from '@minsheng/contract/route.ts';

/** What stands in /api/open/v1: fetch alone, no dependency; the contract gives the types and is gone when it runs. */
type Of<Name extends keyof typeof openApi> = Extract<(typeof openApi)[Name], Route>;
type Reply<Name extends keyof typeof openApi> = ReplyOf<Of<Name>>;
type Said<Name extends keyof typeof openApi> = Omit<
  RequestOf<Of<Name>>,
  'orderId' | 'assignmentId'
>;

export interface DutyKey {
  readonly orderId: string;
  readonly assignmentId: string;
}
export type DutyRow = Reply<'listDuties'>['rows'][number];
export type Duty = Reply<'readDuty'>;
export type Change = Reply<'readChanges'>['rows'][number];

/** A no of the server: the code is stable, the message is Chinese and for people. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface Access {
  /** 'https://12345.example.gov.cn' */
  readonly url: string;
  readonly key: string;
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: unknown;
}

const tries = 5;
const patienceMs = 30_000;

/** 开放接口的客户端. */
export class DistrictClient {
  readonly #access: Access;

  constructor(access: Access) {
    this.#access = access;
  }

  /** All open duties, page after page. */
  async *duties(): AsyncGenerator<DutyRow> {
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const page: Reply<'listDuties'> = await this.#get(`/duties${query}`);
      yield* page.rows;
      cursor = page.next;
    }
  }

  duty(key: DutyKey): Promise<Duty> {
    return this.#get(pathOf(key));
  }

  sign(key: DutyKey): Promise<Reply<'signDuty'>> {
    return this.#post(`${pathOf(key)}/sign`, {});
  }

  contact(key: DutyKey, said: Said<'contactRequester'>): Promise<Reply<'contactRequester'>> {
    return this.#post(`${pathOf(key)}/contact`, said);
  }

  progress(key: DutyKey, content: string): Promise<Reply<'noteProgress'>> {
    return this.#post(`${pathOf(key)}/progress`, { content });
  }

  askInfo(key: DutyKey, question: string): Promise<Reply<'askForInfo'>> {
    return this.#post(`${pathOf(key)}/ask-info`, { question });
  }

  submit(key: DutyKey, result: Said<'handIn'>): Promise<Reply<'handIn'>> {
    return this.#post(`${pathOf(key)}/submit`, result);
  }

  askReturn(key: DutyKey, asked: Said<'askToReturn'>): Promise<Reply<'askToReturn'>> {
    return this.#post(`${pathOf(key)}/ask-return`, asked);
  }

  /** Answers the id that `submit` names. */
  async upload(file: Blob, { name, purpose }: { name: string; purpose: string }): Promise<string> {
    const form = new FormData();
    form.set('purpose', purpose);
    form.set('file', file, name);
    const { id } = await this.#ask<{ id: string }>({ method: 'POST', path: '/files', body: form });
    return id;
  }

  /** A page of what happened after this cursor; `now` begins at this moment. */
  changes(after: string): Promise<Reply<'readChanges'>> {
    return this.#get(`/changes?after=${encodeURIComponent(after)}`);
  }

  /** Has changes of these kinds sent to an address from now on; the secret is said this once. */
  addHook(url: string, kinds: Change['kind'][]): Promise<Reply<'addHook'>> {
    return this.#post('/hooks', { url, kinds });
  }

  endHook(hookId: string): Promise<Reply<'endHook'>> {
    return this.#post(`/hooks/${hookId}/end`, {});
  }

  #get<T>(path: string): Promise<T> {
    return this.#ask({ method: 'GET', path, body: null });
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    return this.#ask({ method: 'POST', path, body });
  }

  /** Sends until there is an answer: the same key makes it one deed, however often it is sent. */
  async #ask<T>(sent: Sent): Promise<T> {
    const idempotencyKey = crypto.randomUUID();
    for (let count = 1; ; count += 1) {
      const answer = await this.#send(sent, idempotencyKey).catch((error: unknown) => {
        if (count === tries) throw error;
        return null;
      });
      // What the server promises stands in the contract; nothing of it is checked here.
      if (answer?.ok) return (await answer.json()) as T;
      const isWorthWaiting = answer === null || answer.status === 429 || answer.status === 503;
      if (!isWorthWaiting || count === tries) throw await refusalOf(answer);
      await pause(answer, count);
    }
  }

  #send({ method, path, body }: Sent, idempotencyKey: string): Promise<Response> {
    const isForm = body instanceof FormData;
    return fetch(`${this.#access.url}/api/open/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#access.key}`,
        ...(method === 'POST' ? { 'idempotency-key': idempotencyKey } : {}),
        ...(method === 'POST' && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      ...(method === 'GET' ? {} : { body: isForm ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    });
  }
}

const pathOf = ({ orderId, assignmentId }: DutyKey): string => `/duties/${orderId}/${assignmentId}`;

async function refusalOf(answer: Response | null): Promise<Error> {
  if (answer === null) return new Error('no answer');
  const body: unknown = await answer.json().catch(() => null);
  const { error = { code: 'unknown', message: `HTTP ${answer.status}` } } = Object(body);
  return new Refused(answer.status, String(error.code), String(error.message));
}

function pause(answer: Response | null, count: number): Promise<void> {
  const said = Number(answer?.headers.get('retry-after'));
  const seconds = said > 0 ? said : 2 ** (count - 1);
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
