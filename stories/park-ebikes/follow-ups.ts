import { callBack, desk } from '@minsheng/contract';
import type { Scene } from './scene.ts';

/** 到期复查 as the desk lists them. */
export async function dueChecks({ caller }: Scene) {
  const { rows } = await caller.call(callBack.listFollowUps, {});
  return rows.map(({ id, followUpId, repeatsSince }) => ({ id, followUpId, repeatsSince }));
}

export async function countOn({ caller }: Scene, name: 'follow-up' | 'call-back'): Promise<number> {
  const { rows } = await caller.call(desk.counters, {});
  return rows.find((row) => row.desk === name)?.count ?? 0;
}
