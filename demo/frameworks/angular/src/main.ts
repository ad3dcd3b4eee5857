import { bootstrapApplication } from '@angular/platform-browser';
import { FrontDesk } from './front-desk';

bootstrapApplication(FrontDesk).catch((error: unknown) => console.error(error));
