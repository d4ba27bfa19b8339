/** 标记: which numbers were marked last. To mark anew costs what is marked, however many numbers there are. */
export class Marks {
  readonly #markedIn: Int32Array;
  #round = 0;

  constructor(size: number) {
    this.#markedIn = new Int32Array(size);
  }

  /** Forgets what was marked before. */
  mark(ids: Iterable<number>): void {
    this.#round += 1;
    for (const id of ids) this.#markedIn[id] = this.#round;
  }

  has(id: number): boolean {
    return this.#markedIn[id] === this.#round;
  }
}
