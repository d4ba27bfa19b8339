import { expect, test } from 'vitest';
import { projectRoot, readConfig } from './config.ts';

test('says nothing: Zhangzhou on the hotline’s port, web and worker, on loopback', () => {
  expect(readConfig({}, [])).toMatchObject({
    city: 'zhangzhou',
    port: 12345,
    host: '127.0.0.1',
    dataFolder: `${projectRoot}/.data/zhangzhou`,
    databaseUrl: null,
    runs: { web: true, worker: true },
  });
});

test('what is said is done', () => {
  const env = {
    MINSHENG_CITY: 'hami',
    PORT: '0',
    MINSHENG_DATA: '/var/m',
    DATABASE_URL: 'postgres://db/x',
  };
  expect(readConfig(env, ['--run=worker'])).toMatchObject({
    city: 'hami',
    port: 0,
    dataFolder: '/var/m',
    databaseUrl: 'postgres://db/x',
    runs: { web: false, worker: true },
  });
});

test('a wrong setting is named', () => {
  expect(() => readConfig({ PORT: 'many' }, [])).toThrow('PORT');
  expect(() => readConfig({ MINSHENG_CITY: '../etc' }, [])).toThrow('MINSHENG_CITY');
  expect(() => readConfig({ MINSHENG_CITY: 'atlantis' }, [])).toThrow('zhangzhou');
  expect(() => readConfig({}, ['--run=everything'])).toThrow('--run');
  expect(() => readConfig({}, ['--rnu=web'])).toThrow('--rnu=web');
});

test('the address outside is an origin, proxies are addresses or networks', () => {
  const address = (said: string) => readConfig({ MINSHENG_PUBLIC_ADDRESS: said }, []).publicAddress;
  expect(readConfig({}, [])).toMatchObject({ publicAddress: null, trustedProxies: [] });
  expect(address('https://12345.example.gov.cn/')).toBe('https://12345.example.gov.cn');
  expect(address('http://10.0.0.8:8080')).toBe('http://10.0.0.8:8080');
  for (const wrong of ['12345.example.gov.cn', 'https://example.gov.cn/c/', 'ftp://example.cn'])
    expect(() => address(wrong), wrong).toThrow('MINSHENG_PUBLIC_ADDRESS');

  const proxies = (said: string) => readConfig({ MINSHENG_TRUST_PROXY: said }, []).trustedProxies;
  expect(proxies('127.0.0.1, 10.0.0.0/8,fd00::/8')).toEqual([
    '127.0.0.1',
    '10.0.0.0/8',
    'fd00::/8',
  ]);
  for (const wrong of ['true', '10.0.0.0/33', 'proxy.local', '10.0.0.1,,', '10.0.0.0/8/8'])
    expect(() => proxies(wrong), wrong).toThrow('MINSHENG_TRUST_PROXY');
});

test('no message leaves to the invented numbers of the demo', () => {
  const notices = { MINSHENG_NOTICES: '/etc/minsheng/notices.json' };
  expect(() => readConfig(notices, [])).toThrow('MINSHENG_DEMO');
  const accountsOnly = { ...notices, MINSHENG_DEMO: 'accounts-only' };
  expect(readConfig(accountsOnly, []).noticesFile).toBe('/etc/minsheng/notices.json');
});

test('a virtual clock is refused wherever it could touch real data or be reached from outside', () => {
  const virtual = { MINSHENG_CLOCK: 'virtual', MINSHENG_DATA: '/tmp/v' };
  expect(readConfig(virtual, []).clock).toBe('virtual');
  expect(() => readConfig({ ...virtual, HOST: '0.0.0.0' }, [])).toThrow('loopback');
  expect(() => readConfig({ MINSHENG_CLOCK: 'virtual' }, [])).toThrow('loopback');
  expect(() => readConfig(virtual, ['--run=web'])).toThrow('loopback');
});
