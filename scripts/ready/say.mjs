/** One line for the person at the terminal. */
export function say(sentence) {
  process.stdout.write(`• ${sentence}\n`);
}

/** A slow step: says that it begins, and how long it took. */
export async function slowly(sentence, work) {
  say(`${sentence} …`);
  const from = performance.now();
  const result = await work();
  say(`  ${seconds(from)} s`);
  return result;
}

export function seconds(from) {
  return ((performance.now() - from) / 1000).toFixed(1);
}

/** Ends the program with what went wrong and what to do about it; no stack, because nobody has to debug. */
export function giveUp(whatAndWhatToDo) {
  process.stderr.write(`\n✗ ${whatAndWhatToDo}\n`);
  process.exit(1);
}
