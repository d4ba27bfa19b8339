import { afterEach, expect, test, vi } from 'vitest';
import { kept } from './kept.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const held = new Map<string, string>();
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
}

afterEach(() => vi.unstubAllGlobals());

test('what is kept in the tab is not kept on the phone', () => {
  vi.stubGlobal('localStorage', memory());
  vi.stubGlobal('sessionStorage', memory());
  kept<{ a: number }>('session', 'x').write({ a: 1 });
  expect(kept('session', 'x').read()).toEqual({ a: 1 });
  expect(kept('local', 'x').read()).toBeNull();
  kept('session', 'x').drop();
  expect(kept('session', 'x').read()).toBeNull();
});

test('full, forbidden or broken storage is like an empty one', () => {
  const refuses = () => {
    throw new Error('forbidden');
  };
  vi.stubGlobal('localStorage', { getItem: () => '{', setItem: refuses, removeItem: refuses });
  const store = kept<string>('local', 'x');
  expect(() => store.write('a')).not.toThrow();
  expect(() => store.drop()).not.toThrow();
  expect(store.read()).toBeNull();
});
