import type { Context } from '../../platform/context.ts';
import { news, onLatest } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { openAsks } from '../identity/index.ts';
import { waitForCentre, waitNoMore } from './begin.ts';
import { centre, waitRules } from './wait.ts';

const kind = 'rights-confirmation';
const follow = job('waits:rights', news);
for (const type of [
  'identity.rights-asked',
  'identity.rights-confirmed',
  'identity.rights-refused',
] as const)
  onLatest(type, follow);

const stands = async (ctx: Context, accountId: string): Promise<boolean> =>
  (await openAsks(ctx, [accountId])).has(accountId);

/** 授权待复核: accounts stand below the waits, so what they tell begins and ends one here. */
handle(follow, async (ctx, { id }) => {
  const key = { kind, id, no: 0 } as const;
  if (await stands(ctx, id)) await waitForCentre(ctx, key, kind);
  else await waitNoMore(ctx, key);
});

/** The security administrators hear; then the director, who has people for it. */
waitRules({
  kind,
  subject: 'account',
  topic: null,
  standing: async (ctx, { id }) => ((await stands(ctx, id)) ? 'waiting' : 'over'),
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('security-admin'), centre('director')] },
});
