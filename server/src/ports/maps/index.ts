/** 底图: where pages load map tiles from. Without one they show our own points only, and nothing needs a map. */
export interface MapsPort {
  readonly tiles: { readonly url: string; readonly key: string } | null;
}

declare module '../../platform/context.ts' {
  interface Ports {
    maps: MapsPort;
  }
}

/** The setting's address holds {z}/{x}/{y} and the service's key, if it wants one. */
export function mapsFrom(tileAddress: string | null): MapsPort {
  return { tiles: tileAddress === null ? null : { url: tileAddress, key: '' } };
}
