import { modelKinds } from '@minsheng/contract';
import { z } from 'zod';

export const modelsSearch = z.object({
  kind: z.enum(modelKinds).optional().catch(undefined),
});
