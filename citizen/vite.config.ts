import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/c/',
  plugins: [react()],
  build: {
    // The floor of the citizen and front-line pages: cheap phones with an old WebView.
    target: 'chrome80',
    cssTarget: 'chrome80',
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:12345' } },
});
