/** A failure of ours, one of the runner's, and its file that failed. */
const failing = /^\s*(✗|×|FAIL\b)|: error TS\d+: /;
const passing = /^\s*(✓|\d+ passed)/;
/** A story or a journey begins with its name at the edge, a finding of the linter with its file and a line drawn after it. */
const chapter = /^[a-z][\w-]*: |━$/;
const linesEach = 16;
const linesInAll = 200;

/** Reads an output as it comes and keeps each failure with the lines that explain it, under the chapter it stands in. */
export function failuresIn() {
  const kept = [];
  let rest = '';
  let under = null;
  let open = 0;

  const line = (text) => {
    if (chapter.test(text)) under = text;
    if (failing.test(text)) {
      if (under !== null) kept.push(under);
      under = null;
      open = linesEach;
    } else if (passing.test(text)) open = 0;
    if (open === 0) return;
    open -= 1;
    kept.push(text);
  };

  return {
    read(chunk) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const text of lines) line(text);
    },
    found() {
      line(rest);
      return kept.slice(0, linesInAll);
    },
  };
}
