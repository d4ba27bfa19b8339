import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { caseStates } from '../store/cases.repo.ts';

export interface TwinWishes {
  readonly code: string;
  readonly peerCode: string;
  readonly peerUrl: string;
  readonly secret: string;
  readonly port: number;
}

const state = z.object({
  isCut: z.boolean(),
  unsent: z.object({ waiting: z.number(), dead: z.number() }),
  stuck: z.number(),
  waiting: z.array(
    z.object({ id: z.string(), kind: z.string(), state: z.string(), error: z.string().nullable() }),
  ),
});
const listedCase = z.object({
  number: z.string(),
  direction: z.enum(['in', 'out']),
  peer_number: z.string().nullable(),
  state: z.enum(caseStates),
});
const cases = z.object({ rows: z.array(listedCase) });
const wholeCase = z.object({
  case: listedCase.extend({ content: z.looseObject({ title: z.string(), transfer: z.unknown() }) }),
  received: z.array(z.object({ id: z.string(), kind: z.string(), state: z.string() })),
  sent: z.array(z.object({ id: z.string(), kind: z.string(), state: z.string(), raw: z.string() })),
});
const reconciled = z
  .object({ sent: z.number(), received: z.number(), mismatched: z.array(z.unknown()) })
  .nullable();

/** A pretend 110 as a process of its own, driven by its control address. */
export interface Twin {
  readonly url: string;
  readonly base: string;
  control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  state(): Promise<z.infer<typeof state>>;
  cases(): Promise<z.infer<typeof listedCase>[]>;
  case(number: string): Promise<z.infer<typeof wholeCase>>;
  reconcile(day: string): Promise<z.infer<typeof reconciled>>;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it, and its data with it. */
  end(): Promise<void>;
}

const program = new URL('../main.ts', import.meta.url).pathname;

export async function startTwin(wishes: TwinWishes): Promise<Twin> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'police-110-'));
  const url = `http://127.0.0.1:${wishes.port}`;
  let child = await run(wishes, folder);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const over = once(child, 'exit');
    child.kill('SIGKILL');
    await over;
  };
  const control = controlOf(url);
  return {
    url,
    base: `${url}/exchange/v1`,
    control,
    state: async () => state.parse(await control('GET', 'state')),
    cases: async () => cases.parse(await control('GET', 'cases')).rows,
    case: async (number) => wholeCase.parse(await control('GET', `cases/${number}`)),
    reconcile: async (day) => reconciled.parse(await control('GET', `days/${day}`)),
    kill,
    start: async () => {
      child = await run(wishes, folder);
    },
    end: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const controlOf =
  (url: string): Twin['control'] =>
  async (method, path, body) => {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`);
    return said;
  };

async function run(wishes: TwinWishes, folder: string): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      program,
      ...['--port', String(wishes.port), '--data', folder, '--code', wishes.code],
      ...['--peer-code', wishes.peerCode, '--peer-url', wishes.peerUrl],
    ],
    {
      env: { PATH: process.env.PATH ?? '', POLICE_110_SECRET: wishes.secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (child.stdout === null) throw new Error('The twin has no voice.');
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes('已就绪') && resolve());
    child.once('exit', (code) => reject(new Error(`The twin ended with ${code}.`)));
  });
  await ready;
  return child;
}

/** A port nobody has now; both sides must know each other's before they start. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

/** Until it is so; what never comes ends the test by its own limit. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(25);
}
