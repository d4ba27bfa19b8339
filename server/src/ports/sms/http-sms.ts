import { networkWord, neverReached, plainWord, wordAt } from '../carrier/answers.ts';
import { CarrierRefuses, CarrierSilent, type Sending } from '../carrier/index.ts';
import type { SmsSettings } from '../carrier/settings.ts';
import type { SmsPort } from './index.ts';

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
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': kind, ...headers },
      body: bodyOf(settings, sending),
      redirect: 'manual',
      signal: sending.signal,
    });
    refuseStatus(response.status);
    return await response.json().catch((error: unknown) => {
      if (error instanceof SyntaxError) return null;
      throw error;
    });
  } catch (error) {
    if (error instanceof CarrierRefuses) throw error;
    const word = networkWord(error);
    throw new CarrierSilent(word, !neverReached(word));
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
