import { createApp } from 'vue';
import FrontDesk from './front-desk.vue';

createApp(FrontDesk).mount('#page');
