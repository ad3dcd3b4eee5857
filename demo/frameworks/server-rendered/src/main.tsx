import { hydrateRoot } from 'react-dom/client';
import { FrontDesk } from './front-desk.js';

hydrateRoot(document.querySelector('#page')!, <FrontDesk />);
