import { type ManualTelephone, manualTelephone } from './manual.ts';
import { type SimTelephone, simTelephone } from './sim.ts';

export interface Telephones {
  readonly sim: SimTelephone;
  readonly manual: ManualTelephone;
}

declare module '../../platform/context.ts' {
  interface Ports {
    telephones: Telephones;
  }
}

export const telephones = (inventedNumber: (seed: string) => string): Telephones => ({
  sim: simTelephone(inventedNumber),
  manual: manualTelephone,
});
