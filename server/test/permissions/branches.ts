import type { Probe, Probes } from './probe.ts';

/** Of the county's own dispatcher; what is asked for is refused for another reason where it may be asked at all. */
const own = (more?: Record<string, string>, body?: unknown): Probe => ({
  request: () => ({ params: { county: '350626', ...more }, body }),
});

export const branchProbes: Probes = {
  'GET /branches': { request: () => ({}) },
  'GET /branches/:county': own(),
  'POST /branches/:county/units': own(undefined, {
    parent: '350626',
    kind: 'team',
    name: '权限测试专班',
    short: '测试专班',
    area: '350626',
  }),
  'POST /branches/:county/units/:unit/close': own({ unit: '350626.own-999' }, {}),
  'POST /branches/:county/rows': own(undefined, {
    matter: '150204',
    area: '350626',
    lead: '350600.zjj',
    basis: '权限测试',
  }),
  'POST /branches/:county/rows/:row/end': own({ row: '350626-0' }, { why: '权限测试' }),
};
