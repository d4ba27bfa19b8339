import { type Person, signIn } from '../../stories/kit/person.ts';
import type { Server } from '../../stories/kit/server.ts';
import { keepAlive } from './keep-alive.ts';
import { lifeOf } from './life-steps.ts';
import { runClients } from './run-clients.ts';

/** Each stage of an open order, and on whose desk it then waits. */
const stages = ['create', 'dispatch', 'sign', 'submit', 'approve'] as const;

const mostSeconds = 600;
const clients = 4;

/** So many open orders at every stage, by the program itself: what the desks list. */
export async function openOrders(
  server: Server,
  each: number,
  say: (line: string) => void,
): Promise<void> {
  const life = await lifeOf(server);
  const reviewer = await signIn(server, 'reviewer');
  for (const stage of stages) {
    say(`  ${each} open orders after ${stage}`);
    let begun = 0;
    const ran = await runClients(
      clients,
      mostSeconds,
      async (client) => {
        begun += 1;
        const orderId = await life.upTo(client, stage === 'approve' ? 'submit' : stage, null);
        if (stage === 'approve') await approve(server, reviewer, orderId);
      },
      () => begun >= each,
    );
    if (ran.errors > 0) throw new Error(ran.reasons.join('; '));
  }
}

async function approve(server: Server, { token }: Person, orderId: string): Promise<void> {
  const call = keepAlive(server.url);
  const { status, body } = await call('POST', `/review/${orderId}/approve`, token, {});
  if (status !== 200) throw new Error(`approve: ${status} ${JSON.stringify(body)}`);
}
