// Read before a program of ours: its clock is the machine's, shifted by as many milliseconds as a file says. Nothing else
// of the machine is touched, and the product knows nothing of it.
import { readFileSync } from 'node:fs';

const path = process.env.CHAOS_SHIFT_FILE;
const RealDate = Date;
let shift = 0;

function look() {
  try {
    shift = Number(readFileSync(path, 'utf8')) || 0;
  } catch {
    // Written anew at this moment.
  }
}

class ShiftedDate extends RealDate {
  constructor(...said) {
    if (said.length === 0) super(RealDate.now() + shift);
    else super(...said);
  }
  static now() {
    return RealDate.now() + shift;
  }
}

if (path !== undefined) {
  look();
  setInterval(look, 50).unref();
  globalThis.Date = ShiftedDate;
}
