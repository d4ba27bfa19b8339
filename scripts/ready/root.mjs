import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the caller stands. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
