import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchHome } from './shell/home-ahead.ts';
import { locale } from './shell/locale.ts';
import { queryClient } from './shell/query-client.ts';
import { router } from './shell/router.tsx';
import { themeWith } from './shell/theme.ts';
import 'virtual:antd.css';
import './shell/frame.css';
import './ui/ui.css';
import './ui/forms.css';
import './ui/lists.css';
import './ui/files.css';

dayjs.locale('zh-cn');

// Whoever told their system that movement disturbs them sees none.
const theme = themeWith({ motion: !matchMedia('(prefers-reduced-motion: reduce)').matches });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lost its root element');

if (location.pathname === '/') fetchHome();

createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={locale} theme={theme} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
