import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import { type AnchorsPort, folderAnchors } from '../../ports/anchors/index.ts';

export { takeAnchor } from './take-anchor.ts';
export { type AnchorVerdict, type Unanchored, verifyAnchors } from './verify-anchors.ts';

export const anchorsOf = ({
  dataFolder,
  anchorsFolder,
}: Pick<Config, 'dataFolder' | 'anchorsFolder'>): AnchorsPort =>
  folderAnchors(join(dataFolder, 'anchors'), anchorsFolder);
