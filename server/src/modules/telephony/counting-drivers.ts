import type { TelephoneDriver } from '@minsheng/contract/words/calls.ts';
import type { Context } from '../../platform/context.ts';

/** 计入统计的话务驱动: none while calls are only pretended or typed by hand. */
export function countingDrivers({ ports }: Context): TelephoneDriver[] {
  return Object.values(ports.telephones)
    .filter(({ capabilities }) => capabilities.counts)
    .map(({ driver }) => driver);
}
