import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { reportTrouble } from '../src/modules/upkeep/index.ts';
import { listTroubles } from '../src/modules/upkeep/list-troubles.ts';
import { settleTrouble } from '../src/modules/upkeep/settle-trouble.ts';
import { type Kit, type Waiting, words } from './waiting-scenes.ts';

/** What waits for whoever runs the program; it keeps no office hours, so no calendar moves it. */
export const upkeepScenes: Partial<Record<WaitKind, (kit: Kit) => Promise<Waiting>>> = {
  trouble: async (kit) => {
    const stuck = { kind: 'job', about: 'example:stuck', times: 3 } as const;
    await kit.system.do(reportTrouble, stuck);
    const { open } = await kit.as('admin').do(listTroubles, {});
    const troubleId = open.find(({ about }) => about === stuck.about)?.id ?? '';
    const settle = { troubleId, how: 'again', words } as const;
    return { id: troubleId, act: () => kit.as('admin').do(settleTrouble, settle) };
  },
};
