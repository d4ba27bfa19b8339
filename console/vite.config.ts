import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdCss } from './antd-css.ts';

// Staff desks in county offices still run Chrome 109, the last one for Windows 7.
const oldestBrowser = 'chrome109';

export default defineConfig({
  plugins: [react(), antdCss()],
  build: { target: oldestBrowser, cssTarget: oldestBrowser, chunkSizeWarningLimit: 900 },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:12345', '/c/': 'http://127.0.0.1:12345' },
  },
});
