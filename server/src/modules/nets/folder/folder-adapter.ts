import { csvBytes } from '../../../platform/sheet.ts';
import { NoFolder } from '../../../ports/folder/index.ts';
import {
  applyAppeal,
  checkTransfer,
  heardBySender,
  type Outbound,
  registerAdapter,
  silence,
  tellOfAppeal,
} from '../../exchange/index.ts';
import { text } from '../text.ts';
import { folderAdapter, lookInFolders } from './look-in-folders.ts';

/** 文件夹适配器: for old systems that write and read CSV files. The place is configuration; a request only names the peer. */
registerAdapter({
  name: folderAdapter,
  label: text.folder,
  takes: ['transfer'],
  check: checkTransfer,
  apply: (ctx, incoming) => applyAppeal(ctx, incoming, 'api'),
  hears: heardBySender,
  outward: tellOfAppeal,
  reachedBy: 'folder',
  carries: async (ports, { peer, id, envelope }: Outbound) => {
    try {
      await ports.folder.put(peer.code, `${id}.csv`, fileOf(envelope));
      return { kind: 'over', number: null };
    } catch (error) {
      if (error instanceof NoFolder) return silence('no-folder', null);
      throw error;
    }
  },
  begins: lookInFolders,
});

/** One message, one file with one row, named by the message: the same again replaces it. */
function fileOf({ kind, at, case: about, body }: Outbound['envelope']): Buffer {
  const said = (key: string) => (typeof body[key] === 'string' ? body[key] : '');
  const words = said('words') || said('reason');
  const what = said('stage') || said('outcome') || said('reasonCode');
  return csvBytes({
    columns: text.outHeads.map((heading) => ({ heading, width: 20 })),
    rows: [[about.receiver ?? '', about.sender, kind, what, words, at]],
  });
}
