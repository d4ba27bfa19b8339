import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { locale } from './shell/locale.ts';
import { queryClient } from './shell/query-client.ts';
import { router } from './shell/router.tsx';
import { theme } from './shell/theme.ts';
import './shell/frame.css';
import './ui/ui.css';
import './ui/forms.css';
import './ui/lists.css';
import './ui/files.css';

dayjs.locale('zh-cn');

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lost its root element');

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
