import { codeKinds, netKinds, unknownCodes } from '@minsheng/contract/words/nets.ts';
import { z } from 'zod';
import { rulesOf } from './rules.repo.ts';

/** 对接的网. */
const net = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(netKinds),
  adapter: z.string(),
  unknown: z.enum(unknownCodes),
});
export type Net = z.output<typeof net>;
export const nets = rulesOf('net', net);

/** 代码对照 of a net, as the city's data says it; what people added stands with the exchange. */
const mappedCode = z.object({
  file: z.string(),
  kind: z.enum(codeKinds),
  theirs: z.string(),
  ours: z.string(),
});
export const mappedCodes = rulesOf('code-map', mappedCode);
