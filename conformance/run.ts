import { parseArgs } from 'node:util';
import { conformance } from './suite.ts';

// npm run -s conformance -- URL [--key K] [--jurisdiction ID] [--file]
// Holds any Open311 GeoReport v2 endpoint against the text. With a key it also files a request, but at an
// endpoint that calls itself production only with --file.

const usage = 'usage: npm run -s conformance -- URL [--key K] [--jurisdiction ID] [--file]\n';

function given() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        jurisdiction: { type: 'string' },
        file: { type: 'boolean', default: false },
      },
    });
    const [base, ...more] = positionals;
    if (base === undefined || more.length > 0 || !URL.canParse(base)) return null;
    return { base, ...values };
  } catch {
    return null;
  }
}

const wishes = given();
if (wishes === null) {
  process.stderr.write(usage);
  process.exit(2);
}
const say = (line: string) => process.stdout.write(`${line}\n`);
const { passed, failed } = await conformance(
  {
    base: wishes.base,
    key: wishes.key,
    jurisdiction: wishes.jurisdiction,
    filesInProduction: wishes.file,
  },
  say,
);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
