import { mount } from 'svelte';
import FrontDesk from './front-desk.svelte';

mount(FrontDesk, { target: document.querySelector('#page')! });
