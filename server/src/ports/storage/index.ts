export { folderStorage } from './folder-storage.ts';
export { memoryStorage } from './memory-storage.ts';
export { mirroredStorage } from './mirrored-storage.ts';
export { fileKeyUse, type SealedKept, sealKept } from './seal-kept.ts';
export type { Bytes, Received, StoragePort } from './storage.ts';
