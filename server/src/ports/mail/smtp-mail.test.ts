import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { CarrierRefuses, CarrierSilent } from '../carrier/index.ts';
import { smtpMail } from './smtp-mail.ts';

/** A mail server of one conversation at a time; what it says to a command may be set. */
interface Sink {
  readonly port: number;
  readonly heard: string[];
  readonly mail: string[];
}

let open: { server: Server; sockets: Socket[] } | null = null;
afterEach(() => {
  for (const socket of open?.sockets ?? []) socket.destroy();
  open?.server.close();
  open = null;
});

async function sink(says: Readonly<Record<string, string>>): Promise<Sink> {
  const heard: string[] = [];
  const mail: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    let text = '';
    let body: string | null = null;
    socket.setEncoding('latin1').on('error', () => undefined);
    socket.write('220 sink ESMTP\r\n');
    socket.on('data', (part) => {
      text += part;
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (body !== null) {
          if (line !== '.') body += `${line}\n`;
          else {
            mail.push(body);
            body = null;
            answer(socket, says['.'] ?? '250 kept');
          }
          continue;
        }
        heard.push(line);
        const verb = line.split(' ')[0]?.toUpperCase() ?? '';
        if (verb === 'DATA' && !says.DATA) body = '';
        answer(socket, says[verb] ?? usual[verb] ?? '250 ok');
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open = { server, sockets };
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, heard, mail };
}

const usual: Readonly<Record<string, string>> = {
  EHLO: '250-sink\r\n250 AUTH PLAIN',
  AUTH: '235 welcome',
  DATA: '354 go on',
  QUIT: '221 bye',
};

function answer(socket: Socket, words: string): void {
  if (words === 'hang up') socket.destroy();
  else if (words !== 'say nothing') socket.write(`${words}\r\n`);
}

const settings = {
  host: '127.0.0.1',
  tls: 'none',
  caFile: null,
  user: 'minsheng',
  password: 'not-a-secret',
  from: 'hotline@example.org',
  to: { '350600.zjj': 'duty@example.org' },
} as const;

const bodyOf = (letter: string | undefined): string => letter?.split('\n\n')[1] ?? '';

const words = (signal: AbortSignal) => ({
  key: '0190-key',
  to: 'duty@example.org',
  text: '工单已派给你单位。\n请及时签收。',
  signal,
});

const sendTo = (port: number, signal = AbortSignal.timeout(5000)) =>
  smtpMail({ ...settings, port }).send(words(signal));

test('a letter is handed over signed in, with the name of its message', async () => {
  const { port, heard, mail } = await sink({});
  await sendTo(port);
  expect(heard.map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA']),
  );
  expect(mail[0]).toContain('Message-ID: <0190-key@example.org>');
  expect(Buffer.from(bodyOf(mail[0]), 'base64').toString()).toBe(
    '工单已派给你单位。\n请及时签收。',
  );
  const subject = /=\?UTF-8\?(B|Q)\?/i;
  expect(mail[0]).toMatch(subject);
  expect(smtpMail({ ...settings, port }).addressOf('350600.zjj')).toBe('duty@example.org');
});

test('4xx passes, 5xx is for good, a refused sign-in is not this message’s fault', async () => {
  const refusal = async (says: Record<string, string>) => {
    const { port } = await sink(says);
    return sendTo(port).catch((error: unknown) => error);
  };
  const busy = await refusal({ RCPT: '451 4.3.2 later' });
  expect(busy).toBeInstanceOf(CarrierRefuses);
  expect(busy).toMatchObject({ reason: 'smtp-451', isFinal: false });
  expect(await refusal({ RCPT: '550 5.1.1 nobody' })).toMatchObject({
    reason: 'smtp-550',
    isFinal: true,
  });
  expect(await refusal({ '.': '554 no' })).toMatchObject({ reason: 'smtp-554', isFinal: true });
  expect(await refusal({ AUTH: '535 no' })).toMatchObject({ reason: 'sign-in', isFinal: false });
});

test('who hangs up may have the letter; where nobody answers, nothing has left', async () => {
  const { port } = await sink({ '.': 'hang up' });
  const broken = await sendTo(port).catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(CarrierSilent);
  expect(broken).toMatchObject({ mayHaveLeft: true });
  open?.server.close();
  expect(await sendTo(port).catch((error: unknown) => error)).toMatchObject({
    reason: 'ECONNREFUSED',
    mayHaveLeft: false,
  });
});

test('who says nothing is left when the time is over, and may have the letter', async () => {
  const { port, heard } = await sink({ '.': 'say nothing' });
  const cut = new AbortController();
  const sent = sendTo(port, cut.signal).catch((error: unknown) => error);
  while (!heard.includes('DATA')) await new Promise((next) => setTimeout(next, 5));
  cut.abort();
  expect(await sent).toMatchObject({ mayHaveLeft: true });
});
