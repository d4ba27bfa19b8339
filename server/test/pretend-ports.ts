import { inventedPhoneOf } from '../src/demo/invented.ts';
import type { Ports } from '../src/platform/context.ts';
import { noAnchors } from '../src/ports/anchors/index.ts';
import { pretendCarriers } from '../src/ports/carrier/carriers.ts';
import { noDirectory } from '../src/ports/directory/index.ts';
import { foldersBelow } from '../src/ports/folder/index.ts';
import { hooksWithin } from '../src/ports/hook/index.ts';
import { mapsFrom } from '../src/ports/maps/index.ts';
import { peersWithin } from '../src/ports/peer/index.ts';
import { pretendPrinter } from '../src/ports/printer/index.ts';
import { memoryStorage } from '../src/ports/storage/index.ts';
import { telephones } from '../src/ports/telephone/telephones.ts';

/** Twins of the outside world, new for each test: what one test kept, another never finds. */
export function pretendPorts(): Ports {
  return {
    ...pretendCarriers,
    // Tests talk to servers of their own on the loopback.
    peer: peersWithin(['127.0.0.0/8']),
    hook: hooksWithin(['127.0.0.0/8']),
    directory: noDirectory,
    folder: foldersBelow(null),
    storage: memoryStorage(),
    telephones: telephones(inventedPhoneOf),
    printer: pretendPrinter,
    maps: mapsFrom(null),
    anchors: noAnchors,
  };
}
