import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FrontDesk } from './front-desk.js';

createRoot(document.querySelector('#page')!).render(
  <StrictMode>
    <FrontDesk />
  </StrictMode>,
);
