import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { systemClock } from '../../platform/clock.ts';
import { neverReached } from '../carrier/answers.ts';
import { CarrierRefuses, CarrierSilent, type Sending } from '../carrier/index.ts';
import type { RobotSettings } from '../carrier/settings.ts';
import { guardedPost, HookSilent } from '../hook/index.ts';
import { reachable } from '../outward/index.ts';
import type { RobotPort } from './index.ts';

/** Both houses take twenty a minute and then nothing for a while. */
const perMinute = 20;
const mostBytes = 4096;

type Robots = Readonly<Record<string, RobotSettings>>;

/** 企业微信、钉钉群机器人, by unit. Private networks only where the city has named them. */
export function httpRobots(robots: Robots, networks: readonly string[]): RobotPort {
  const mayReach = reachable(networks);
  const sent = new Map<string, number[]>();
  return {
    send: async ({ to, text }: Sending) => {
      const robot = robots[to];
      if (!robot) throw new CarrierRefuses('no-robot', true);
      takePlace(sent, to);
      await tell(robot, text, mayReach);
      return { ref: null };
    },
    hasGroup: (unitCode) => robots[unitCode] !== undefined,
    asksAgain: false,
    isPretend: false,
  };
}

function takePlace(sent: Map<string, number[]>, to: string): void {
  const since = performance.now() - 60_000;
  const recent = (sent.get(to) ?? []).filter((at) => at > since);
  if (recent.length >= perMinute) throw new CarrierRefuses('too-many', false);
  sent.set(to, [...recent, performance.now()]);
}

async function tell(
  robot: RobotSettings,
  text: string,
  mayReach: (address: string) => boolean,
): Promise<void> {
  const request = {
    url: addressOf(robot, systemClock.now().getTime()),
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
  };
  const { status, body } = await guardedPost(request, { mayReach, mostBytes }).catch(translate);
  if (status !== 200) throw new CarrierRefuses(`status-${status}`, false);
  const errcode = codeIn(body);
  if (errcode === null) throw new CarrierSilent('nonsense', true);
  // Too fast, a wrong key word, a wrong signature: what passes, or what somebody puts right in the settings.
  if (errcode !== 0) throw new CarrierRefuses(`errcode-${errcode}`, false);
}

/** 钉钉加签: the time and a secret, signed by the secret. */
export function addressOf({ kind, url, secret }: RobotSettings, milliseconds: number): string {
  if (kind === 'wecom' || secret === null) return url;
  const address = new URL(url);
  const sign = createHmac('sha256', secret).update(`${milliseconds}\n${secret}`).digest('base64');
  address.searchParams.set('timestamp', String(milliseconds));
  address.searchParams.set('sign', sign);
  return address.href;
}

const said = z.string().transform((text, ctx) => {
  try {
    return z.object({ errcode: z.int() }).parse(JSON.parse(text)).errcode;
  } catch {
    ctx.addIssue('no errcode');
    return z.NEVER;
  }
});
const codeIn = (body: string): number | null => said.safeParse(body).data ?? null;

function translate(error: unknown): never {
  if (!(error instanceof HookSilent)) throw error;
  throw new CarrierSilent(error.reason, !neverReached(error.reason));
}
