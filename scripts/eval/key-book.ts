import {
  mostCandidates,
  rarestOf,
  readPerKey,
  weights,
  windowDays,
} from '../../server/src/modules/issues/keys.repo.ts';
import type { OrderKey } from '../../server/src/modules/issues/order-keys.ts';
import type { Telling } from '../../server/src/modules/orders/index.ts';

const windowMs = windowDays * 86_400_000;

/** 查找键 in memory: finds by them as `keys.repo.ts` does with a table, of orders that come one after the other. */
export class KeyBook {
  readonly #holders = new Map<string, Telling[]>();

  #held({ kind, value }: OrderKey, own: Telling): readonly Telling[] {
    const all = this.#holders.get(`${kind} ${value}`) ?? [];
    return all.filter(({ at }) => own.at.getTime() - at.getTime() < windowMs);
  }

  /** All its names, and of its words the rarest. */
  rare(keys: readonly OrderKey[], own: Telling): OrderKey[] {
    const words = keys
      .filter(({ kind }) => kind === 'word')
      .map((word) => ({ word, held: this.#held(word, own).length }));
    return [...keys.filter(({ kind }) => kind !== 'word'), ...rarestOf(words)];
  }

  sharing(keys: readonly OrderKey[], own: Telling): Telling[] {
    const scores = new Map<Telling, number>();
    for (const key of keys) {
      const held = this.#held(key, own).slice(-readPerKey);
      const weight = weights[key.kind] / Math.log(1.7 + held.length);
      for (const other of held) scores.set(other, (scores.get(other) ?? 0) + weight);
    }
    const ranked = [...scores].sort((a, b) => b[1] - a[1]).slice(0, mostCandidates);
    return ranked.map(([other]) => other);
  }

  add(keys: readonly OrderKey[], own: Telling): void {
    for (const { kind, value } of keys) {
      const name = `${kind} ${value}`;
      const held = this.#holders.get(name);
      if (held) held.push(own);
      else this.#holders.set(name, [own]);
    }
  }
}
