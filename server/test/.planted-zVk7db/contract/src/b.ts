import { z } from 'zod';
export const kept = z.string();
