export * from './media/days.ts';
export * from './media/effect.ts';
export * from './media/pieces.ts';
export * from './media/refusals.ts';
export * from './media/tips.ts';
