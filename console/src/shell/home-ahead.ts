import { homeOf } from './menu.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { meQuery } from './session.ts';

/** 预取: the page of a person's role comes while the frame round it is drawn. Who it is the document itself has asked already (index.html). */
export async function fetchHome(): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery).catch(() => null);
  const home = me && homeOf(me);
  // Whatever fails fails again, and is told, where the page opens.
  if (home) await router.preloadRoute({ to: home }).catch(() => null);
}
