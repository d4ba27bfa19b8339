import { officialZone } from '@minsheng/contract/words/zone.ts';
import type { CityFacts, Site } from '../context.ts';
import { keysFrom } from '../secrets.ts';

export const testCity: CityFacts = {
  cityId: 3506,
  code: '350600',
  name: '漳州市',
  zone: officialZone,
};

export const testSite: Site = { origin: 'http://127.0.0.1:12345' };

/** A Monday, nine in the morning in Zhangzhou. */
export const testStart = new Date('2026-03-02T01:00:00Z');

/** The same in every process of a run, because the template is sealed by one and read by another. Opens nothing real. */
export const testKeys = keysFrom({ 1: Buffer.alloc(32, 'minsheng-test').toString('base64') });
