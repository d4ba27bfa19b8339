export { type FolderFile, type FolderPort, NoFolder } from './folder.ts';
export { foldersBelow } from './folders-below.ts';
