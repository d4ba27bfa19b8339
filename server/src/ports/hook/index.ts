export { type HookPort, HookSilent } from './hook.ts';
export { guardedPost, hooksWithin, isPlainAddress } from './http-hooks.ts';
