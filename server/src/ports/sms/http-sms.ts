import { neverReached, plainWord, wordAt } from '../carrier/answers.ts';
import { CarrierRefuses, CarrierSilent, type Sending } from '../carrier/index.ts';
import type { SmsSettings } from '../carrier/settings.ts';
import { anywhere, askOutward, OutwardSilent } from '../outward/index.ts';
import type { SmsPort } from './index.ts';

const mostBytes = 64 * 1024;

/** 短信网关 over HTTP: one request a message, the words of its answer as the settings say. */
export function httpSms(settings: SmsSettings): SmsPort {
  return {
    send: (sending) => send(settings, sending),
    asksAgain: settings.knowsKeys,
    isPretend: false,
    twin: null,
    receipts: settings.receipts,
  };
}

async function send(settings: SmsSettings, sending: Sending): Promise<{ ref: string | null }> {
  const answer = await ask(settings, sending);
  const word = wordAt(answer, settings.taken.field);
  if (word !== null && settings.taken.words.includes(word))
    return { ref: settings.ref === null ? null : wordAt(answer, settings.ref) };
  // An answer nobody understands is no answer.
  if (word === null) throw new CarrierSilent('nonsense', true);
  throw new CarrierRefuses(plainWord(word), !settings.busy.includes(word));
}

async function ask(settings: SmsSettings, sending: Sending): Promise<unknown> {
  const { url, headers, form } = settings;
  const kind = form ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8';
  const { status, body } = await askOutward(
    {
      ...{ method: 'POST', url },
      headers: { 'content-type': kind, ...headers },
      body: bodyOf(settings, sending),
    },
    // Where a gateway stands is said by whoever runs the program, in its settings.
    { mayReach: anywhere, mostBytes, signal: sending.signal },
  ).catch(translate);
  refuseStatus(status);
  return jsonIn(body);
}

function translate(error: unknown): never {
  if (!(error instanceof OutwardSilent)) throw error;
  throw new CarrierSilent(error.reason, !neverReached(error.reason));
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}

/** 400 and 422 speak of this message; anything else may pass, or is for whoever keeps the settings. */
function refuseStatus(status: number): void {
  if (status >= 200 && status < 300) return;
  throw new CarrierRefuses(`status-${status}`, status === 400 || status === 422);
}

function bodyOf({ body, form }: SmsSettings, { to, text, key }: Sending): string {
  const facts = new Map(Object.entries({ to, text, key }));
  const fill = (_: string, name: string) => facts.get(name) ?? '';
  const filled = JSON.parse(JSON.stringify(body), (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/\{(to|text|key)\}/g, fill) : value,
  );
  return form ? new URLSearchParams(filled).toString() : JSON.stringify(filled);
}
