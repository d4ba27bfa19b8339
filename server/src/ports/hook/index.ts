export { type HookPort, HookSilent } from './hook.ts';
export { hooksWithin } from './http-hooks.ts';
