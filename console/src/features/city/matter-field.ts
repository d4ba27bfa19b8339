import type { city, ReplyOf } from '@minsheng/contract';

export type Matter = ReplyOf<typeof city.matterDetail>;
export type MatterField = Matter['fields'][number];
