import { type Credential, headersOf, replyFrom } from './call.ts';
import { Unanswered } from './failure.ts';

const patienceMs = 120_000;

export interface Upload {
  path: '/public/files' | '/files';
  file: Blob;
  name: string;
  /** Other form fields; empty ones are left out. */
  fields: Record<string, string>;
  as?: Credential;
  onProgress: (share: number) => void;
}

/** Sends one file. XMLHttpRequest, because fetch cannot tell how far an upload has come. */
export function upload<Reply>(what: Upload): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${what.path}`);
    request.timeout = patienceMs;
    for (const [name, value] of Object.entries(headersOf(what.as ? { as: what.as } : {}, false))) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) what.onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      try {
        resolve(replyFrom<Reply>(request.status, request.responseText));
      } catch (failure) {
        reject(failure);
      }
    };
    request.onerror = request.ontimeout = request.onabort = () => reject(new Unanswered());
    request.send(formOf(what));
  });
}

/** Fields first: a server that reads the stream in order knows the purpose before the bytes. */
function formOf(what: Upload): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(what.fields)) {
    if (value !== '') form.append(name, value);
  }
  form.append('file', what.file, what.name);
  return form;
}
