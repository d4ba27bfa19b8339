export { forgetKey } from './forget-key.ts';
export { keyUse, reseal } from './reseal.ts';
export { sealFiles } from './seal-files.ts';
export { sealedColumns } from './sealed-columns.ts';
export { text } from './text.ts';
