import { send } from '../shell/call.ts';

function fileNameOf(response: Response, other: string): string {
  const said = response.headers.get('content-disposition') ?? '';
  const utf8 = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  if (utf8 !== undefined) return decodeURIComponent(utf8);
  return /filename="?([^";]+)"?/.exec(said)?.[1] ?? other;
}

/** 导出: what is asked for with a purpose, and kept by the browser as a file. */
export async function downloadSheet(path: string, body: object, other: string): Promise<void> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await keepFile(response, other);
}

/** What was answered, kept by the browser under the name the server gave it. */
export async function keepFile(response: Response, other: string): Promise<void> {
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(response, other);
  link.click();
  URL.revokeObjectURL(address);
}
