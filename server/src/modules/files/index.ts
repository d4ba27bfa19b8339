/** 附件: kept by digest, known by content, tied to one order for ever. */
export { attach, attachTo, attachToClue, claimUploads, copyToClue, copyToOrder } from './attach.ts';
export { download as readFile, type MayRead } from './download.ts';
export { fileViewOf } from './file-view.ts';
export { digestsOf, filesHeldBy, filesOf, firstPhotoOf, type StoredFile } from './files.repo.ts';
export { uploadFile } from './files.routes.ts';
export { keepFile } from './keep-file.ts';
export { isPhoto, plainPhoto } from './plain-photo.ts';
export { eraseAppealFiles, eraseFiles, holdsFilesAbout } from './unused.ts';
