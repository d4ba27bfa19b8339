import { fileView } from './shapes.ts';

/** Upload and download are raw HTTP (multipart, bytes): POST /api/files (fields: purpose, takenAt?, lng?, lat?, file), GET /api/files/:fileId. */
export const uploadPath = '/files';
export const uploadReply = fileView;

export const fileRefusals = {
  'files.too-large': [413, '文件超过 {limit} MB,请压缩后再传。'],
  'files.kind-refused': [415, '只能上传照片、音视频、PDF 和 Office 文件。'],
  'files.no-such-purpose': [422, '没有“{purpose}”这种附件用途,可以用的是:{known}。'],
  'files.disguised': [415, '文件内容与扩展名不符,不能上传。'],
  'files.no-such-file': [404, '没有找到这个文件。'],
  'files.too-many': [422, '最多上传 {limit} 个文件。'],
  'files.not-yours': [403, '这个文件不能用在这里。'],
} as const;
